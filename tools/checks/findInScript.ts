import ts from 'typescript'

/** In web/src/app/polyfills.ts. */
const FILLED_METHODS = new Set(['at', 'findLast', 'findLastIndex', 'toSorted', 'hasOwn'])

/** Methods by a name nothing else bears. */
const MISSING_METHODS = new Set([
  ...['toReversed', 'toSpliced', 'groupBy', 'fromAsync', 'withResolvers', 'isWellFormed', 'toWellFormed'],
  ...[
    'randomUUID',
    'canParse',
    'showModal',
    'checkVisibility',
    'showPopover',
    'getOrInsert',
    'getOrInsertComputed',
  ],
])

const MISSING_GLOBALS = new Set([
  'structuredClone',
  'requestIdleCallback',
  'BroadcastChannel',
  'scheduler',
  'reportError',
])

/** Firefox and Safari of that age: no lookbehind before Safari 16.4, no flag v anywhere. */
const LOOKBEHIND = /\(\?<[=!]/

/** What the oldest promised browsers would stumble over in a script. A use behind a test for it is no finding. */
export function findInScript(script: string, { isFilled }: { readonly isFilled: boolean }): string[] {
  const source = ts.createSourceFile('chunk.js', script, ts.ScriptTarget.Latest, true, ts.ScriptKind.JS)
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    const name = findingAt(node, isFilled)
    if (name && !isTested(name, script)) found.push(`${name}: ${node.getText(source).slice(0, 90)}`)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

function findingAt(node: ts.Node, isFilled: boolean): string | undefined {
  if (ts.isClassStaticBlockDeclaration(node)) return 'class static block'
  if (ts.isAwaitExpression(node) && !ts.findAncestor(node, ts.isFunctionLike)) return 'top-level await'
  if (
    ts.isBinaryExpression(node) &&
    node.operatorToken.kind === ts.SyntaxKind.InKeyword &&
    ts.isPrivateIdentifier(node.left)
  )
    return '#x in'
  if (ts.isRegularExpressionLiteral(node)) return findingInPattern(node.text)
  if (ts.isNewExpression(node)) return globalOf(node.expression)
  return ts.isCallExpression(node) ? findingInCall(node, isFilled) : undefined
}

function findingInPattern(text: string): string | undefined {
  if (LOOKBEHIND.test(text)) return 'lookbehind'
  return /\/[a-z]*v[a-z]*$/.test(text) ? 'regex flag v' : undefined
}

function findingInCall(
  { expression, questionDotToken }: ts.CallExpression,
  isFilled: boolean,
): string | undefined {
  if (questionDotToken) return undefined
  if (!ts.isPropertyAccessExpression(expression)) return globalOf(expression)
  const method = expression.name.text
  if (MISSING_METHODS.has(method) || (!isFilled && FILLED_METHODS.has(method))) return method
  return undefined
}

function globalOf(expression: ts.Expression): string | undefined {
  return ts.isIdentifier(expression) && MISSING_GLOBALS.has(expression.text) ? expression.text : undefined
}

/** `typeof x`, `'x' in y`, `y.x ? …`, `y.x && …`. */
function isTested(name: string, script: string): boolean {
  return new RegExp(
    `typeof (?:\\w+\\.)*${name}\\b|["'\`]${name}["'\`] in |\\.${name}(?:\\?[^.]|&&|\\|\\|)`,
  ).test(script)
}
