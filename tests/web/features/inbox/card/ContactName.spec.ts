import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { companyIdSchema, contactIdSchema, conversationIdSchema } from '#shared/domain/ids.ts'
import ContactName from '#web/features/inbox/card/ContactName.vue'

const place = {
  companyId: companyIdSchema.parse('home'),
  contactId: contactIdSchema.parse('contact-1'),
  conversationId: conversationIdSchema.parse('conversation-1'),
}

const named = (name = 'Анна Светлова') =>
  mount(ContactName, { props: { place, name, phone: '+79000000142' }, attachTo: document.body })

async function editing(name?: string) {
  const view = named(name)
  await view.get('[aria-label="Изменить имя"]').trigger('click')
  return { view, field: view.get<HTMLInputElement>('input') }
}

describe('a contact’s name', () => {
  it('is his phone where he has none', () => {
    expect(named('').get('h2').text()).toBe('+79000000142')
  })

  it('is changed where it stands, by its pencil or a click on it', async () => {
    const { field } = await editing()
    expect(field.element.value).toBe('Анна Светлова')
    expect(document.activeElement).toBe(field.element)
    const view = named()
    await view.get('h2 button').trigger('click')
    expect(view.find('input').exists()).toBe(true)
  })

  it('cannot be empty', async () => {
    const { view, field } = await editing()
    await field.setValue('   ')
    await view.get('form').trigger('submit')
    expect(view.get('[role="alert"]').text()).toBe('Введите имя')
    expect(field.attributes('aria-invalid')).toBe('true')
  })

  it('is left as it was by Esc, which goes no further', async () => {
    const { view, field } = await editing()
    let isHeard = false
    const listener = () => (isHeard = true)
    document.addEventListener('keydown', listener)
    await field.setValue('Кто-то ещё')
    await field.trigger('keydown', { key: 'Escape' })
    document.removeEventListener('keydown', listener)
    expect(view.get('h2').text()).toBe('Анна Светлова')
    expect(isHeard).toBe(false)
  })

  it('saved as it was asks for nothing', async () => {
    const { view, field } = await editing()
    await field.setValue('  Анна   Светлова ')
    await view.get('form').trigger('submit')
    await expect.poll(() => view.find('input').exists()).toBe(false)
    expect(view.get('h2').text()).toBe('Анна Светлова')
  })

  it('takes as many letters as the server does', async () => {
    const { field } = await editing()
    expect(field.attributes('maxlength')).toBe('255')
  })
})
