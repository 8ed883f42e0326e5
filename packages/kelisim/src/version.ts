declare const __VERSION__: string

/** Version of this build. */
export const version: string = __VERSION__
