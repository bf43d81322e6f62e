import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { unfurl } from 'unfurl.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildSite } from '../../scripts/build.ts';
import { readSite } from './site.ts';

const published = 'https://resolutions.example';
let folder = '';
let server: Server;
let here = '';

// An edition with an address of its own has pictures; its pages are served as if this were their host.
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pilcrow-pictures-'));
  await buildSite({ out: join(folder, 'dist'), site: published });
  server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', here);
    const file = pathname.slice(1).replace(/(^|\/)$/, '$1index.html');
    if (file.endsWith('.png')) {
      response.setHeader('content-type', 'image/png');
      response.end(readFileSync(join(folder, 'dist', file)));
      return;
    }
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(readSite(file, join(folder, 'dist')).replaceAll(published, here));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  here = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

test('a preview shows the picture of the paragraph: its size, its words, small enough for all', async () => {
  const preview = await unfurl(`${here}/chr-2004-45/op-23/`);
  const [picture, ...more] = preview.open_graph.images ?? [];
  expect(more).toEqual([]);
  expect(picture).toMatchObject({ width: 1200, height: 630 });
  expect(preview.twitter_card.card).toBe('summary_large_image');
  const answer = await fetch(picture?.url ?? '');
  const bytes = Buffer.from(await answer.arrayBuffer());
  expect(bytes.length).toBeLessThan(200_000);
  expect(await sharp(bytes).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 });
});
