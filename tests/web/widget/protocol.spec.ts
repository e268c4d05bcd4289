import { describe, expect, it } from 'vitest'
import { isFrameSays, isLoaderSays } from '../../../web/widget/protocol.ts'

describe('words between page and frame', () => {
  it.each([
    { pactWidget: 'ready' },
    { pactWidget: 'close' },
    { pactWidget: 'conversation' },
    { pactWidget: 'unread', count: 3 },
    { pactWidget: 'colour', colour: '#8a4b2a' },
  ])('are known: %j', (says) => {
    expect(isFrameSays(says)).toBe(true)
  })

  it.each([
    null,
    'ready',
    { type: 'ready' },
    { pactWidget: 'unread', count: '3' },
    { pactWidget: 'colour', colour: 'red;background:url(//evil)' },
    { pactWidget: 'open' },
  ])('are not heard: %j', (says) => {
    expect(isFrameSays(says)).toBe(false)
  })

  it('go the other way only as opened and closed', () => {
    expect(isLoaderSays({ pactWidget: 'opened' })).toBe(true)
    expect(isLoaderSays({ pactWidget: 'unread', count: 1 })).toBe(false)
  })
})
