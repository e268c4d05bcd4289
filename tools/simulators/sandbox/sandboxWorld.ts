import type { SandboxAccount, SandboxCustomer, SandboxMessage, SandboxTemplate } from './SandboxAccount.ts'

/** Everything the simulated provider knows. */
export interface SandboxWorld {
  readonly accounts: Map<string, SandboxAccount>
  readonly changed: () => void
  nextNumber: number
}

type Identity = Pick<SandboxAccount, 'id' | 'key' | 'name' | 'phone' | 'hasWindow'>

export const WINDOW_MS = 24 * 60 * 60 * 1000

const KNOWN_ACCOUNTS: readonly Identity[] = [
  { id: 'sb-1', key: 'sandbox-key-0001', name: 'Тёплый дом', phone: '+74951230001', hasWindow: true },
  { id: 'sb-2', key: 'sandbox-key-0002', name: 'Уют Ремонт', phone: '+74951230002', hasWindow: true },
  { id: 'sb-3', key: 'sandbox-key-0003', name: 'Линия без окна', phone: '+74951230003', hasWindow: false },
]

const TEMPLATES: readonly SandboxTemplate[] = [
  {
    id: 'order_ready',
    name: 'Заказ готов',
    language: 'ru',
    body: 'Здравствуйте, {{имя}}. Заказ {{номер заказа}} готов, его можно забрать.',
    variables: ['имя', 'номер заказа'],
    state: 'approved',
  },
  {
    id: 'ask_again',
    name: 'Вопрос ещё открыт',
    language: 'ru',
    body: 'Здравствуйте. Вы обращались к нам, но мы не успели ответить. Вопрос ещё актуален?',
    variables: [],
    state: 'approved',
  },
  {
    id: 'discount',
    name: 'Скидка недели',
    language: 'ru',
    body: 'Только до воскресенья: скидка {{процент}} % на всё.',
    variables: ['процент'],
    state: 'pending',
  },
]

/** Nobody is under these from the beginning. */
const ABSENT = ['+79990000000']

export function createSandbox(changed: () => void): SandboxWorld {
  const accounts = new Map<string, SandboxAccount>()
  for (const known of KNOWN_ACCOUNTS) accounts.set(known.id, newAccount(known))
  return { accounts, changed, nextNumber: Math.floor(Date.now() / 1000) }
}

/** An account of somebody's own, with a key of its own. */
export function addAccount(
  world: SandboxWorld,
  { name, hasWindow }: Pick<SandboxAccount, 'name' | 'hasWindow'>,
): SandboxAccount {
  const number = String(world.nextNumber++)
  const account = newAccount({
    id: `sb-${number}`,
    key: `sandbox-key-${number}`,
    name,
    phone: `+7495${number.slice(-7)}`,
    hasWindow,
  })
  world.accounts.set(account.id, account)
  return account
}

function newAccount(identity: Identity): SandboxAccount {
  return {
    ...identity,
    hook: undefined,
    customers: new Map(),
    templates: TEMPLATES.map((template) => ({ ...template })),
    absent: new Set(ABSENT),
    attempts: [],
    failures: 0,
  }
}

/** Back to an account that nobody knows. */
export function resetAccount(account: SandboxAccount, keepHook: boolean): void {
  account.customers.clear()
  account.templates.splice(0, account.templates.length, ...TEMPLATES.map((template) => ({ ...template })))
  account.absent.clear()
  for (const phone of ABSENT) account.absent.add(phone)
  account.attempts.length = 0
  account.failures = 0
  if (!keepHook) account.hook = undefined
}

export function customerOf(account: SandboxAccount, phone: string, name = ''): SandboxCustomer {
  const id = phone.replace(/\D/g, '')
  const known = account.customers.get(id)
  if (known) {
    known.name = name || known.name
    return known
  }
  const customer = { id, name, phone: `+${id}`, messages: [], isBlocked: false, typingUntil: 0 }
  account.customers.set(id, customer)
  return customer
}

export function addMessage(
  world: SandboxWorld,
  customer: SandboxCustomer,
  message: Pick<SandboxMessage, 'from' | 'text'> & Partial<SandboxMessage>,
): SandboxMessage {
  const added: SandboxMessage = {
    id: `m${String(world.nextNumber++)}`,
    at: Date.now(),
    key: '',
    templateId: '',
    fileName: '',
    replyTo: '',
    isEdited: false,
    isDeleted: false,
    status: 'sent',
    isSeen: false,
    customerReaction: '',
    companyReaction: '',
    ...message,
  }
  customer.messages.push(added)
  return added
}

/** Free texts are taken for a day after the customer's last message, where the account has a window. */
export function isWindowOpen({ hasWindow }: SandboxAccount, { messages }: SandboxCustomer): boolean {
  if (!hasWindow) return true
  const lastAt = Math.max(0, ...messages.filter(({ from }) => from === 'customer').map(({ at }) => at))
  return Date.now() - lastAt < WINDOW_MS
}
