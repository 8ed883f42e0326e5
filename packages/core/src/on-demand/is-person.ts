/** True for input by a person. The one place where that is decided. */
export const isPerson = ({ isTrusted }: Event): boolean => isTrusted
