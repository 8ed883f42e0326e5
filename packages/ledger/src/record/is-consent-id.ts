const UUIDV7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** Whether a text is a UUIDv7 in lower case, as pages make consent ids. */
export const isConsentId = (text: string): boolean => UUIDV7.test(text)
