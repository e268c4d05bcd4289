import { isChannelKind, manifests } from '#channels/manifests.ts'
import type { ChannelManifest } from '#channels/manifest.ts'
import type { CompanyChannel } from '#web/firebase/channels.ts'
import { language } from '#web/ui/i18n.ts'
import { t } from './messages.ts'

export interface ChannelChoice {
  readonly channel: CompanyChannel
  readonly manifest: ChannelManifest
  /** The kind's name, or the account's where there are several of one kind. */
  readonly label: string
  /** Why it cannot write first; '' when it can. */
  readonly obstacle: string
}

/** Connected channels, those that can write first before the others. */
export function channelChoices(all: readonly CompanyChannel[]): ChannelChoice[] {
  const choices = all.flatMap((channel) => {
    if (!isChannelKind(channel.kind)) return []
    const manifest = manifests[channel.kind]
    const isOnly = all.filter(({ kind }) => kind === channel.kind).length === 1
    const label = isOnly ? manifest.label[language()] : channel.name
    return [{ channel, manifest, label, obstacle: obstacleOf(channel, manifest, label) }]
  })
  return choices.sort((a, b) => Number(a.obstacle !== '') - Number(b.obstacle !== ''))
}

function obstacleOf({ state }: CompanyChannel, { supports }: ChannelManifest, label: string): string {
  if (!supports.writeFirst) return t('cannotFirst', { channel: label })
  return state === 'active' ? '' : t('cannotOff', { channel: label })
}
