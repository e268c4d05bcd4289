import { readingSettings } from './readingSettings.ts'
import { sandbox } from './sandbox/adapter.ts'
import { openLine } from './sandbox/openLineAdapter.ts'

/** Channels of the local stack and the tests: a production build finds an empty list in this place. */
export const localAdapters = { sandbox: readingSettings(sandbox), openline: readingSettings(openLine) }
