/** One project for all rules tests, so that their coverage adds up; another where two runs go side by side. */
export const RULES_PROJECT = process.env['RULES_PROJECT'] ?? 'demo-pact-rules'
