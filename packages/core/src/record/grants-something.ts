/**
 * Tells from a cookie's value whether it allows anything, without reading the rest of it. What has
 * expired or was asked otherwise counts too, so this only says what is worth fetching.
 *
 * @param text A value that follows `grammar.md`: no hash in it is a bare 1 or 2.
 */
export const grantsSomething = (text: string | undefined): boolean => /:[12][:.~]/.test(`${text}`)
