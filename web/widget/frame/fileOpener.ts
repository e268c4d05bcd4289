import type { Conversation } from './Conversation.ts'
import type { ShownFile } from './shownMessages.ts'

export interface FileOpener {
  /** An address the page itself can show; null when the file cannot be had. */
  picture(file: ShownFile): Promise<string | null>
  /** False when it did not work. */
  download(file: ShownFile): Promise<boolean>
}

/** Fetches a file at most once, and gives it out by addresses of this page. */
export function fileOpener(conversation: Pick<Conversation, 'fileUrl'>): FileOpener {
  const local = new WeakMap<Blob, string>()
  const fetched = new Map<string, Promise<string | null>>()

  function addressOf(blob: Blob): string {
    const known = local.get(blob) ?? URL.createObjectURL(blob)
    local.set(blob, known)
    return known
  }
  async function fetchFile(
    messageId: string,
    attachmentId: string,
    contentType: string,
  ): Promise<string | null> {
    const link = await conversation.fileUrl(messageId, attachmentId)
    if (!link) return null
    // The address names the product's public origin; this page may have been opened by another name of it.
    const response = await fetch(new URL(link).pathname)
    if (!response.ok) return null
    // Anything but a picture stays a mere download, whatever it calls itself.
    const type = contentType.startsWith('image/') ? contentType : 'application/octet-stream'
    return URL.createObjectURL(new Blob([await response.arrayBuffer()], { type }))
  }
  function picture(file: ShownFile): Promise<string | null> {
    if (file.is === 'local') return Promise.resolve(addressOf(file.blob))
    const { id, contentType } = file.attachment
    const known = fetched.get(id) ?? fetchFile(file.messageId, id, contentType).catch(() => null)
    fetched.set(id, known)
    void known.then((url) => url === null && fetched.delete(id))
    return known
  }
  return {
    picture,
    async download(file) {
      const url = await picture(file)
      if (url) saveAs(url, file.is === 'local' ? file.name : file.attachment.name)
      return url !== null
    },
  }
}

function saveAs(url: string, name: string): void {
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
}
