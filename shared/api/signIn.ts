import * as z from 'zod/mini'
import { momentSchema } from '#shared/domain/time.ts'
import { COMPANY_NAME_MAX_LENGTH } from '#shared/domain/company.ts'
import { companyIdSchema } from '#shared/domain/ids.ts'
import { PERSON_NAME_MAX_LENGTH } from '#shared/domain/user.ts'

/** + and 8 to 15 digits. */
export const phoneSchema = z.string().check(z.regex(/^\+[1-9]\d{7,14}$/))

export const CODE_LENGTH = 6

/** Sends a one-time code. The answer is the same whether the number is known or not. */
export const requestCodeContract = {
  name: 'requestCode',
  request: z.strictObject({ phone: phoneSchema, locale: z.enum(['ru', 'en']) }),
  response: z.object({ sessionId: z.string(), resendAt: momentSchema }),
}

/** Trades a code for a token; fails with `codeWrong {left}`, `codeExpired` or `tooManyAttempts {minutes}`. */
export const verifyCodeContract = {
  name: 'verifyCode',
  request: z.strictObject({
    sessionId: z.string().check(z.regex(/^[a-f0-9]{64}$/)),
    code: z.string().check(z.regex(/^\d{6}$/)),
  }),
  response: z.object({ customToken: z.string(), isRegistered: z.boolean() }),
}

/** Makes the signed-in person's first (or next) company; he becomes its admin. */
export const registerCompanyContract = {
  name: 'registerCompany',
  request: z.strictObject({
    personName: z.string().check(z.trim(), z.minLength(1), z.maxLength(PERSON_NAME_MAX_LENGTH)),
    companyName: z.string().check(z.trim(), z.minLength(1), z.maxLength(COMPANY_NAME_MAX_LENGTH)),
  }),
  response: z.object({ companyId: companyIdSchema }),
}
