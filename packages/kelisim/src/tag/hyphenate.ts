/** Writes a name of a `dataset` as its attribute has it after `data-`: `metaPixel` is `meta-pixel`. */
export const hyphenate = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
