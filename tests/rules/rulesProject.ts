/** One project for all rules tests, so that their coverage adds up. */
export const RULES_PROJECT = 'demo-pact-rules'
