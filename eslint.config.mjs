import { defineConfig } from 'eslint/config'
import prettier from 'eslint-config-prettier'
import vue from 'eslint-plugin-vue'
import accessibility from 'eslint-plugin-vuejs-accessibility'
import tseslint from 'typescript-eslint'

/** Where what comes from outside becomes a type of ours: only here may a value be said to be something. */
const doors = [
  'channels/readJson.ts',
  'channels/*/payload.ts',
  'functions/src/{http,platform,store}/**/*.ts',
  'web/src/firebase/**/*.ts',
  'tools/**/*.ts',
  'tests/**/*.ts',
]

const shape = {
  'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
  '@typescript-eslint/no-explicit-any': 'error',
  '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
  'no-restricted-syntax': [
    'error',
    {
      selector: 'ExportDefaultDeclaration',
      message: 'Named exports only: a file bears the name of its export.',
    },
    { selector: 'ExportAllDeclaration', message: 'No barrel files: import from where the thing lives.' },
  ],
}

const imports = {
  'no-restricted-imports': [
    'error',
    {
      paths: [{ name: 'zod', message: "One dialect: import * as z from 'zod/mini'." }],
      patterns: [
        {
          regex: '^[.#](?!.*\\.(ts|vue|mjs|json|css|svg)(\\?\\w+)?$)',
          message: 'Imports carry their extension: Node runs the sources as they are.',
        },
      ],
    },
  ],
  '@typescript-eslint/consistent-type-imports': 'error',
}

const safety = {
  '@typescript-eslint/no-floating-promises': 'error',
  '@typescript-eslint/consistent-type-definitions': 'error',
  '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
  '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
  '@typescript-eslint/no-unused-vars': [
    'error',
    { argsIgnorePattern: '^_', caughtErrors: 'all', ignoreRestSiblings: true },
  ],
  '@typescript-eslint/no-confusing-void-expression': [
    'error',
    { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
  ],
  // Collaborators are plain objects of functions, made to be taken apart.
  '@typescript-eslint/unbound-method': 'off',
  eqeqeq: 'error',
  'no-console': 'error',
  'no-control-regex': 'error',
  'no-debugger': 'error',
  'no-empty': 'error',
  'no-fallthrough': 'error',
  'no-irregular-whitespace': 'error',
  'no-self-assign': 'error',
  'no-template-curly-in-string': 'error',
  'no-unsafe-finally': 'error',
  'no-useless-escape': 'error',
  'no-var': 'error',
  'prefer-const': 'error',
}

/** Plain TypeScript does not know what vue-tsc infers from a template: refs to elements, props after casting. */
const seenByVueTscOnly = {
  '@typescript-eslint/no-unsafe-argument': 'off',
  '@typescript-eslint/no-unsafe-assignment': 'off',
  '@typescript-eslint/no-unsafe-call': 'off',
  '@typescript-eslint/no-unsafe-member-access': 'off',
  '@typescript-eslint/no-unsafe-return': 'off',
  '@typescript-eslint/no-useless-default-assignment': 'off',
}

export default defineConfig(
  { ignores: ['**/lib/', '**/dist/', '**/node_modules/', '.pact/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{ts,vue}'],
    extends: [
      tseslint.configs.strictTypeChecked,
      vue.configs['flat/recommended'],
      accessibility.configs['flat/recommended'],
    ],
    languageOptions: {
      parserOptions: {
        parser: tseslint.parser,
        projectService: true,
        extraFileExtensions: ['.vue'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: { ...shape, ...imports, ...safety },
  },
  {
    files: doors,
    rules: { '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'as' }] },
  },
  {
    // What a developer runs prints; the cloud's logger is the one place that may.
    files: ['tools/**/*.ts', 'functions/src/platform/logger.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    // A describe block is a list of facts, not a function.
    files: ['tests/**/*.ts'],
    rules: { 'max-lines-per-function': 'off' },
  },
  {
    files: ['**/*.vue'],
    rules: {
      ...seenByVueTscOnly,
      // The prop's type says that it may be absent.
      'vue/require-default-prop': 'off',
      // Vuetify names some of its slots `item.name`.
      'vue/valid-v-slot': ['error', { allowModifiers: true }],
      'vuejs-accessibility/label-has-for': ['error', { required: { some: ['nesting', 'id'] } }],
      // A dialog puts the focus on its safe answer, a form on its first field.
      'vuejs-accessibility/no-autofocus': 'off',
    },
  },
  {
    // Label and control of our own fields meet through a slot; axe looks at them in a real browser.
    files: ['web/src/ui/*Field.vue'],
    rules: {
      'vuejs-accessibility/form-control-has-label': 'off',
      'vuejs-accessibility/label-has-for': 'off',
    },
  },
  // Read by programs that ask for a default export; `*.vue` has one.
  { files: ['**/*.config.ts', 'web/src/vue.d.ts'], rules: { 'no-restricted-syntax': 'off' } },
  prettier,
)
