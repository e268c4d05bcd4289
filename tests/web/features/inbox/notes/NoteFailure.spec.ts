import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import NoteFailure from '#web/features/inbox/notes/NoteFailure.vue'

const failure = (refusal: string) => mount(NoteFailure, { props: { refusal } })

describe('a note the server refused', () => {
  it('says why, as far as that means something to people', () => {
    expect(failure('permission-denied').text()).toContain('нет права писать')
    expect(failure('resource-exhausted').text()).toContain('Не сохранилась')
    expect(failure('resource-exhausted').text()).not.toContain('resource')
  })

  it('offers another try, and to remove it', async () => {
    const view = failure('permission-denied')
    await view.get('[data-test="save-note-again"]').trigger('click')
    expect([view.emitted('again'), view.emitted('remove')]).toEqual([[expect.anything()], undefined])
    await view.get('[data-test="remove-note"]').trigger('click')
    expect(view.emitted('remove')).toHaveLength(1)
  })
})
