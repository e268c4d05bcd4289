import { beforeEach, describe, expect, it } from 'vitest'
import { companyIdSchema, conversationIdSchema, messageIdSchema } from '#shared/domain/ids.ts'
import { aMessage } from '#tests/builders/aMessage.ts'
import { giveBack, useBegunFiles, useBegunQuote } from '#web/features/inbox/begunReply.ts'
import { draftOf, writeDraft } from '#web/features/inbox/drafts.ts'

const placeOf = (id: string) => ({
  companyId: companyIdSchema.parse('company'),
  conversationId: conversationIdSchema.parse(id),
})
const place = placeOf('one')
const photo = { blob: new Blob(['x']), name: 'a.png' }
const paper = { blob: new Blob(['y']), name: 'b.pdf' }
const question = { ...aMessage(), id: messageIdSchema.parse('question'), isPending: false }
const complaint = { ...aMessage(), id: messageIdSchema.parse('complaint'), isPending: false }

beforeEach(() => {
  writeDraft(place, '')
  useBegunFiles(place).value = []
  useBegunQuote(place).value = null
})

describe('a begun reply', () => {
  it('keeps its files and what it answers while another conversation is open', () => {
    useBegunFiles(place).value = [photo]
    useBegunQuote(place).value = question
    useBegunFiles(placeOf('two')).value = [paper]
    expect([useBegunFiles(place).value, useBegunQuote(place).value]).toEqual([[photo], question])
    expect(useBegunQuote(placeOf('two')).value).toBeNull()
  })

  it('takes back what did not leave, though nobody looks at it', () => {
    giveBack(place, { text: 'Завтра', files: [photo] }, question)
    expect(draftOf(place)).toBe('Завтра')
    expect([useBegunFiles(place).value, useBegunQuote(place).value]).toEqual([[photo], question])
  })

  it('has it before what was begun meanwhile, and loses none of that', () => {
    writeDraft(place, 'И ещё')
    useBegunFiles(place).value = [paper]
    useBegunQuote(place).value = complaint
    giveBack(place, { text: 'Завтра', files: [photo] }, question)
    expect(draftOf(place)).toBe('Завтра\nИ ещё')
    expect([useBegunFiles(place).value, useBegunQuote(place).value]).toEqual([[photo, paper], complaint])
  })

  it('is as it was where files alone come back', () => {
    writeDraft(place, 'И ещё')
    giveBack(place, { text: '', files: [photo] }, null)
    expect(draftOf(place)).toBe('И ещё')
  })
})
