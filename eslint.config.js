import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['dist/', '.astro/', '.cache/', '.vitest/', 'node_modules/'] },
  tseslint.configs.strict,
  {
    files: ['**/*.ts'],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      'no-restricted-properties': [
        'error',
        { property: 'innerHTML', message: 'Text is data: build nodes, never markup.' },
        { property: 'outerHTML', message: 'Text is data: build nodes, never markup.' },
      ],
    },
  },
);
