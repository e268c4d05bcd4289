import { describe, expect, it } from 'vitest'
import { messageTokens } from '#functions/search/messageTokens.ts'
import { stemOf } from '#functions/search/stems.ts'
import { anAttachment } from '#tests/builders/anAttachment.ts'

describe('messageTokens', () => {
  it('are a hundred at most', () => {
    const text = Array.from({ length: 3000 }, (_, at) => `слово${String(at)}`).join(' ')
    expect(messageTokens({ text, attachments: [] })).toHaveLength(100)
  })

  it('hold the name of a document, not that of a photo', () => {
    const named = (kind: 'document' | 'image', name: string) =>
      messageTokens({ text: '', attachments: [anAttachment({ kind, name })] })
    expect(named('document', 'Договор поставки.pdf')).toContain(stemOf('договоры'))
    expect(named('image', 'Договор.jpg')).toEqual([])
  })
})
