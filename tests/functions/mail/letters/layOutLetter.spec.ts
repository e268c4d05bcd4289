import { describe, expect, it } from 'vitest'
import { layOutLetter } from '#functions/mail/letters/layOutLetter.ts'
import type { LetterContent } from '#functions/mail/letters/layOutLetter.ts'

const content: LetterContent = {
  to: 'olga@teply.test',
  locale: 'ru',
  subject: 'Тема',
  preheader: 'Строка рядом с темой',
  title: 'Заголовок',
  paragraphs: ['Первый абзац.', 'Второй абзац.'],
  button: { label: 'Нажать', url: 'https://pact.example/page#token' },
  closing: 'Мелко в конце.',
}

describe('a letter', () => {
  it('says as words all it says as a page', () => {
    const { text, html } = layOutLetter(content)
    for (const words of ['Заголовок', 'Первый абзац.', 'Второй абзац.', 'Нажать', 'Мелко в конце.']) {
      expect(text).toContain(words)
      expect(html).toContain(words)
    }
  })

  it('bears its link as a button and in full', () => {
    const { text, html } = layOutLetter(content)
    expect(text).toContain('\nhttps://pact.example/page#token\n')
    expect(html.match(/href="https:\/\/pact\.example\/page#token"/g)).toHaveLength(2)
    expect(html).toContain('>https://pact.example/page#token</a>')
  })

  it('shows a code where it has one, and no button', () => {
    const { button: _, ...rest } = content
    const { text, html } = layOutLetter({ ...rest, code: '123456' })
    expect(text).toContain('\n123456\n')
    expect(html).toContain('123456')
    expect(html).not.toContain('href=')
  })

  it('begins, for a mailbox, with its preheader', () => {
    const words = layOutLetter(content)
      .html.replace(/^[\s\S]*<body[^>]*>/, '')
      .replace(/<[^>]+>/g, '')
    expect(words.trim().startsWith('Строка рядом с темой')).toBe(true)
  })

  it('fetches nothing from anywhere', () => {
    expect(layOutLetter(content).html).not.toMatch(/src=|url\(|@import|<link|<script/i)
  })

  it('says in which language it is', () => {
    expect(layOutLetter(content).html).toContain('<html lang="ru">')
    expect(layOutLetter({ ...content, locale: 'en' }).html).toContain('<html lang="en">')
  })

  it('lets nobody’s words become a part of the page', () => {
    const evil = `<img src=x onerror=alert(1)>"'&`
    const { html, text } = layOutLetter({
      ...content,
      subject: evil,
      preheader: evil,
      title: evil,
      paragraphs: [evil],
      code: evil,
      button: { label: evil, url: `https://pact.example/"><script>` },
      closing: evil,
    })
    expect(html).not.toMatch(/<img|<script/)
    expect(html.match(/&lt;img src=x onerror=alert\(1\)&gt;&quot;&#39;&amp;/g)).toHaveLength(7)
    expect(text).toContain(evil)
  })

  it('has a subject of one line', () => {
    expect(layOutLetter({ ...content, subject: 'Тема\r\nBcc: eve@evil.test\u2028\u0000' }).subject).toBe(
      'Тема Bcc: eve@evil.test',
    )
  })
})
