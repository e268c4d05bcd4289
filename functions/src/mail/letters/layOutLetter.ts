import type { Locale } from '#shared/domain/user.ts'
import type { Letter } from '../queueMail.ts'

/** What a letter says; plain words, escaped here and nowhere before. */
export interface LetterContent {
  readonly to: string
  readonly locale: Locale
  readonly subject: string
  /** What a mailbox shows beside the subject. */
  readonly preheader: string
  readonly title: string
  readonly paragraphs: readonly string[]
  /** A one-time code, shown large. */
  readonly code?: string
  /** What the letter is for; its address also stands below in full, for who sees no buttons. */
  readonly button?: { readonly label: string; readonly url: string }
  /** Small, at the end: until when the link works, what to do when the letter was not expected. */
  readonly closing: string
}

const WORDS = {
  ru: { product: 'Пакт', bareLink: 'Если кнопка не нажимается, откройте эту ссылку:' },
  en: { product: 'Pact', bareLink: 'If the button does not work, open this link:' },
} as const

/** One layout for every letter: words for who reads words, a page for the others, nothing fetched from anywhere. */
export function layOutLetter(content: LetterContent): Letter {
  const { to, subject } = content
  return { to, subject: oneLine(subject), text: asText(content), html: asPage(content) }
}

function asText({ title, paragraphs, code, button, closing, locale }: LetterContent): string {
  const parts = [title, ...paragraphs, code, button && `${button.label}:\n${button.url}`, closing, '--']
  return `${parts.filter(Boolean).join('\n\n')}\n${WORDS[locale].product}\n`
}

// Mail programs know tables and inline styles; a style sheet only some of them. Colours are the page's light ones.
const PAGE = 'margin:0;padding:24px 12px;background:#f1f5f6;color:#162024;'
const FONT = "font-family:-apple-system,'Segoe UI',Roboto,Arial,sans-serif;font-size:15px;line-height:22px;"
const CARD = 'max-width:520px;background:#ffffff;border:1px solid #dbe2e4;border-radius:12px;'
const BUTTON =
  'display:inline-block;padding:12px 24px;border-radius:8px;background:#0b6670;color:#ffffff;font-weight:600;text-decoration:none;'
const SMALL = 'margin:16px 0 0;font-size:13px;line-height:18px;color:#56646a;'
const HIDDEN = 'display:none;max-height:0;overflow:hidden;opacity:0;'

function asPage(content: LetterContent): string {
  const { locale, subject, preheader, title, paragraphs, code, button, closing } = content
  const body = [
    `<h1 style="margin:0 0 16px;font-size:20px;line-height:28px;">${escaped(title)}</h1>`,
    ...paragraphs.map((words) => `<p style="margin:0 0 16px;">${escaped(words)}</p>`),
    code ? codeBlock(code) : '',
    button ? buttonBlock(button, locale) : '',
    `<p style="${SMALL}">${escaped(closing)}</p>`,
  ].join('\n')
  return `<!doctype html>
<html lang="${locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(oneLine(subject))}</title></head>
<body style="${PAGE}${FONT}">
<div style="${HIDDEN}">${escaped(preheader)}</div>
<table role="presentation" align="center" width="100%" cellpadding="0" cellspacing="0" style="${CARD}"><tr><td style="padding:32px;">
<p style="margin:0 0 24px;font-weight:700;color:#0b6670;">${WORDS[locale].product}</p>
${body}
</td></tr></table>
</body>
</html>
`
}

function codeBlock(code: string): string {
  return `<p style="margin:0 0 16px;font-size:28px;line-height:36px;font-weight:700;letter-spacing:4px;">${escaped(code)}</p>`
}

function buttonBlock({ label, url }: { label: string; url: string }, locale: Locale): string {
  const address = escaped(url)
  return `<p style="margin:24px 0 0;"><a href="${address}" style="${BUTTON}">${escaped(label)}</a></p>
<p style="${SMALL}">${WORDS[locale].bareLink}<br><a href="${address}" style="color:#0b6670;word-break:break-all;">${address}</a></p>`
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Fit for an element's words and for an attribute in quotes. */
function escaped(words: string): string {
  return words.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '')
}

/** A line break in a subject would begin a header of its own. */
function oneLine(words: string): string {
  return words.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()
}
