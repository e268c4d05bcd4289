import { make } from './make.ts'

const ADDRESS = /https?:\/\/[^\s<>"«»]+[^\s<>"«».,;:!?)\]]/g

/** Text with its web addresses made links; nothing else in it is markup. */
export function linkedText(text: string): Node[] {
  const nodes: Node[] = []
  let end = 0
  for (const { 0: address, index } of text.matchAll(ADDRESS)) {
    nodes.push(document.createTextNode(text.slice(end, index)))
    nodes.push(make('a', { href: address, target: '_blank', rel: 'noopener noreferrer nofollow' }, address))
    end = index + address.length
  }
  nodes.push(document.createTextNode(text.slice(end)))
  return nodes
}
