import { createTeamContract, deleteTeamContract, renameTeamContract } from '#shared/api/members.ts'
import { createTeam as create } from '#functions/teams/createTeam.ts'
import { deleteTeam as remove } from '#functions/teams/deleteTeam.ts'
import { renameTeam as rename } from '#functions/teams/renameTeam.ts'
import { actorOf } from './actorOf.ts'
import { defineCallable } from './defineCallable.ts'

export const createTeam = defineCallable(createTeamContract, 'admin', (request, caller) =>
  create(request, actorOf(caller)),
)

export const renameTeam = defineCallable(renameTeamContract, 'admin', async (request, caller) => {
  await rename(request, actorOf(caller))
  return {}
})

export const deleteTeam = defineCallable(deleteTeamContract, 'admin', async (request, caller) => {
  await remove(request, actorOf(caller))
  return {}
})
