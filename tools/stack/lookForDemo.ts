import * as z from 'zod/mini'
import { documentPath } from '#shared/firestore/collections.ts'
import { olga } from '#tools/demo/people.ts'
import { PROJECT_ID } from './layout.ts'

export interface DemoFacts {
  readonly hasPeople: boolean
  /** What stands in a site's code, '' when no widget is connected. */
  readonly widgetId: string
}

const channelsSchema = z.array(
  z.object({
    document: z.optional(
      z.object({ fields: z.object({ accountId: z.object({ stringValue: z.string() }) }) }),
    ),
  }),
)

/** What of the demo data there is. The emulators' own key opens everything. */
export async function lookForDemo(firestoreUrl: string): Promise<DemoFacts> {
  const documents = `${firestoreUrl}/v1/projects/${PROJECT_ID}/databases/(default)/documents`
  const user = await fetch(`${documents}/${documentPath('users', { userId: olga.id })}`, { headers: OWNER })
  const widgets = await fetch(`${documents}:runQuery`, {
    method: 'POST',
    headers: { ...OWNER, 'content-type': 'application/json' },
    body: JSON.stringify({ structuredQuery: FIRST_WIDGET }),
  })
  const [first] = channelsSchema.parse(await widgets.json())
  return { hasPeople: user.ok, widgetId: first?.document?.fields.accountId.stringValue ?? '' }
}

const OWNER = { authorization: 'Bearer owner' }

const equals = (field: string, value: string): unknown => ({
  fieldFilter: { field: { fieldPath: field }, op: 'EQUAL', value: { stringValue: value } },
})

const FIRST_WIDGET = {
  from: [{ collectionId: 'channels', allDescendants: true }],
  where: { compositeFilter: { op: 'AND', filters: [equals('kind', 'widget'), equals('state', 'active')] } },
  limit: 1,
}
