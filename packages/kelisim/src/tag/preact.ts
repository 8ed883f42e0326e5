/** Preact for the parts that need it, as a file of its own: a first visit that opens none goes without. */
export { h, render } from 'preact'
