/** One message as the simulated provider keeps it. */
export interface SandboxMessage {
  readonly id: string
  readonly from: 'customer' | 'company'
  text: string
  readonly at: number
  /** The company's own word for it: a second send with it is the first one. */
  readonly key: string
  readonly templateId: string
  readonly fileName: string
  readonly replyTo: string
  isEdited: boolean
  isDeleted: boolean
  status: 'sent' | 'delivered' | 'read' | 'failed'
  /** Whether the company has said that it read the customer's message. */
  isSeen: boolean
  customerReaction: string
  companyReaction: string
}

export interface SandboxCustomer {
  /** The phone's digits; also the chat's id. */
  readonly id: string
  name: string
  readonly phone: string
  readonly messages: SandboxMessage[]
  isBlocked: boolean
  typingUntil: number
}

export interface SandboxTemplate {
  readonly id: string
  readonly name: string
  readonly language: string
  readonly body: string
  readonly variables: readonly string[]
  state: 'approved' | 'pending' | 'rejected'
}

/** A business account with its customers. */
export interface SandboxAccount {
  readonly id: string
  readonly key: string
  readonly name: string
  readonly phone: string
  /** Whether free texts are taken for a day only after the customer's last message; else always. */
  readonly hasWindow: boolean
  hook: { readonly url: string; readonly secret: string } | undefined
  readonly customers: Map<string, SandboxCustomer>
  readonly templates: SandboxTemplate[]
  /** Phones nobody is under. */
  readonly absent: Set<string>
  /** Answers to the last calls of the hook, newest first. */
  readonly attempts: { readonly at: number; readonly status: number }[]
  /** Sends that are answered by 500, nothing sent. */
  failures: number
}
