import * as z from 'zod/mini'
import { companyIdSchema, invitationIdSchema, teamIdSchema, userIdSchema } from '#shared/domain/ids.ts'
import { TEAMS_PER_MEMBER_MAX, roleSchema, visibilitySchema } from '#shared/domain/member.ts'
import { TEAM_NAME_MAX_LENGTH } from '#shared/domain/team.ts'
import { emailSchema } from './email.ts'
import { linkTokenSchema } from './linkToken.ts'

const nothing = z.object({})
const teamNameSchema = z.string().check(z.trim(), z.minLength(1), z.maxLength(TEAM_NAME_MAX_LENGTH))

/**
 * Asks addresses into one or several companies; the caller is an admin of each. Asked again within minutes, nobody
 * gets a second letter. Fails with `alreadyMember {email}`, where nobody is asked, or
 * `tooManyAttempts {minutes, email, sent}`: so many of the list, up to this address, are asked.
 */
export const inviteMembersContract = {
  name: 'inviteMembers',
  request: z.strictObject({
    companyId: companyIdSchema,
    companyIds: z.array(companyIdSchema).check(z.minLength(1), z.maxLength(20)),
    emails: z.array(emailSchema).check(z.minLength(1), z.maxLength(50)),
    role: roleSchema,
    locale: z.enum(['ru', 'en']),
  }),
  response: nothing,
}

const oneInvitation = z.strictObject({ companyId: companyIdSchema, invitationId: invitationIdSchema })

/** A new letter with a new link; the old one is void. Not `isSent` when one went out a moment ago: that one is good. */
export const resendInvitationContract = {
  name: 'resendInvitation',
  request: z.extend(oneInvitation, { locale: z.enum(['ru', 'en']) }),
  response: z.object({ isSent: z.boolean() }),
}

export const revokeInvitationContract = {
  name: 'revokeInvitation',
  request: oneInvitation,
  response: nothing,
}

/**
 * What a link leads to, for who has not signed in yet.
 * Fails with `notFound`, `invitationUsed`, `invitationRevoked` or `invitationExpired`.
 */
export const readInvitationContract = {
  name: 'readInvitation',
  request: z.strictObject({ token: linkTokenSchema }),
  response: z.object({ companyNames: z.array(z.string()), role: roleSchema, invitedByName: z.string() }),
}

/** The signed-in person joins; `name` for who has none yet. Fails like `readInvitation`. */
export const acceptInvitationContract = {
  name: 'acceptInvitation',
  request: z.strictObject({ token: linkTokenSchema, name: z.string().check(z.trim(), z.maxLength(100)) }),
  response: z.object({ companyId: companyIdSchema }),
}

/** Only what is named changes. Fails with `lastAdmin`. */
export const changeMemberContract = {
  name: 'changeMember',
  request: z.strictObject({
    companyId: companyIdSchema,
    userId: userIdSchema,
    role: z.optional(roleSchema),
    visibility: z.optional(visibilitySchema),
    teamIds: z.optional(z.array(teamIdSchema).check(z.maxLength(TEAMS_PER_MEMBER_MAX))),
  }),
  response: nothing,
}

/** `giveTo`: who gets the open conversations; '' leaves them to nobody, or to the team. Fails with `lastAdmin`. */
export const removeMemberContract = {
  name: 'removeMember',
  request: z.strictObject({
    companyId: companyIdSchema,
    userId: userIdSchema,
    giveTo: z.union([z.literal(''), userIdSchema]),
    giveToTeamId: z.optional(teamIdSchema),
  }),
  response: nothing,
}

/** One's own leaving; open conversations go to nobody. Fails with `lastAdmin`. */
export const leaveCompanyContract = {
  name: 'leaveCompany',
  request: z.strictObject({ companyId: companyIdSchema }),
  response: nothing,
}

export const createTeamContract = {
  name: 'createTeam',
  request: z.strictObject({ companyId: companyIdSchema, name: teamNameSchema }),
  response: z.object({ teamId: teamIdSchema }),
}

export const renameTeamContract = {
  name: 'renameTeam',
  request: z.strictObject({ companyId: companyIdSchema, teamId: teamIdSchema, name: teamNameSchema }),
  response: nothing,
}

/** Its members and conversations lose it. */
export const deleteTeamContract = {
  name: 'deleteTeam',
  request: z.strictObject({ companyId: companyIdSchema, teamId: teamIdSchema }),
  response: nothing,
}
