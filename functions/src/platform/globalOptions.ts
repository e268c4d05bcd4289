import { setGlobalOptions } from 'firebase-functions'
import { REGION } from './config.ts'

// Must run before any function is defined: this module is the first import of index.ts.
setGlobalOptions({ region: REGION, memory: '512MiB', cpu: 1, timeoutSeconds: 120, maxInstances: 50 })
