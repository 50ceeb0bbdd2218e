import redos from 'eslint-plugin-redos';
import tseslint from 'typescript-eslint';

/** A text from a target or a file could steer a terminal: one place escapes what is written there. */
const terminalOnly = 'Write by `output` or `messages` of run/terminal.ts.';

export default tseslint.config(
  { ignores: ['dist/', 'reports/out/', 'spec/generated/', 'node_modules/'] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // Numbers and booleans read well in messages.
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
      'max-lines': ['error', { max: 200, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    // Faults and variants stand in tables, cut by subject; the type of a table types the functions in it.
    files: ['targets/reference/faults/**/*.ts', 'targets/reference/variants/**/*.ts'],
    rules: {
      'max-lines': ['error', { max: 480, skipBlankLines: true, skipComments: true }],
      '@typescript-eslint/explicit-module-boundary-types': 'off',
    },
  },
  {
    // Rules that belong together stand in one file, and names and options in a list.
    files: [
      'checks/*/*.ts',
      'generators/session/family-name.ts',
      'run/options/options.ts',
      'reports/causes/explanations.ts',
      'reports/causes/rule-statements.ts',
    ],
    ignores: ['checks/read/**', 'checks/make/**'],
    rules: { 'max-lines': ['error', { max: 500, skipBlankLines: true, skipComments: true }] },
  },
  {
    // A line for each family, which a script writes.
    files: ['suites/engine/worth.ts'],
    rules: { 'max-lines': 'off' },
  },
  {
    // What the project proves of itself prints for those who work on it. The reference target's process speaks JSON with
    // the one that started it.
    ignores: [
      'run/terminal.ts',
      'cli/main.ts',
      'targets/reference/process.ts',
      'tools/**',
      'bench/**',
      'test/**',
    ],
    rules: {
      'no-console': 'error',
      'no-restricted-properties': [
        'error',
        ...['stdout', 'stderr'].map((property) => ({ object: 'process', property, message: terminalOnly })),
      ],
      'no-restricted-imports': [
        'error',
        ...['process', 'node:process', 'console', 'node:console'].map((name) => ({
          name,
          message: terminalOnly,
        })),
      ],
    },
  },
  {
    // A table of cases may be as long as it is; a describe block is not a function to read at once.
    files: ['test/**/*.ts'],
    rules: { 'max-lines-per-function': 'off', 'max-lines': 'off' },
  },
  {
    // What a target, a file or a user gives is matched in linear time. Tests match texts of their own.
    ignores: ['test/**'],
    plugins: { redos },
    rules: { 'redos/no-vulnerable': ['error', { cache: true }] },
  },
  { files: ['**/*.js', '**/*.mjs'], extends: [tseslint.configs.disableTypeChecked] },
  {
    // Written as their users write: most Jest projects are CommonJS.
    files: ['docs/examples/**/*.js', 'tools/package/typescript-project/**'],
    rules: {
      '@typescript-eslint/no-require-imports': 'off',
      '@typescript-eslint/explicit-module-boundary-types': 'off',
    },
  },
);
