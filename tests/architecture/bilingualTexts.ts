import ts from 'typescript'
import { readSource } from './sourceFiles.ts'

/** One text in both languages, by the place it stands at; '' where a language lacks it. */
export interface BilingualText {
  readonly at: string
  readonly ru: string
  readonly en: string
}

/**
 * Every text a file holds in Russian and English: `{ ru: 'Да', en: 'Yes' }`, two dictionaries in one object,
 * or two constants called `ru` and `en`.
 */
export function bilingualTexts(path: string): BilingualText[] {
  const file = ts.createSourceFile(path, readSource(path), ts.ScriptTarget.Latest, true)
  const found = textsOf(constantsOf(file), path)
  const visit = (node: ts.Node): void => {
    if (ts.isObjectLiteralExpression(node)) found.push(...textsOf(entriesOf(node), path))
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}

function constantsOf(file: ts.SourceFile): Map<string, ts.Expression> {
  const declarations = file.statements
    .filter(ts.isVariableStatement)
    .flatMap(({ declarationList }) => [...declarationList.declarations])
  return new Map(
    declarations.flatMap(({ name, initializer }) =>
      ts.isIdentifier(name) && initializer ? [[name.text, initializer] as const] : [],
    ),
  )
}

function textsOf(languages: ReadonlyMap<string, ts.Expression>, path: string): BilingualText[] {
  const ru = languages.get('ru')
  const en = languages.get('en')
  if (!ru || !en) return []
  const russian = dictionaryOf(ru)
  const english = dictionaryOf(en)
  return [...new Set([...russian.keys(), ...english.keys()])].map((key) => ({
    at: `${path}: ${key}`,
    ru: russian.get(key) ?? '',
    en: english.get(key) ?? '',
  }))
}

/** Keys of nested dictionaries are joined by dots; a single text has its own words as its key. */
function dictionaryOf(node: ts.Expression, prefix = ''): Map<string, string> {
  if (ts.isStringLiteralLike(node)) return new Map([[prefix || 'text', node.text]])
  if (!ts.isObjectLiteralExpression(node)) return new Map()
  const nested = [...entriesOf(node)].flatMap(([key, value]) => [
    ...dictionaryOf(value, prefix ? `${prefix}.${key}` : key),
  ])
  return new Map(nested)
}

function entriesOf(literal: ts.ObjectLiteralExpression): Map<string, ts.Expression> {
  const assignments = literal.properties.filter(ts.isPropertyAssignment)
  return new Map(assignments.map(({ name, initializer }) => [nameText(name), initializer]))
}

function nameText(name: ts.PropertyName): string {
  return ts.isIdentifier(name) || ts.isStringLiteralLike(name) ? name.text : name.getText()
}
