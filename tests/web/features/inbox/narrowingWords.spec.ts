import { describe, expect, it } from 'vitest'
import { shallowRef } from 'vue'
import { channelIdSchema, userIdSchema } from '#shared/domain/ids.ts'
import { NO_NARROWING } from '#shared/domain/view.ts'
import type { ViewNarrowing } from '#shared/domain/view.ts'
import { aChannel } from '#tests/builders/aChannel.ts'
import { aMember } from '#tests/builders/aMember.ts'
import { narrowingWords } from '#web/features/inbox/narrowingWords.ts'

type Company = Parameters<typeof narrowingWords>[1]['all'][number]

const channel = { ...aChannel({ name: 'Бот' }), id: channelIdSchema.parse('channel-1') }
const member = { ...aMember({ name: 'Ольга Орлова' }), id: userIdSchema.parse('member-1') }

/** Knows one of each. */
const shop: Company = {
  channels: shallowRef(new Map([[channel.id, channel]])),
  members: shallowRef(new Map([[member.id, member]])),
  teamNameOf: (id) => (id === 'team-1' ? 'Опт' : ''),
}
const newCompany: Company = {
  channels: shallowRef(new Map()),
  members: shallowRef(new Map()),
  teamNameOf: () => '',
}

function said(narrowing: Partial<ViewNarrowing>): string[] {
  const all = [newCompany, shop]
  return narrowingWords({ ...NO_NARROWING, ...narrowing }, { all }).map(
    ({ field, text }) => `${field}: ${text}`,
  )
}

describe('what narrows a list', () => {
  it('is nothing to be told of where nothing does', () => {
    expect(said({})).toEqual([])
  })

  it('is told by name, whichever company has it', () => {
    expect(said({ channelId: 'channel-1', tag: 'опт', assigneeId: 'member-1', teamId: 'team-1' })).toEqual([
      'channelId: Бот',
      'tag: опт',
      'assigneeId: Ольга Орлова',
      'teamId: Опт',
    ])
  })

  it('is told by its kind while the name is unknown', () => {
    expect(said({ channelId: 'gone', assigneeId: 'gone', teamId: 'gone' })).toEqual([
      'channelId: Канал связи',
      'assigneeId: Сотрудник',
      'teamId: Отдел',
    ])
  })
})
