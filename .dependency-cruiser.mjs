/** Who may import whom. Imports go one way; docs/architecture.md draws it. */

const anyFirebase = '(^|/)node_modules/(firebase|@firebase)/'
const adminSdk = '(^|/)node_modules/(firebase-admin|@google-cloud/(firestore|storage|tasks))/'
const everyPackage = '(^|/)node_modules/'

/** A folder of `functions/src` that is neither a door nor what doors and use cases stand on. */
const useCase = '^functions/src/(?!(http|callables|triggers|store|platform)/)[^/]+/'

const rules = [
  {
    name: 'no-cycles',
    comment: 'Two modules that need each other are one module, or three.',
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
  {
    name: 'no-dead-ends',
    comment: 'An import that leads nowhere.',
    from: {},
    to: { couldNotResolve: true, pathNot: '^(virtual:|\\$)' },
  },

  {
    name: 'shared-is-pure',
    comment: 'Both sides speak these words: no area of the product, no package but the schema library.',
    from: { path: '^shared/' },
    to: { pathNot: ['^shared/', '(^|/)node_modules/zod/'] },
  },

  {
    name: 'adapters-know-shared-only',
    comment: 'A channel is understood without the cloud, the page or the tools.',
    from: { path: '^(channels|crm)/' },
    to: { path: '^(functions|web|tools|tests)/' },
  },
  {
    name: 'channel-knows-itself',
    comment: 'Two channels share nothing but the interface.',
    from: { path: '^channels/([^/]+)/' },
    to: { path: '^channels/([^/]+)/', pathNot: '^channels/$1/' },
  },
  {
    name: 'crm-knows-itself',
    comment: 'Two CRMs share nothing but the interface.',
    from: { path: '^crm/([^/]+)/' },
    to: { path: '^crm/([^/]+)/', pathNot: '^crm/$1/' },
  },
  {
    name: 'channel-knows-no-list',
    comment: 'The lists name the channels, never the other way round.',
    from: { path: '^(channels|crm)/[^/]+/' },
    to: { path: '^(channels|crm)/(adapters|manifests)\\.ts$' },
  },
  {
    name: 'channel-uses-no-sdk',
    comment: 'Providers are reached by the HTTP client that is handed in.',
    from: { path: '^(channels|crm)/' },
    to: { path: everyPackage, pathNot: '(^|/)node_modules/(zod|@types/node)/' },
  },
  {
    name: 'manifest-is-data',
    comment: 'The browser sees manifests: nothing of Node, nothing of an adapter comes along.',
    from: { path: '^(channels|crm)/[^/]+/manifest\\.ts$' },
    to: { pathNot: ['^shared/', '^(channels|crm)/manifest\\.ts$'] },
  },

  {
    name: 'platform-stands-below',
    comment: 'What every part of the cloud stands on knows none of them; manifests tell it the addresses.',
    from: { path: '^functions/src/platform/' },
    to: {
      path: '^(functions/src/(?!platform/)|channels/|crm/|web/|tools/|tests/)',
      pathNot: '^(channels|crm)/manifests\\.ts$',
    },
  },
  {
    name: 'store-stands-below',
    comment: 'The store knows the shared words and the platform.',
    from: { path: '^functions/src/store/' },
    to: { path: '^(functions/src/(?!(store|platform)/)|channels/|crm/|web/|tools/|tests/)' },
  },
  {
    name: 'doors-go-through-use-cases',
    comment: 'A door binds a request to a use case; it touches no document.',
    from: { path: '^functions/src/(http|callables|triggers)/' },
    to: { path: '^functions/src/store/' },
  },
  {
    name: 'use-cases-know-no-door',
    comment: 'What happens does not depend on how it was asked for.',
    from: { path: useCase },
    to: { path: '^functions/src/((http|callables|triggers)/|index\\.ts$)' },
  },
  {
    name: 'lists-of-channels-only',
    comment: 'The cloud takes adapters from the list: no channel has a place of its own in it.',
    from: { path: '^functions/' },
    to: { path: '^(channels|crm)/[^/]+/' },
  },
  {
    name: 'cloud-knows-no-page',
    comment: '`shared` is the only bridge.',
    from: { path: '^functions/' },
    to: { path: '^(web|tools|tests)/' },
  },
  {
    name: 'admin-sdk-in-store-and-platform',
    comment: 'Only the store touches Firestore.',
    from: { path: '^functions/', pathNot: '^functions/src/(store|platform)/' },
    to: { path: adminSdk },
  },

  {
    name: 'page-knows-no-cloud',
    comment: '`shared` is the only bridge.',
    from: { path: '^web/' },
    to: { path: '^(functions|tests)/' },
  },
  {
    name: 'page-sees-manifests-only',
    comment: 'An adapter in the browser would bring its secrets along.',
    from: { path: '^web/' },
    to: { path: '^(channels|crm)/', pathNot: '^(channels|crm)/manifests?\\.ts$' },
  },
  {
    name: 'page-uses-no-node',
    comment: 'The browser has no Node.',
    from: { path: '^web/(src|widget)/' },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'feature-knows-itself',
    comment: 'Features meet on a page, not in each other; what one lets others choose from is open to all.',
    from: { path: '^web/src/features/([^/]+)/' },
    to: {
      path: '^web/src/features/([^/]+)/',
      pathNot: [
        '^web/src/features/$1/',
        '^web/src/features/templates/templateCommands\\.ts$',
        '^web/src/features/(emoji/EmojiPanel|templates/TemplatePicker|newMessage/(NewMessage|ApprovedTemplate)Dialog)\\.vue$',
      ],
    },
  },
  {
    name: 'features-stand-below-pages',
    comment: 'Pages compose features; app composes pages.',
    from: { path: '^web/src/features/' },
    to: { path: '^web/src/(pages|app)/' },
  },
  {
    name: 'pages-stand-below-app',
    comment: 'App composes pages.',
    from: { path: '^web/src/pages/' },
    to: { path: '^web/src/app/' },
  },
  {
    name: 'firebase-stands-below',
    comment: 'What reads and writes knows nothing of what is shown.',
    from: { path: '^web/src/firebase/' },
    to: { path: '^web/src/(ui|features|pages|app)/' },
  },
  {
    name: 'ui-is-vue-and-vuetify',
    comment: 'Our few components hold no word of the domain; how long an hour is belongs to nobody.',
    from: { path: '^web/src/ui/' },
    to: {
      pathNot: [
        '^web/src/ui/',
        '^shared/domain/time.ts$',
        '(^|/)node_modules/(vue|@vue|vue-i18n|vuetify|@mdi|libphonenumber-js)/',
      ],
    },
  },
  {
    name: 'sdk-in-one-place',
    comment: 'Only web/src/firebase, and the widget in its own firebase folder, touch the SDK.',
    from: { path: '^(web|shared|channels|crm|functions)/', pathNot: '^web/(src|widget)/firebase/' },
    to: { path: anyFirebase },
  },

  {
    name: 'tools-for-tests-only',
    comment: 'The product does not know what developers run.',
    from: { path: '^(shared|channels|crm|functions|web/src|web/widget)/' },
    to: { path: '^tools/' },
  },
  {
    name: 'tests-for-tests-only',
    comment: 'Nothing leans on the proof.',
    from: { pathNot: '^tests/' },
    to: { path: '^tests/' },
  },
  {
    name: 'simulator-knows-no-adapter',
    comment: 'A simulator that shares code with the adapter it faces is wrong together with it.',
    from: { path: '^tools/simulators/' },
    to: { path: '^(channels|crm|functions|web)/' },
  },
]

const forbidden = rules.map((rule) => ({ severity: 'error', ...rule }))

const options = {
  doNotFollow: { path: everyPackage },
  exclude: { path: '^(functions/lib|dist|web/dist|\\.pact)/' },
  tsConfig: { fileName: 'tsconfig.base.json' },
  tsPreCompilationDeps: true,
  enhancedResolveOptions: {
    exportsFields: ['exports'],
    conditionNames: ['import', 'types', 'node', 'default'],
  },
}

// The program asks for a default export.
export default { forbidden, options }
