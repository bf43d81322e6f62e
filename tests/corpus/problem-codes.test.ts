import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { problemCodes } from '../../src/resolution/problem.ts';

/** Every Problem that a test expects word for word, as it is printed: place, code, message, hint. */
const printed = ['tests/corpus', 'tests/corpus/__snapshots__', 'tests/scripts'].flatMap((folder) =>
  readdirSync(join(import.meta.dirname, '../..', folder))
    .filter((name) => /\.(?:test\.ts|snap)$/.test(name))
    .flatMap((name) => [
      ...readFileSync(join(import.meta.dirname, '../..', folder, name), 'utf8').matchAll(
        /\S:\d+:\d+ ([a-z0-9-]+): .+(?:\\n|\n) {2}Hint: .+/g,
      ),
    ])
    .map(([, code]) => code),
);

// No text is known that leaves a line without a role: the net below the parser has caught nothing so far.
test.each(problemCodes.filter((code) => code !== 'no-role'))(
  '%s has a fixture that expects its place, message and hint word for word',
  (code) => {
    expect(printed).toContain(code);
  },
);
