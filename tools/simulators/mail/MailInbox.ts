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

const MAX_MESSAGES = 300

/** All mail the product sends, whoever it is for. */
export class MailInbox {
  /** Newest first. */
  readonly messages: MailMessage[] = []
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

  clear(): void {
    this.messages.length = 0
  }
}

function addressesOf(to: AddressObject | AddressObject[] | undefined): string[] {
  return [to ?? []].flat().flatMap(({ value }) => value.map(({ address }) => address ?? ''))
}

function attachmentsOf({ attachments }: ParsedMail): MailMessage['attachments'] {
  return attachments.map(({ filename, contentType, size }) => ({ name: filename ?? '', contentType, size }))
}
