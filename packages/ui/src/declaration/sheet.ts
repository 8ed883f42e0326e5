import css from '../declaration.css?inline'

/** What keeps wide tables inside a narrow page. */
export const declarationCss: string = css
