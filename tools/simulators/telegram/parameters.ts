import type { Call } from '../http/readCall.ts'
import { badRequest } from './badRequest.ts'

/** '' when absent; JSON bodies may carry numbers where forms have digits. */
export function textParameter({ values }: Call, name: string): string {
  const value = values.get(name) ?? ''
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** Undefined when absent or not a whole number. */
export function integerParameter(call: Call, name: string): number | undefined {
  const text = textParameter(call, name)
  return /^-?\d{1,15}$/.test(text) ? Number(text) : undefined
}

export function flagParameter(call: Call, name: string): boolean {
  return ['true', '1', 'yes'].includes(textParameter(call, name).toLowerCase())
}

/** A parameter that is JSON inside forms and plain inside a JSON body; `what` is its name in refusals. */
export function jsonParameter(call: Call, name: string, what: string): unknown {
  const value = call.values.get(name)
  if (typeof value !== 'string') return value ?? undefined
  if (value === '') return undefined
  try {
    return JSON.parse(value)
  } catch {
    throw badRequest(`can't parse ${what} JSON object`)
  }
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
