import type { Plugin } from 'postcss'

/**
 * Every cascade layer of the page, weakest first: ours beneath Vuetify's; what is in no layer beats them all.
 * The browsers we promise know no layers, so they are turned into specificity, file by file: each file must
 * count the same layers, or the files would not fit together.
 */
const LAYERS = [
  'pact-reset',
  'vuetify-core.reset',
  'vuetify-core.base',
  'vuetify-components',
  'vuetify-overrides',
  'vuetify-utilities.theme-base',
  'vuetify-utilities.typography',
  'vuetify-utilities.helpers',
  'vuetify-utilities.theme-background',
  'vuetify-utilities.theme-foreground',
  'vuetify-final.transitions',
  'vuetify-final.trumps',
]

function isListed(name: string): boolean {
  return LAYERS.some((layer) => layer === name || layer.startsWith(`${name}.`) || layer.endsWith(`.${name}`))
}

/** Begins each file with the whole order of layers, and refuses a layer it does not know. */
export function layerOrder(): Plugin {
  return {
    postcssPlugin: 'pact-layer-order',
    Once(root, { AtRule }) {
      root.walkAtRules('layer', (rule) => {
        const strange = rule.params
          .split(',')
          .map((name) => name.trim())
          .find((name) => !isListed(name))
        if (strange !== undefined)
          throw rule.error(`layer ${strange || '(unnamed)'} is missing in web/build/layerOrder.ts`)
      })
      root.walkRules(/#[a-z]/i, (rule) => {
        throw rule.error('an id in a selector would outweigh the layers above it')
      })
      root.prepend(new AtRule({ name: 'layer', params: LAYERS.join(', ') }))
    },
  }
}
