import { mdiFileDocumentOutline } from '@mdi/js'
import type { ShownFile } from '../shownMessages.ts'
import type { Language, Words } from '../words.ts'
import { fileSize } from './fileSize.ts'
import { icon } from './icon.ts'
import { make, makeButton } from './make.ts'

export interface FileActions {
  /** The file's own bytes, for showing; null when they cannot be had. */
  picture(file: ShownFile): Promise<string | null>
  download(file: ShownFile): void
}

interface FileLook {
  readonly name: string
  readonly size: number
  /** Of a picture: its place is kept before it loads. */
  readonly ratio: string
}

const SHOWN_PICTURES = /^image\/(jpeg|png|gif|webp)$/

function lookOf(file: ShownFile): FileLook {
  const { name, size, width, height } =
    file.is === 'local' ? { ...file, size: file.blob.size } : file.attachment
  const ratio = width && height ? `${String(width)} / ${String(height)}` : '4 / 3'
  return { name, size, ratio }
}

export function isPicture(file: ShownFile): boolean {
  return SHOWN_PICTURES.test(file.is === 'local' ? file.blob.type : file.attachment.contentType)
}

/** A picture, or a card with name and size; pressing it downloads the file. */
export function fileCard(
  file: ShownFile,
  actions: FileActions,
  language: Language,
  words: Words,
): HTMLElement {
  const look = lookOf(file)
  const download = () => {
    actions.download(file)
  }
  if (isPicture(file)) return pictureCard(file, look, actions, download, words)
  return makeButton(
    { class: 'file', title: words.download },
    download,
    icon(mdiFileDocumentOutline),
    make(
      'span',
      { class: 'file-words' },
      make('span', { class: 'file-name' }, look.name),
      fileSize(look.size, language),
    ),
  )
}

function pictureCard(
  file: ShownFile,
  look: FileLook,
  actions: FileActions,
  download: () => void,
  words: Words,
) {
  const image = make('img', { alt: look.name || words.image, class: 'picture-image' })
  const card = makeButton({ class: 'picture', title: words.download }, download, image)
  card.style.aspectRatio = look.ratio
  whenSeen(card, () => {
    void actions.picture(file).then((url) => {
      if (url) image.src = url
    })
  })
  return card
}

/** Files above the window are not fetched before somebody looks at them. */
function whenSeen(element: Element, work: () => void): void {
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return
    observer.disconnect()
    work()
  })
  observer.observe(element)
}
