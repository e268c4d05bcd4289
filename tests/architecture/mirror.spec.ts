import { describe, expect, it } from 'vitest'
import config from '../../vitest.config.ts'
import { exportsOf, isInRepository, nameOf, readSource, sourceFiles } from './sourceFiles.ts'

/** Where the source of a spec lies: tests mirror the areas. */
const AREAS: Readonly<Record<string, string>> = {
  'tests/shared/': 'shared/',
  'tests/channels/': 'channels/',
  'tests/crm/': 'crm/',
  'tests/functions/': 'functions/src/',
  'tests/web/widget/': 'web/widget/',
  'tests/web/': 'web/src/',
  'tests/tools/': 'tools/',
}

/** Specs of something larger than one file. */
const SPECS_WITHOUT_A_SOURCE: Readonly<Record<string, string>> = {
  'tests/functions/inbox/killedProcess.emulator.spec.ts':
    'the built trigger, in a process that dies on the way',
  'tests/functions/inbox/noteAtTheDoors.emulator.spec.ts': 'what leaves by every door, and what must not',
  'tests/shared/api/longTexts.spec.ts': 'what every request asks of a text without end',
  'tests/tools/stack/hostFacts.spec.ts':
    'its source is plain JavaScript: it runs before the pinned Node is there',
}

const IN = 'tests/functions/inbox/receiveEvents.emulator.spec.ts'
const OUT = 'tests/functions/inbox/drainLane.emulator.spec.ts'
const ASSIGN = 'tests/functions/inbox/assignConversation.emulator.spec.ts'
const EDIT = 'tests/functions/inbox/editMessage.emulator.spec.ts'
const REACT = 'tests/functions/inbox/reactToMessage.emulator.spec.ts'
const VERIFY = 'tests/functions/signIn/verifyCode.emulator.spec.ts'
const VERIFY_BY_EMAIL = 'tests/functions/signIn/verifyEmailCode.emulator.spec.ts'
const SEND_CODE = 'tests/functions/sms/sendCode.spec.ts'
const INVITE = 'tests/functions/invitations/inviteMembers.emulator.spec.ts'
const ACCEPT = 'tests/functions/invitations/acceptInvitation.emulator.spec.ts'
const MAIL = 'tests/functions/mail/deliverMail.emulator.spec.ts'
const LEAVE = 'tests/functions/members/endMembership.emulator.spec.ts'
const SCHEDULE = 'tests/functions/scheduled/scheduleMessage.emulator.spec.ts'
const WRITE_FIRST = 'tests/functions/inbox/startConversation.emulator.spec.ts'
const SEND_DUE = 'tests/functions/scheduled/sweepScheduled.emulator.spec.ts'

/** Steps of a journey, which mean nothing without the others: the journey's spec proves them. */
const STEPS_PROVEN_BY: Readonly<Record<string, string>> = {
  'functions/src/account/auditInCompanies.ts': 'tests/functions/account/confirmEmail.emulator.spec.ts',
  'functions/src/account/membershipsOf.ts': 'tests/functions/account/changeProfile.emulator.spec.ts',
  'functions/src/account/sendEmailConfirmation.ts': 'tests/functions/account/changeEmail.emulator.spec.ts',
  'functions/src/channels/reportChannelTrouble.ts': OUT,
  'functions/src/companies/hoursInWords.ts': 'tests/functions/companies/changeCompany.emulator.spec.ts',
  'functions/src/contacts/copyToConversations.ts': 'tests/functions/contacts/renameContact.emulator.spec.ts',
  'functions/src/contacts/meetContact.ts': 'tests/functions/contacts/renameContact.emulator.spec.ts',
  'functions/src/inbox/applyDelivery.ts': IN,
  'functions/src/inbox/applyEdit.ts': IN,
  'functions/src/inbox/applyReaction.ts': REACT,
  'functions/src/inbox/availableMembers.ts': ASSIGN,
  'functions/src/inbox/copiesOf.ts': IN,
  'functions/src/inbox/deliverMessage.ts': OUT,
  'functions/src/inbox/demandOwn.ts': EDIT,
  'functions/src/inbox/editOf.ts': EDIT,
  'functions/src/inbox/meetMessage.ts': EDIT,
  'functions/src/inbox/orderDelivery.ts': OUT,
  'functions/src/inbox/nextDelivery.ts': OUT,
  'functions/src/inbox/orAgain.ts': OUT,
  'functions/src/inbox/showAsReplied.ts': OUT,
  'functions/src/inbox/signatureOf.ts': OUT,
  'functions/src/inbox/markUnreachable.ts': WRITE_FIRST,
  'functions/src/inbox/openConversation.ts': WRITE_FIRST,
  'functions/src/inbox/wordsOf.ts': WRITE_FIRST,
  'functions/src/inbox/writeReply.ts': WRITE_FIRST,
  'functions/src/inbox/queueAssignment.ts': ASSIGN,
  'functions/src/invitations/companiesOfAdmin.ts': INVITE,
  'functions/src/invitations/countLetters.ts': INVITE,
  'functions/src/invitations/isSentWithin.ts': INVITE,
  'functions/src/invitations/followLink.ts': ACCEPT,
  'functions/src/invitations/sendInvitation.ts': INVITE,
  'functions/src/invitations/writeRevocation.ts':
    'tests/functions/invitations/revokeInvitation.emulator.spec.ts',
  'functions/src/mail/letterLink.ts': 'tests/functions/mail/letters/memberInvitation.spec.ts',
  'functions/src/mail/noteUndelivered.ts': MAIL,
  'functions/src/mail/sendMail.ts': MAIL,
  'functions/src/members/demandAnotherAdmin.ts': LEAVE,
  'functions/src/members/demandSight.ts': EDIT,
  'functions/src/members/finishMembership.ts': LEAVE,
  'functions/src/scheduled/demandMoment.ts': SCHEDULE,
  'functions/src/scheduled/meetScheduled.ts': SCHEDULE,
  'functions/src/scheduled/refusalToSend.ts': SEND_DUE,
  'functions/src/scheduled/sendOff.ts': SEND_DUE,
  'functions/src/signIn/adminsToTell.ts': VERIFY_BY_EMAIL,
  'functions/src/signIn/checkGuess.ts': VERIFY,
  'functions/src/signIn/endSignIns.ts': 'tests/functions/signIn/signOutEverywhere.emulator.spec.ts',
  'functions/src/signIn/enter.ts': VERIFY,
  'functions/src/signIn/newAfterAbsence.ts': VERIFY_BY_EMAIL,
  'functions/src/signIn/readReferrer.ts': 'tests/functions/signIn/registerCompany.emulator.spec.ts',
  'functions/src/signIn/tokenFor.ts': VERIFY,
  'functions/src/signIn/useCode.ts': VERIFY,
  'functions/src/templates/isFileOf.ts': 'tests/functions/templates/deleteReplacedFile.emulator.spec.ts',
  'functions/src/teams/finishTeam.ts': 'tests/functions/teams/deleteTeam.emulator.spec.ts',
  'functions/src/teams/teamNamed.ts': 'tests/functions/teams/renameTeam.emulator.spec.ts',
  'functions/src/sms/callGateway.ts': SEND_CODE,
  'functions/src/sms/gateways.ts': SEND_CODE,
}

