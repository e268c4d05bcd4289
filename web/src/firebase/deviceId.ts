import { newId } from './newId.ts'

const STORED = 'pact.device'
const FORM = /^[A-Za-z0-9_-]{16,64}$/

/** Tells this browser from a person's others, and a known one from a new one. */
export function deviceId(): string {
  const stored = localStorage.getItem(STORED)
  if (stored !== null && FORM.test(stored)) return stored
  const made = newId()
  localStorage.setItem(STORED, made)
  return made
}
