import type { CategoryOptions } from './options.ts'

const OURS = /^(necessary|functional|analytics|marketing)$/

/**
 * Tells whether "accept all" covers a category. A category of the owner's own, such as the training of
 * models on a visitor's data, is another matter than cookies: it is covered only where that is configured.
 */
export const inAcceptAll = (category: CategoryOptions): boolean =>
  // Not by a default value: that would have what a page has put on Object.prototype.
  Object.hasOwn(category, 'acceptAll') ? category.acceptAll === true : OURS.test(category.id)
