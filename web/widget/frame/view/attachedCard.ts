import { mdiClose } from '@mdi/js'
import type { Language, Words } from '../words.ts'
import { fileSize } from './fileSize.ts'
import { icon } from './icon.ts'
import { make, makeButton } from './make.ts'

/** A chosen file above the text, not sent yet. */
export function attachedCard(
  { name, size }: File,
  { removeFile }: Words,
  language: Language,
  remove: () => void,
): HTMLElement[] {
  const facts = make(
    'span',
    { class: 'file-words' },
    make('span', { class: 'file-name' }, name),
    fileSize(size, language),
  )
  const attributes = { class: 'icon-button', 'aria-label': removeFile, title: removeFile }
  return [facts, makeButton(attributes, remove, icon(mdiClose))]
}
