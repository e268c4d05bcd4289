import * as z from 'zod/mini'
import { momentSchema } from '#shared/domain/time.ts'
import { ABOUT_MAX_LENGTH, PERSON_NAME_MAX_LENGTH } from '#shared/domain/user.ts'
import { emailSchema } from './email.ts'
import { phoneSchema } from './signIn.ts'
import { linkTokenSchema } from './linkToken.ts'

const nothing = z.object({})

/** Name and position, with every copy of them. */
export const changeProfileContract = {
  name: 'changeProfile',
  request: z.strictObject({
    name: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(PERSON_NAME_MAX_LENGTH))),
    about: z.optional(z.string().check(z.trim(), z.maxLength(ABOUT_MAX_LENGTH))),
  }),
  response: nothing,
}

export const AVATAR_MAX_SIZE = 2 * 1024 * 1024

const base64Schema = z
  .string()
  .check(z.maxLength(Math.ceil(AVATAR_MAX_SIZE / 3) * 4, { abort: true }), z.regex(/^[A-Za-z0-9+/]*={0,2}$/))

/** A picture, base64 (JPEG, PNG or WebP); it is encoded anew. '' takes it away. Fails with `imageRefused`. */
export const changeAvatarContract = {
  name: 'changeAvatar',
  request: z.strictObject({ image: base64Schema }),
  response: z.object({ avatar: z.string() }),
}

/**
 * Takes a new address into `pendingEmail` and sends a letter; '' takes the address away. Whether another
 * account has it shows only when the letter is answered. Fails with `tooManyAttempts {minutes}`.
 */
export const changeEmailContract = {
  name: 'changeEmail',
  request: z.strictObject({ email: z.union([z.literal(''), emailSchema]) }),
  response: nothing,
}

/** Fails with `notFound` where no address waits, or `tooManyAttempts {minutes}`. */
export const resendEmailConfirmationContract = {
  name: 'resendEmailConfirmation',
  request: z.strictObject({}),
  response: nothing,
}

/**
 * What the letter's button does. Anybody may: the token is the proof.
 * Fails with `notFound`, `codeExpired`, or `emailTaken` when another account has confirmed the address first.
 */
export const confirmEmailContract = {
  name: 'confirmEmail',
  request: z.strictObject({ token: linkTokenSchema }),
  response: z.object({ email: z.string() }),
}

/**
 * The first half of changing one's number: gives what `requestCode` takes as `phoneChange`.
 * Fails with `phoneTaken`, `signInTooOld` or `tooManyAttempts {minutes}`.
 */
export const beginPhoneChangeContract = {
  name: 'beginPhoneChange',
  request: z.strictObject({ phone: phoneSchema }),
  response: z.object({ phoneChange: z.string() }),
}

/** Shows the private token, made when first asked for. Fails with `signInTooOld` a quarter of an hour after signing in. */
export const readApiTokenContract = {
  name: 'readApiToken',
  request: z.strictObject({}),
  response: z.object({ token: z.string() }),
}

/** The old token opens nothing from now on. Fails with `signInTooOld` or `tooManyAttempts {minutes}`. */
export const rotateApiTokenContract = {
  name: 'rotateApiToken',
  request: z.strictObject({}),
  response: z.object({ token: z.string() }),
}

/** What one's referral link ends in, and who registered by it, newest first. */
export const readReferralsContract = {
  name: 'readReferrals',
  request: z.strictObject({}),
  response: z.object({
    code: z.string(),
    registered: z.array(z.object({ name: z.string(), at: momentSchema })),
  }),
}
