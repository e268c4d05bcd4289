import { describe, expect, it } from 'vitest'
import { bilingualTexts } from './bilingualTexts.ts'
import type { BilingualText } from './bilingualTexts.ts'
import { sourceFiles } from './sourceFiles.ts'

const texts = sourceFiles('web/{src,widget}/**/*.ts', 'channels/*/manifest.ts').flatMap(bilingualTexts)

function placeholdersOf(text: string): string {
  return [...new Set(text.match(/\{\w+\}/g) ?? [])].sort().join(' ')
}

/** vue-i18n parts the forms of a counted text by a bar between spaces. */
function formsOf(text: string): number {
  return text.split(' | ').length
}

function places(found: readonly BilingualText[]): string[] {
  return found.map(({ at }) => at)
}

describe('texts', () => {
  it('are found', () => {
    expect(texts.length).toBeGreaterThan(100)
  })

  it('are there in both languages', () => {
    expect(places(texts.filter(({ ru, en }) => ru === '' || en === ''))).toEqual([])
  })

  it('name the same values in both', () => {
    const differing = texts.filter(({ ru, en }) => placeholdersOf(ru) !== placeholdersOf(en))
    expect(places(differing)).toEqual([])
  })

  it('count in three forms in Russian and two in English', () => {
    const counted = texts.filter(({ ru, en }) => formsOf(ru) > 1 || formsOf(en) > 1)
    expect(places(counted.filter(({ ru, en }) => formsOf(ru) !== 3 || formsOf(en) !== 2))).toEqual([])
  })

  it('in English hold no Russian letter', () => {
    expect(
      places(
        texts.filter(({ at, en }) => /[а-яё]/i.test(en.replace(/«[^»]*»/g, '')) && !at.includes('language')),
      ),
    ).toEqual([])
  })

  it('stay calm', () => {
    expect(places(texts.filter(({ ru, en }) => /!|пожалуйста|ошибка!/i.test(ru) || /!/.test(en)))).toEqual([])
  })

  it('say «вы» with a small letter', () => {
    expect(
      places(texts.filter(({ ru }) => /[^.?!…«\n|] (?:Вы|Вас|Вам|Вами|Ваш[а-я]*)(?![а-яё])/.test(ru))),
    ).toEqual([])
  })
})
