import { smsGateways } from '#functions/platform/config.ts'
import type { SmsGateway } from './gateway.ts'
import { smsc } from './smsc.ts'
import { smsRu } from './smsRu.ts'

const known: ReadonlyMap<string, SmsGateway> = new Map([
  ['smsru', smsRu],
  ['smsc', smsc],
])

/** A gateway this installation has an account with. */
export interface ConfiguredGateway {
  readonly name: string
  readonly key: string
  readonly gateway: SmsGateway
}

/** In the order they are tried. */
export function gateways(): ConfiguredGateway[] {
  return smsGateways
    .value()
    .split(',')
    .map((each) => readGateway(each.trim()))
}

function readGateway(text: string): ConfiguredGateway {
  const [name = ''] = text.split(':')
  const gateway = known.get(name)
  // The text itself holds a key.
  if (!gateway) throw new Error(`SMS_GATEWAYS names none of ${[...known.keys()].join(', ')}`)
  return { name, key: text.slice(name.length + 1), gateway }
}
