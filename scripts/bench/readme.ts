const MARKED = /(<!--bench-->)[^]*(<!--\/bench-->)/

/**
 * Puts a text between the README's marks for the benchmark.
 *
 * @throws {Error} When the marks are not there.
 */
export function putBetweenMarks(readme: string, text: string): string {
  if (!MARKED.test(readme))
    throw new Error('README.md has no <!--bench--> … <!--/bench--> to put the table between.')
  return readme.replace(MARKED, (_, start: string, end: string) => `${start}\n\n${text}\n\n${end}`)
}
