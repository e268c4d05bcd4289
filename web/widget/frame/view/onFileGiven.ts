/** Files pasted or dropped anywhere on an area: the first of them. */
export function onFileGiven(area: HTMLElement, take: (file: File) => void): void {
  function takeFirst(data: DataTransfer | null): boolean {
    const file = data?.files[0]
    if (file) take(file)
    return file !== undefined
  }
  area.addEventListener('dragover', (event) => {
    event.preventDefault()
  })
  area.addEventListener('drop', (event) => {
    event.preventDefault()
    takeFirst(event.dataTransfer)
  })
  area.addEventListener('paste', (event) => {
    if (takeFirst(event.clipboardData)) event.preventDefault()
  })
}
