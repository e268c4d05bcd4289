import type { Page } from 'playwright-core'
import * as z from 'zod/mini'

/**
 * Runs in the page: a script that ran, an element that came out of a text, whatever goes beyond the window
 * or makes a pane slide sideways (a phone's filters do), and signs that turn the direction of words beside theirs.
 */
const LOOK = `(() => {
  const harm = []
  if (window.hacked) harm.push('a script ran')
  for (const each of document.querySelectorAll('img[src="x"]')) harm.push('an element came out of a text: ' + each.outerHTML.slice(0, 80))
  const nameOf = (element) => element.tagName.toLowerCase() + '.' + element.className
  const root = document.scrollingElement
  if (root.scrollWidth > root.clientWidth + 1) harm.push('the page is ' + root.scrollWidth + ' wide')
  for (const each of document.querySelectorAll('*')) {
    const { overflowX } = getComputedStyle(each)
    if ((overflowX === 'auto' || overflowX === 'scroll') && each.scrollWidth > each.clientWidth + 1 && !each.matches('.chips')) harm.push('slides sideways: ' + nameOf(each) + ' ' + each.scrollWidth + ' > ' + each.clientWidth)
  }
  const paragraphOf = (node) => {
    let box = node.parentElement
    while (getComputedStyle(box).display === 'inline' && !getComputedStyle(box).unicodeBidi.startsWith('isolate')) box = box.parentElement
    return box
  }
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.data.includes('\\u202e') || node.parentElement.closest('.visually-hidden')) continue
    const own = paragraphOf(node)
    const line = document.createTreeWalker(own, NodeFilter.SHOW_TEXT)
    line.currentNode = node
    let after = node.data.slice(node.data.indexOf('\\u202e')).replace(/^.gnp.exe [\\p{L}\\p{M}]*/u, '')
    for (let next = line.nextNode(); next; next = line.nextNode()) if (paragraphOf(next) === own) after += next.data
    after = after.replace(/[.…\\s]/gu, '')
    if (after && own.getClientRects().length) harm.push('turns what follows: ' + nameOf(own) + ' ' + after.slice(0, 60))
  }
  for (const each of document.querySelectorAll('a[href]')) {
    if (!/^(?:https?|mailto|tel|blob):/.test(each.protocol)) harm.push('leads to ' + each.href.slice(0, 60))
    if (each.origin !== location.origin && each.protocol !== 'blob:' && !(each.target === '_blank' && /noopener/.test(each.rel))) harm.push('opens with a way back: ' + each.href.slice(0, 60))
  }
  return [...new Set(harm)]
})()`

/** What hostile words have done to the page, each in a line. */
export async function harmOn(page: Page): Promise<string[]> {
  return z.array(z.string()).parse(await page.evaluate(LOOK))
}
