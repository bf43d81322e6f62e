import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startStaticServer, type StaticServer } from '../../scripts/static-server.ts';

let folder: string;
let server: StaticServer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pilcrow-server-'));
  await mkdir(join(folder, 'dist', 'op-1'), { recursive: true });
  await writeFile(join(folder, 'dist', 'index.html'), 'home');
  await writeFile(join(folder, 'dist', '404.html'), 'our own not-found page');
  await writeFile(join(folder, 'dist', 'op-1', 'index.html'), 'paragraph');
  await writeFile(join(folder, 'dist', 'op-1.json'), '{}');
  await writeFile(join(folder, 'secret.txt'), 'outside');
  await symlink(join(folder, 'secret.txt'), join(folder, 'dist', 'link.txt'));
  server = await startStaticServer({ root: join(folder, 'dist'), base: '/edition/' });
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

interface Answer {
  readonly status: number | undefined;
  readonly location: string | undefined;
  readonly type: string | undefined;
  readonly body: string;
}

/** `fetch` would tidy `..` away before it asks. */
function ask(path: string, method = 'GET'): Promise<Answer> {
  const { port } = new URL(server.url);
  return new Promise((done, fail) => {
    request({ port, path, method, agent: false }, (response) => {
      let body = '';
      response.on('data', (chunk: Buffer) => (body += chunk.toString()));
      response.on('end', () => {
        const { location, 'content-type': type } = response.headers;
        done({ status: response.statusCode, location, type, body });
      });
    })
      .on('error', fail)
      .end();
  });
}

describe('the static server', () => {
  test.each([
    ['/edition/', 200, 'home'],
    ['/edition/?from=print', 200, 'home'],
    ['/edition/op-1/', 200, 'paragraph'],
    ['/edition/op-1.json', 200, '{}'],
    ['/edition/op-99/', 404, 'our own not-found page'],
    ['/', 404, 'our own not-found page'],
  ])('answers %s with %i and the right file', async (path, status, body) => {
    expect(await ask(path)).toMatchObject({ status, body });
  });

  test('names the type of what it serves', async () => {
    expect((await ask('/edition/op-1/')).type).toBe('text/html; charset=utf-8');
    expect((await ask('/edition/op-1.json')).type).toBe('application/json; charset=utf-8');
  });

  test('leads a directory without final slash to the one with it and keeps the query', async () => {
    expect(await ask('/edition/op-1?a=b?c')).toMatchObject({
      status: 301,
      location: '/edition/op-1/?a=b?c',
    });
    expect(await ask('/edition')).toMatchObject({ status: 301, location: '/edition/' });
  });

  test.each([
    '/edition/../secret.txt',
    '/edition/%2e%2e/secret.txt',
    '/edition/..%2fsecret.txt',
    '/edition/..%5csecret.txt',
    '/edition/link.txt',
    '/edition/index.html%00.txt',
    '/edition/%zz',
  ])('serves nothing outside its folder: %s', async (path) => {
    expect(await ask(path)).toMatchObject({ status: 404, body: 'our own not-found page' });
  });

  test('refuses to be written to', async () => {
    expect((await ask('/edition/', 'POST')).status).toBe(405);
  });

  test('takes a free port when the wanted one is taken, and gives its port back when closed', async () => {
    const port = Number(new URL(server.url).port);
    const second = await startStaticServer({ root: join(folder, 'dist'), port });
    expect(new URL(second.url).port).not.toBe(String(port));
    await second.close();
    await expect(fetch(second.url)).rejects.toThrow('fetch failed');
  });
});
