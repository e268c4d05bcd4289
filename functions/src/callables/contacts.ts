import { deleteTagContract, renameContactContract, tagContactContract } from '#shared/api/contacts.ts'
import { deleteTag as remove } from '#functions/contacts/deleteTag.ts'
import { renameContact as rename } from '#functions/contacts/renameContact.ts'
import { tagContact as tag } from '#functions/contacts/tagContact.ts'
import { actorOf } from './actorOf.ts'
import { defineCallable } from './defineCallable.ts'

export const renameContact = defineCallable(renameContactContract, 'operator', (request, caller) =>
  rename(request, caller),
)

export const tagContact = defineCallable(tagContactContract, 'operator', (request, caller) =>
  tag(request, caller),
)

export const deleteTag = defineCallable(deleteTagContract, 'admin', (request, caller) =>
  remove(request, actorOf(caller)),
)
