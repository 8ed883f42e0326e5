/**
 * Where the build puts the operator's page. The sources and what is built of them lie one folder below the
 * package, so the same way leads there from both.
 */
export const ADMIN_FOLDER = new URL('../dist/admin/', import.meta.url)
