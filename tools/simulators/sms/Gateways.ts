import { SmsInbox } from './SmsInbox.ts'
import { SmsRu } from './smsRu/SmsRu.ts'
import { Smsc } from './smsc/Smsc.ts'

/** The SMS gateways, and the phones all of them reach. */
export class Gateways {
  readonly inbox = new SmsInbox()
  readonly smsRu = new SmsRu(this.inbox)
  readonly smsc = new Smsc(this.inbox)

  reset(): void {
    this.inbox.clear()
    this.smsRu.account.reset()
    this.smsc.reset()
  }
}
