/** What services need that run before consent, or keep calls for it; fetched where an attribute says so. */
export { bufferCalls } from '@kelisim/services/buffer-calls'
export { inConsentMode } from '@kelisim/services/consent-mode'
