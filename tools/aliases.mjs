// Benches and demo data call our own functions, whose aliases Node does not know: this teaches it.
import { registerHooks } from 'node:module'

const root = new URL('../', import.meta.url)
const folders = { functions: 'functions/src/', web: 'web/src/' }

registerHooks({
  resolve(specifier, context, next) {
    const [, area, path] = /^#(\w+)\/(.+)$/.exec(specifier) ?? []
    return next(area ? new URL(`${folders[area] ?? `${area}/`}${path}`, root).href : specifier, context)
  },
})