/** `claimEntry.spec.ts`; `claimEntry.emulator.spec.ts` says on what it runs. */
const SPEC_ENDING = /(?:\.[a-z]+)?\.spec\.ts$/

const specs = sourceFiles('tests/**/*.spec.ts')
const areaSpecs = specs.filter((path) => Object.keys(AREAS).some((area) => path.startsWith(area)))

function sourceOf(spec: string): string {
  const area = Object.keys(AREAS).find((prefix) => spec.startsWith(prefix)) ?? ''
  return (AREAS[area] ?? '') + spec.slice(area.length).replace(SPEC_ENDING, '')
}

/** A contract spec is about a whole folder; any other about the file it is named after. */
function hasSource(spec: string): boolean {
  const source = sourceOf(spec)
  if (nameOf(source) === 'contract') return isInRepository(source.replace(/\/contract$/, '/adapter.ts'))
  return isInRepository(`${source}.ts`) || isInRepository(`${source}.vue`)
}

const useCases = sourceFiles('functions/src/*/*.ts')
  .filter((path) => !/^functions\/src\/(?:callables|http|triggers|store|platform)\//.test(path))
  .filter((path) => exportsOf(path).includes(nameOf(path)))
  .filter((path) => new RegExp(`^export (?:async )?function ${nameOf(path)}\\b`, 'm').test(readSource(path)))

const projects = config.test?.projects ?? []
const patterns = projects.flatMap((project) =>
  typeof project === 'object' && 'test' in project ? (project.test.include ?? []) : [],
)
const run = sourceFiles(...patterns)

const specTexts = specs.map(readSource).join('\n')

function aliasOf(path: string): string {
  return path.replace('functions/src/', '#functions/')
}

/** Its own spec, or one of the journey it is a part of, that calls it by name. */
function isProven(path: string): boolean {
  return areaSpecs.some((spec) => `${sourceOf(spec)}.ts` === path) || specTexts.includes(aliasOf(path))
}

describe('tests mirror the tree', () => {
  it('in more than a handful of files', () => {
    expect(areaSpecs.length).toBeGreaterThan(10)
    expect(useCases.length).toBeGreaterThan(10)
  })

  it('a spec is run by a project', () => {
    expect(specs.filter((path) => !run.includes(path))).toEqual([])
  })

  it('a spec stands beside its source', () => {
    expect(areaSpecs.filter((path) => !hasSource(path) && !(path in SPECS_WITHOUT_A_SOURCE))).toEqual([])
  })

  it('a use case has a spec', () => {
    expect(useCases.filter((path) => !isProven(path) && !(path in STEPS_PROVEN_BY))).toEqual([])
  })

  it('an exception is still one', () => {
    expect(
      Object.keys(SPECS_WITHOUT_A_SOURCE).filter((path) => !specs.includes(path) || hasSource(path)),
    ).toEqual([])
    expect(Object.keys(STEPS_PROVEN_BY).filter((path) => !useCases.includes(path) || isProven(path))).toEqual(
      [],
    )
    expect(Object.values(STEPS_PROVEN_BY).filter((spec) => !specs.includes(spec))).toEqual([])
  })
})
