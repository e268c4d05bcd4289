import * as z from 'zod/mini'
import { companyIdSchema } from './ids.ts'
import { momentSchema } from './time.ts'

export const localeSchema = z.enum(['ru', 'en'])
export type Locale = z.infer<typeof localeSchema>

export const themeChoiceSchema = z.enum(['light', 'dark', 'system'])
export type ThemeChoice = z.infer<typeof themeChoiceSchema>

/** What a person has chosen for himself, in every company alike. */
export const preferencesSchema = z.object({
  push: z._default(z.boolean(), false),
  emailNotifications: z._default(z.boolean(), true),
  /** By creation rather than by the last inbound message. */
  sortsByCreation: z._default(z.boolean(), false),
})
export type Preferences = z.infer<typeof preferencesSchema>

const noPreferences: Preferences = { push: false, emailNotifications: true, sortsByCreation: false }

/** A person who signs in by phone. What he may do in a company stands in his member document there. */
export const userSchema = z.object({
  name: z.string(),
  /** His position, as colleagues see it. */
  about: z._default(z.string(), ''),
  phone: z.string(),
  /** Confirmed; '' while none is. */
  email: z._default(z.string(), ''),
  /** Waits for its confirmation; '' when nothing does. */
  pendingEmail: z._default(z.string(), ''),
  /** When the newest letter that asks for it was ordered. */
  pendingEmailSentAt: z._default(momentSchema, 0),
  /** That letter was given up, or never sent. */
  pendingEmailUndelivered: z._default(z.boolean(), false),
  /** Where the picture lies in Storage; '' for none. */
  avatar: z._default(z.string(), ''),
  locale: z._default(localeSchema, 'ru'),
  theme: z._default(themeChoiceSchema, 'system'),
  preferences: z._default(preferencesSchema, noPreferences),
  companyIds: z._default(z.array(companyIdSchema), []),
  /** Sign-ins older than this are refused ("sign out everywhere"). */
  sessionsValidAfterAt: z._default(momentSchema, 0),
  publicId: z.int(),
  createdAt: momentSchema,
})
export type User = z.infer<typeof userSchema>

/** One browser a person signs in with. */
export const deviceSchema = z.object({
  /** What it calls itself: «Chrome, Windows». */
  label: z.string(),
  address: z.string(),
  signedInAt: momentSchema,
  lastUsedAt: momentSchema,
})
export type Device = z.infer<typeof deviceSchema>

export const PERSON_NAME_MAX_LENGTH = 100
export const ABOUT_MAX_LENGTH = 255
