import type { Attachment } from '#shared/domain/message.ts'
import { stemsOf } from './stems.ts'

/** Each is an entry in two indexes. */
const TOKENS_MAX_COUNT = 100

export interface SearchedMessage {
  readonly text: string
  readonly attachments: readonly Pick<Attachment, 'kind' | 'name'>[]
}

/** Where a message is searched: what it says, and what its documents are called. */
export function searchedText({ text, attachments }: SearchedMessage): string {
  const names = attachments.filter(({ kind }) => kind === 'document').map(({ name }) => name)
  return [text, ...names].filter((part) => part !== '').join('\n')
}

/** What a message is found by; written with it, whenever its text is. */
export function messageTokens(message: SearchedMessage): string[] {
  return stemsOf(searchedText(message), TOKENS_MAX_COUNT)
}
