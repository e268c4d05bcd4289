import { simpleParser, type AddressObject, type ParsedMail } from 'mailparser'

export interface MailMessage {
  readonly id: string
  readonly from: string
  readonly to: readonly string[]
  readonly subject: string
  readonly text: string
  /** '' when the mail has none. */
  readonly html: string
  readonly at: number
  readonly attachments: readonly {
    readonly name: string
    readonly contentType: string
    readonly size: number
  }[]
}

/** What the server says instead of taking a mail; 4xx asks to come again, 5xx not to. */
export interface MailFault {
  readonly code: number
  readonly count: number | 'all'
}

const MAX_MESSAGES = 200

/** All mail the product sends, whoever it is for. */
export class MailInbox {
  /** Newest first. */
  readonly messages: MailMessage[] = []
  fault: MailFault | undefined
  private nextNumber = Math.floor(Date.now() / 1000)

  async receive(raw: Buffer, recipients: readonly string[]): Promise<void> {
    const mail = await simpleParser(raw)
    this.messages.unshift({
      id: String(this.nextNumber++),
      from: mail.from?.text ?? '',
      to: recipients.length > 0 ? recipients : addressesOf(mail.to),
      subject: mail.subject ?? '',
      text: mail.text ?? '',
      html: mail.html || '',
      at: Date.now(),
      attachments: attachmentsOf(mail),
    })
    this.messages.length = Math.min(this.messages.length, MAX_MESSAGES)
  }

  /** The code that strikes a mail, counted down. */
  strike(): number | undefined {
    const { fault } = this
    if (fault && fault.count !== 'all')
      this.fault = fault.count > 1 ? { ...fault, count: fault.count - 1 } : undefined
    return fault?.code
  }

  reset(): void {
    this.messages.length = 0
    this.fault = undefined
  }
}

function addressesOf(to: AddressObject | AddressObject[] | undefined): string[] {
  return [to ?? []].flat().flatMap(({ value }) => value.map(({ address }) => address ?? ''))
}

function attachmentsOf({ attachments }: ParsedMail): MailMessage['attachments'] {
  return attachments.map(({ filename, contentType, size }) => ({ name: filename ?? '', contentType, size }))
}
