/** Writes a text so that it can stand in an attribute between double quotes. */
export const inAttribute = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')

/** Writes JSON so that nothing in it ends the script element around it. */
export const inScript = (value: unknown): string =>
  JSON.stringify(value, null, 2).replaceAll('<', '\\u003c')

/** Writes names and values as attributes, each after a space; an empty value leaves the name alone. */
export function attributes(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => (value === '' ? ` ${name}` : ` ${name}="${inAttribute(value)}"`))
    .join('')
}
