import './tokens.css'
import './base.css'
import { start } from './start.ts'

/** Chrome 91 and Safari 15 lack all of these, Firefox 95 the latter two; a browser with the newest has the rest. */
const isComplete =
  'hasOwn' in Object &&
  'at' in Array.prototype &&
  'findLast' in Array.prototype &&
  'toSorted' in Array.prototype

if (isComplete) start()
else void import('./polyfills.ts').then(start)
