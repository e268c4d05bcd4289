import * as z from 'zod/mini'
import { COMPANY_NAME_MAX_LENGTH } from '#shared/domain/company.ts'
import { companyIdSchema } from '#shared/domain/ids.ts'
import { momentSchema } from '#shared/domain/time.ts'
import { PERSON_NAME_MAX_LENGTH } from '#shared/domain/user.ts'
import { companyDescriptionSchema, companyPhoneSchema } from './companies.ts'
import { emailSchema } from './email.ts'

/** + and 8 to 15 digits. */
export const phoneSchema = z.string().check(z.regex(/^\+[1-9]\d{7,14}$/))

export const CODE_LENGTH = 6

const codeSchema = z.string().check(z.regex(/^\d{6}$/))
const authSessionIdSchema = z.string().check(z.regex(/^[a-f0-9]{64}$/))
/** Made by the browser, kept there: tells a known device from a new one. */
const deviceIdSchema = z.string().check(z.regex(/^[A-Za-z0-9_-]{16,64}$/))
const personNameSchema = z.string().check(z.trim(), z.minLength(1), z.maxLength(PERSON_NAME_MAX_LENGTH))

/** What a visitor has to solve before a code is sent. ALTCHA's challenge as its library makes it. */
export const createCaptchaContract = {
  name: 'createCaptcha',
  request: z.strictObject({}),
  response: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('altcha'), challenge: z.string() }),
    z.object({ kind: z.literal('smartcaptcha'), siteKey: z.string() }),
  ]),
}

/**
 * Sends a one-time code. The answer, and the time it takes, is the same whether the number is known or not.
 * `phoneChange`: what `beginPhoneChange` gave; the code then moves that person to this number.
 * `deviceId`: the same as for `verifyCode`; a known device has limits of its own, which no stranger uses up.
 * Fails with `captchaRefused`, `countryRefused`, `tooManyAttempts {minutes}` or `smsUnavailable`.
 */
export const requestCodeContract = {
  name: 'requestCode',
  request: z.strictObject({
    phone: phoneSchema,
    locale: z.enum(['ru', 'en']),
    captcha: z.string().check(z.maxLength(8192)),
    phoneChange: z.optional(authSessionIdSchema),
    deviceId: z.optional(deviceIdSchema),
  }),
  response: z.object({ sessionId: z.string(), resendAt: momentSchema }),
}

const signedInSchema = z.object({
  step: z.literal('signedIn'),
  customToken: z.string(),
  isRegistered: z.boolean(),
})

/**
 * Trades a code for a token; fails with `codeWrong {left}`, `codeExpired` or `tooManyAttempts {minutes}`.
 * A new device after a month of absence is also asked for a code sent to the confirmed address.
 */
export const verifyCodeContract = {
  name: 'verifyCode',
  request: z.strictObject({
    sessionId: authSessionIdSchema,
    code: codeSchema,
    deviceId: deviceIdSchema,
    deviceLabel: z.string().check(z.maxLength(100)),
  }),
  response: z.discriminatedUnion('step', [
    signedInSchema,
    z.object({ step: z.literal('emailCode'), emailHint: z.string() }),
  ]),
}

/** The second code, from the letter; fails like `verifyCode`. */
export const verifyEmailCodeContract = {
  name: 'verifyEmailCode',
  request: z.strictObject({
    sessionId: authSessionIdSchema,
    code: codeSchema,
    deviceLabel: z.string().check(z.maxLength(100)),
  }),
  response: signedInSchema,
}

/** Made by the browser once for what is asked for, and said again when that is tried again. */
const requestKeySchema = z.string().check(z.regex(/^[A-Za-z0-9_-]{16,64}$/))

/**
 * Makes the signed-in person's first (or next) company; he becomes its admin. A letter asks him to confirm `email`.
 * The same `requestKey` again, after an answer was lost, gives the company it has made. Fails with
 * `tooManyAttempts {minutes}`.
 */
export const registerCompanyContract = {
  name: 'registerCompany',
  request: z.strictObject({
    requestKey: requestKeySchema,
    personName: personNameSchema,
    companyName: z.string().check(z.trim(), z.minLength(1), z.maxLength(COMPANY_NAME_MAX_LENGTH)),
    phone: z.optional(companyPhoneSchema),
    description: z.optional(companyDescriptionSchema),
    email: z.optional(emailSchema),
    timeZone: z.optional(z.string().check(z.maxLength(64))),
    referralCode: z.optional(z.string().check(z.maxLength(32))),
  }),
  response: z.object({ companyId: companyIdSchema }),
}

/** All earlier sign-ins, everywhere, end; this one too. */
export const signOutEverywhereContract = {
  name: 'signOutEverywhere',
  request: z.strictObject({}),
  response: z.object({}),
}
