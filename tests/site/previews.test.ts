import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extract, setProviderList } from '@extractus/oembed-extractor';
import { unfurl } from 'unfurl.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readSite } from './site.ts';

// Pages name their oEmbed by the site's own address, which is not the test server's: it is served under ours.
const published = /<link rel="canonical" href="(https?:\/\/[^/"]+)/.exec(
  readSite('chr-2004-45/op-23/index.html'),
)?.[1];
let server: Server;
let here: string;

beforeAll(async () => {
  if (published === undefined) throw new Error('Expected a canonical address.');
  server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', here);
    try {
      const text = readSite(pathname.slice(1).replace(/\/$/, '/index.html'));
      const type = pathname.endsWith('.json') ? 'application/json' : 'text/html; charset=utf-8';
      response.setHeader('content-type', type);
      response.end(text.replaceAll(published, here));
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  here = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
});

const words = 'Urges Governments to provide or strengthen training';

test('a preview names organ, number and paragraph, quotes the opening words and keeps the address', async () => {
  const preview = await unfurl(`${here}/chr-2004-45/op-23/`);
  expect(preview.open_graph).toMatchObject({
    type: 'article',
    title: 'Commission on Human Rights resolution 2004/45, para. 23',
    url: `${here}/chr-2004-45/op-23/`,
    description: expect.stringContaining(words) as string,
  });
  expect(preview.twitter_card).toMatchObject({
    title: 'Commission on Human Rights resolution 2004/45, para. 23',
    description: expect.stringContaining(words) as string,
  });
  expect(preview.canonical_url).toBe(`${here}/chr-2004-45/op-23/`);
});

test('unfurl finds the oEmbed by discovery, with quotation and frame', async () => {
  const { oEmbed } = await unfurl(`${here}/chr-2004-45/op-23/`, { oembed: true });
  expect(oEmbed).toMatchObject({ type: 'rich', version: '1.0', width: 600 });
  expect(JSON.stringify(oEmbed)).toContain(words.replace('Urges', '').trim());
});

test('oembed-extractor finds it too, and its frame leads to a card that exists', async () => {
  setProviderList([]);
  const found = await extract(`${here}/chr-2004-45/op-23/`);
  expect(found.type).toBe('rich');
  const html: unknown = Reflect.get(found, 'html');
  // WordPress shows the quotation until the frame speaks, so it comes first.
  expect(html).toMatch(/^<blockquote/);
  const frame = /<iframe src="([^"]+)"/.exec(String(html))?.[1] ?? '';
  const card = await fetch(frame);
  expect(card.status).toBe(200);
  expect(await card.text()).toContain('Unofficial reading copy');
});

test('what WordPress keeps of the oEmbed is all there is: no attribute is lost on the way', () => {
  const { html } = JSON.parse(readSite('chr-2004-45/op-23/oembed.json')) as { html: string };
  const frame = /<iframe ([^>]+)>/.exec(html)?.[1] ?? '';
  const kept = ['src', 'width', 'height', 'frameborder', 'marginwidth', 'marginheight', 'scrolling', 'title']; // prettier-ignore
  const names = [...frame.matchAll(/([a-z]+)="/g)].map(([, name]) => name);
  expect(names.filter((name) => !kept.includes(name ?? ''))).toEqual([]);
  expect(names).toContain('title');
  const page = readSite('chr-2004-45/op-23/index.html');
  const head = page.slice(0, page.indexOf('</head>'));
  // It reads 150 KB at most, up to the end of the head, and by a plain pattern.
  expect(head.length).toBeLessThan(150_000);
  expect(/<link[^<>]+application\/json\+oembed[^<>]*>/.exec(head)?.[0]).toContain('/oembed.json');
});
