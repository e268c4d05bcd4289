/** Safari reads the file only after the click has been handled. */
const KEPT_MS = 60_000

/** Hands a file made here to the browser's downloads. */
export function saveFile(name: string, text: string, contentType: string): void {
  saveBlob(name, new Blob([text], { type: contentType }))
}

export function saveBlob(name: string, blob: Blob): void {
  const address = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => {
    URL.revokeObjectURL(address)
  }, KEPT_MS)
}
