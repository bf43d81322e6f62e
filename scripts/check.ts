import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('..', import.meta.url));
const tool = (path: string): string => join(project, 'node_modules', path);

/** Everything that must hold before a change is shared, the quick things first. */
const steps: readonly (readonly [name: string, file: string, ...words: string[]])[] = [
  ['format', tool('prettier/bin/prettier.cjs'), '--check', '.', '--log-level', 'warn'],
  ['lint', tool('eslint/bin/eslint.js'), '.', '--max-warnings', '0'],
  [
    'types of pages',
    tool('astro/bin/astro.mjs'),
    'check',
    '--minimumFailingSeverity',
    'error',
    '--minimumSeverity',
    'error',
  ],
  ['types', tool('typescript/bin/tsc'), '--noEmit'],
  ['build and site checks', join(project, 'scripts/build.ts')],
  ['tests', tool('vitest/vitest.mjs'), 'run'],
];

const failed: string[] = [];
for (const [name, file, ...words] of steps) {
  console.log(`\n— ${name}`);
  const { status } = spawnSync(process.execPath, [file, ...words], {
    cwd: project,
    stdio: 'inherit',
  });
  if (status !== 0) failed.push(name);
}
if (failed.length > 0) {
  console.error(`\nFailed: ${failed.join(', ')}.`);
  process.exitCode = 1;
} else {
  console.log('\nAll checks passed.');
}
