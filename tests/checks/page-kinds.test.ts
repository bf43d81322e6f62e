import { expect, test } from 'vitest';
import { pageKinds } from '../../scripts/checks/page-kinds.ts';

test.each([
  ['index.html', ''],
  ['404.html', '404.html'],
  ['search/index.html', 'search'],
  ['topics/health/index.html', 'topics/*'],
  ['k-1-1/index.html', '§'],
  ['k-1-1/print/index.html', '§/print'],
  ['k-1-1/pp-3/index.html', '¶'],
  ['k-1-1/a-op-3/index.html', '¶'],
  ['k-1-1/op-23/embed/index.html', '¶/embed'],
  ['k-1-1/op-8/a/ii/index.html', '¶/item'],
])('the kind of %s is "%s"', (file, kind) => {
  expect([...pageKinds([file, 'style.css'], ['k-1-1']).keys()]).toEqual([kind]);
});
