/**
 * Services that are known: who gets the data, what is stored, and how each is loaded and stopped. What
 * is not imported by name is left out by bundlers.
 */
export * from '@kelisim/services'
