/** Everything a request may be refused for, each with words of its own in the page. */
export const domainErrorCodes = [
  'notFound',
  'accountTaken',
  'channelDisconnected',
  'codeExpired',
  'codeWrong',
  'tooManyAttempts',
  'alreadySent',
  'notSentYet',
  'notOwnMessage',
  'messageDeleted',
  'tooLateToChange',
  'textTooLong',
  'textMissing',
  'reactionRefused',
  'channelCannot',
  'secretRefused',
  'captchaRefused',
  'countryRefused',
  'smsUnavailable',
  'signInTooOld',
  'phoneTaken',
  'emailTaken',
  'lastAdmin',
  'alreadyMember',
  'invitationUsed',
  'invitationRevoked',
  'invitationExpired',
  'imageRefused',
  'contactBlocked',
  'momentRefused',
  'tooManyScheduled',
  'phoneRefused',
  'numberNotThere',
  'channelCannotWriteFirst',
  'conversationOfColleague',
  'windowClosed',
  'templateRefused',
  'tooManyTags',
  'nameTaken',
] as const
export type DomainErrorCode = (typeof domainErrorCodes)[number]

/** The request is well formed but makes no sense now. The page words it by `code` and `details`. */
export class DomainError extends Error {
  override readonly name = 'DomainError'
  readonly code: DomainErrorCode
  readonly details: Readonly<Record<string, string | number>>

  constructor(code: DomainErrorCode, details: Readonly<Record<string, string | number>> = {}) {
    super(code)
    this.code = code
    this.details = details
  }
}
