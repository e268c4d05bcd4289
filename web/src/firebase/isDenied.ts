import { FunctionsError } from 'firebase/functions'

/** The server would not hear him: his sign-in holds no more, or he may not do this. */
export function isDenied(error: unknown): boolean {
  return error instanceof FunctionsError && error.code === 'functions/permission-denied'
}
