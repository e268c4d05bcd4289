/** https://smsc.ru/api/http/send/sms/sms_answer/: what the numbers mean there, in the words of its answers. */
export const SMSC_ERRORS = {
  1: 'parameters error',
  2: 'authorise error',
  3: 'no money',
  4: 'ip is blocked',
  5: 'invalid date format',
  6: 'message is denied',
  7: 'invalid number',
  8: "can't to deliver",
  9: 'duplicate request, wait a minute',
} as const

export type SmscErrorCode = keyof typeof SMSC_ERRORS

/** Those of a message that was taken in first: the answer names its id. */
export const ERRORS_WITH_ID: readonly SmscErrorCode[] = [3, 6, 7, 8]

export function isSmscErrorCode(code: number): code is SmscErrorCode {
  return Object.hasOwn(SMSC_ERRORS, code)
}
