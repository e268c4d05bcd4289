/** Documents read and written by this process: what `npm run bench -- cost` prints. */
export const cost = { reads: 0, writes: 0 }
