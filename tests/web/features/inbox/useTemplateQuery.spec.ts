import { describe, expect, it } from 'vitest'
import { nextTick, ref } from 'vue'
import { useTemplateQuery } from '#web/features/inbox/useTemplateQuery.ts'

describe('templates in the composer', () => {
  it.each([
    ['', undefined],
    ['/', ''],
    ['/достав', 'достав'],
    ['и/или', undefined],
    ['/первая\nвторая', undefined],
    [`/${'я'.repeat(61)}`, undefined],
  ])('are offered for «%s» as for «%s»', (text, typed) => {
    const query = useTemplateQuery(ref(text))
    expect(query.typed.value).toBe(typed)
    expect(query.isOpen.value).toBe(typed !== undefined)
  })

  it('once turned down stay away until a new «/» is typed', async () => {
    const text = ref('/до')
    const query = useTemplateQuery(text)
    query.close()
    text.value = '/дос'
    await nextTick()
    expect(query.isOpen.value).toBe(false)
    text.value = ''
    await nextTick()
    text.value = '/'
    await nextTick()
    expect(query.isOpen.value).toBe(true)
  })

  it('asked for by their button are searched in a field of their own', () => {
    const query = useTemplateQuery(ref('Добрый день'))
    query.toggle()
    expect(query.isOpen.value).toBe(true)
    expect(query.typed.value).toBeUndefined()
    query.toggle()
    expect(query.isOpen.value).toBe(false)
  })
})
