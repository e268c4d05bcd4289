/** Kinds of message whose content is one file. */
export const FILE_KINDS = ['photo', 'document', 'voice', 'video', 'audio', 'video_note', 'animation'] as const
export type FileKind = (typeof FILE_KINDS)[number]

export interface FileContent {
  readonly kind: FileKind
  readonly fileId: string
  readonly caption: string
  /** A photo's small copy. */
  readonly thumbnailId?: string | undefined
  /** Photos and videos sent together carry the same one. */
  readonly mediaGroupId?: string | undefined
}

export type Content =
  | FileContent
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'sticker'
      readonly emoji: string
      readonly fileId: string
      readonly motion?: 'animated' | 'video' | undefined
    }
  | {
      readonly kind: 'location'
      readonly latitude: number
      readonly longitude: number
      /** Of a venue. */
      readonly title?: string | undefined
      readonly address?: string | undefined
    }
  /** `isOwn`: the customer's own number, which Telegram vouches for. */
  | { readonly kind: 'contact'; readonly phone: string; readonly firstName: string; readonly isOwn?: boolean }
  | { readonly kind: 'dice'; readonly value: number }

/** What stands in a bubble, or under its picture. */
export function textOf(content: Content): string {
  if (content.kind === 'text') return content.text
  return 'caption' in content ? content.caption : ''
}
