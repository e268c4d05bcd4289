import { mdiAlertCircle, mdiCheckCircle, mdiClockAlertOutline, mdiPowerPlugOffOutline } from '@mdi/js'
import type { Channel } from '#shared/domain/channel.ts'
import { t } from './messages.ts'

export interface ChannelState {
  readonly tone: 'success' | 'warning' | 'error' | 'plain'
  readonly icon: string
  readonly text: string
  /** Low numbers stand on top: what is broken first, what is off last. */
  readonly rank: number
}

/** A channel's health as a person reads it. */
export function channelState(
  { state, health }: Pick<Channel, 'state' | 'health'>,
  label: string,
): ChannelState {
  if (state === 'disconnected')
    return { tone: 'plain', icon: mdiPowerPlugOffOutline, text: t('disconnected'), rank: 3 }
  switch (health.status) {
    case 'needsAttention':
      return { tone: 'error', icon: mdiAlertCircle, text: attentionText(health.reason), rank: 0 }
    case 'slow':
      return { tone: 'warning', icon: mdiClockAlertOutline, text: t('slow', { label }), rank: 1 }
    case 'working':
      return { tone: 'success', icon: mdiCheckCircle, text: t('working'), rank: 2 }
  }
}

function attentionText(reason: string): string {
  return t(reason === 'unauthorized' ? 'needsSignIn' : 'needsAttention')
}
