export interface Text {
  readonly ru: string
  readonly en: string
}

/** One field of the connect form. */
export interface ConnectField {
  readonly name: string
  readonly label: Text
  readonly hint: Text
  readonly secret: boolean
  /** What a well-formed value looks like: checked on leaving the field, and again at the door. */
  readonly pattern: string
}

/** What a channel is and can do, as data: it draws the connect form and the composer's limits. */
export interface ChannelManifest {
  readonly kind: string
  readonly label: Text
  readonly description: Text
  /** SVG path in a 24 × 24 box, white on the colour token `--ch-<kind>`. */
  readonly glyph: string
  /** One or two lines of the gallery card. */
  readonly facts: readonly { readonly is: 'ability' | 'limit'; readonly text: Text }[]
  readonly fields: readonly ConnectField[]
  readonly defaultBaseUrl: string
  readonly supports: {
    /** The channel can look up a phone and write to its owner. */
    readonly writeFirst: boolean
    /** Texts the provider has approved may be sent outside the reply window. */
    readonly approvedTemplates: boolean
    readonly edit: boolean
    readonly delete: boolean
    readonly quote: boolean
    readonly reactions: boolean
    /** The customer is shown that somebody is writing to him. */
    readonly typing: boolean
    /** The customer is shown that his messages have been seen. */
    readonly readMarks: boolean
    /** The furthest delivery state the provider tells us. */
    readonly receipts: 'sent' | 'delivered' | 'read'
    /** The same message handed over twice arrives once: a broken send may simply be repeated. */
    readonly idempotentSend: boolean
  }
  readonly limits: {
    readonly textLength: number
    readonly captionLength: number
    /** Bytes. */
    readonly attachmentSize: number
    readonly attachmentsPerMessage: number
    /** Free-form answers are possible this long after the last inbound message; null: always. */
    readonly replyWindowMs: number | null
    /** A message may be edited, deleted this long after it was sent; null: always. */
    readonly editWindowMs: number | null
    readonly deleteWindowMs: number | null
    /** The emoji one may react with; null: any. */
    readonly reactionEmoji: readonly string[] | null
  }
}
