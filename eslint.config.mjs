// What the linter holds this code to. Types are asked for only in the rooms where a forgotten promise would hide an error.
// Which room may import which is no matter of the linter: tests/architecture holds the doors.
import officeAddins from 'eslint-plugin-office-addins';
import tseslint from 'typescript-eslint';

/** Rooms that get time, chance and zone as arguments. */
const PURE = ['src/core/**/*.ts', 'src/workbook/**/*.ts', 'src/app/**/*.ts'];

const everywhere = [
  { selector: 'ExportDefaultDeclaration', message: 'Name what you export.' },
  { selector: 'ExportAllDeclaration', message: 'No barrels: import from the file that has it.' },
];
const noClockNoChance = [
  {
    selector: "NewExpression[callee.name='Date']",
    message: 'The clock is an argument: take a WallTime (UTCDate for calendar arithmetic).',
  },
  {
    selector: "MemberExpression[object.name='Date'][property.name='now']",
    message: 'The clock is an argument: take a WallTime.',
  },
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'Chance is an argument: take a seed.',
  },
  {
    selector: 'CallExpression[callee.property.name=/^toLocale/]',
    message: 'The machine’s locale decides nothing: format by the given language.',
  },
  {
    selector: "CallExpression[callee.property.name='localeCompare'][arguments.length<2]",
    message: 'The machine’s locale decides nothing: compare without it.',
  },
];

export default tseslint.config(
  { ignores: ['dist/', 'out/', 'node_modules/', '.cache/'] },
  {
    files: ['src/**/*.{ts,tsx}', 'tests/**/*.{ts,tsx}'],
    extends: [tseslint.configs.base],
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrorsIgnorePattern: '^_' },
      ],
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', prefer: 'type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/ban-ts-comment': 'error',
      '@typescript-eslint/no-empty-object-type': 'error',
      '@typescript-eslint/no-unsafe-function-type': 'error',
      '@typescript-eslint/no-wrapper-object-types': 'error',
      '@typescript-eslint/prefer-as-const': 'error',
      'no-restricted-syntax': ['error', ...everywhere],
      'no-debugger': 'error',
      'no-eval': ['error', { allowIndirect: true }],
      'no-var': 'error',
      'prefer-const': 'error',
      'no-self-compare': 'error',
      'no-dupe-else-if': 'error',
      'no-unreachable': 'error',
      'no-constant-condition': ['error', { checkLoops: false }],
      'no-irregular-whitespace': [
        'error',
        { skipStrings: true, skipTemplates: true, skipRegExps: true, skipComments: true, skipJSXText: true },
      ],
      eqeqeq: ['error', 'always'],
    },
  },
  // What nobody can take in at one look is split by meaning before it gets this far.
  {
    files: ['src/**/*.{ts,tsx}'],
    rules: {
      complexity: ['error', 29],
      'max-lines-per-function': ['error', { max: 100, skipBlankLines: true, skipComments: true }],
    },
  },
  // A table's columns stand together, one after the other, also where judges or criteria make some of them.
  {
    files: ['src/workbook/tables/{scoreSheet/scoreSheet,standings/standings}.ts'],
    rules: { 'max-lines-per-function': ['error', { max: 150, skipBlankLines: true, skipComments: true }] },
  },
  // In a test a wrong `!` fails the test, which is what it is for.
  { files: ['tests/**/*.{ts,tsx}'], rules: { '@typescript-eslint/no-non-null-assertion': 'off' } },
  { files: PURE, rules: { 'no-restricted-syntax': ['error', ...everywhere, ...noClockNoChance] } },
  {
    files: ['src/{core,workbook,app}/**/*.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...[
          'window',
          'document',
          'navigator',
          'location',
          'localStorage',
          'sessionStorage',
          'fetch',
          'Office',
          'Excel',
          'process',
        ].map((name) => ({ name, message: 'This room knows no host.' })),
      ],
    },
  },
  {
    files: ['src/{taskpane,commands}/**/*.{ts,tsx}'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...['fetch', 'localStorage', 'sessionStorage', 'alert', 'confirm', 'prompt'].map((name) => ({
          name,
          message:
            'The add-in sends nothing, keeps nothing outside the workbook, and Office replaces the browser’s dialogs.',
        })),
      ],
    },
  },
  {
    files: ['src/{excel,app,taskpane,commands,files}/**/*.{ts,tsx}'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-unsafe-assignment': 'error',
      '@typescript-eslint/no-unsafe-member-access': 'error',
    },
  },
  {
    files: ['src/excel/**/*.ts'],
    plugins: { 'office-addins': officeAddins },
    rules: {
      'office-addins/no-context-sync-in-loop': 'error',
      'office-addins/no-empty-load': 'error',
      'office-addins/no-navigational-load': 'error',
      'office-addins/no-office-initialize': 'error',
      'office-addins/test-for-null-using-isNullObject': 'error',
      'office-addins/call-sync-after-load': 'error',
      'office-addins/call-sync-before-read': 'error',
      'office-addins/load-object-before-read': 'error',
    },
  },
);
