/**
 * The page's document, read past elements that carry a property's name: `<img name="cookie">` and
 * `<form name="body">` hide `document.cookie` and `document.body` from plain reads. It is for reading only.
 *
 * Nothing is touched until the first use, so importing on a server is safe. Where the DOM wants a real
 * node (`observe`, `appendChild`), pass `page.documentElement` or another element.
 *
 * Source: HTML Standard, "DOM tree accessors", [LegacyOverrideBuiltIns] on Document.
 */
export const page: Readonly<Document> = new Proxy({} as Document, {
  get(_, name) {
    const value: unknown = Reflect.get(Document.prototype, name, document)
    return typeof value === 'function' ? value.bind(document) : value
  },
})
