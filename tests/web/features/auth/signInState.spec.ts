import { expect, it } from 'vitest'
import { signInState } from '#web/features/auth/signInState.ts'

it('reads what another page has left', () => {
  expect(signInState({ position: 3, phone: '+79990000001', phoneChange: 'abc' })).toEqual({
    phone: '+79990000001',
    phoneChange: 'abc',
  })
})

it.each([null, undefined, 'x', {}, { phone: 7, phoneChange: {} }])('takes %j for nothing', (state) => {
  expect(signInState(state)).toEqual({ phone: '', phoneChange: '' })
})
