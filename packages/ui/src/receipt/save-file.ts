/** Has the browser save a text as a file; nothing leaves the device. */
export const saveFile = (name: string, text: string): void =>
  saveBlob(name, new Blob([text], { type: 'application/json' }))

/** Has the browser save bytes as a file; nothing leaves the device. */
export function saveBlob(name: string, blob: Blob): void {
  const address = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // Safari reads it only after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
