import { expect, test } from 'vitest';
import { siteChecks } from '../../scripts/check-site.ts';
import { tryCheck } from './small-site.ts';

test.each(siteChecks.map((check) => [check.name, check] as const))(
  '%s finds nothing in a sound site',
  (_name, check) => {
    expect(tryCheck(check).found).toEqual([]);
  },
);
