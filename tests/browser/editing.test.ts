import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from './browser.ts';

const project = join(import.meta.dirname, '../..');
let folder = '';
let server: ChildProcess;
let address = '';
let browser: Browser;
let page: Page;

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const found = probe.address();
      probe.close(() => {
        resolve(typeof found === 'object' && found !== null ? found.port : 0);
      });
    });
  });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pilcrow-editing-'));
  cpSync(join(project, 'content'), join(folder, 'content'), { recursive: true });
  const port = await freePort();
  // What `npm run dev` runs; Vitest sets names that Astro would take for its own.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^(?:NODE_ENV|VITEST.*|MODE|DEV|PROD|SSR|BASE_URL|TEST)$/.test(name),
    ),
  );
  server = spawn(
    process.execPath,
    [join(project, 'scripts/on-node.mjs'), 'astro', 'dev', '--port', String(port)],
    {
      cwd: project,
      env: {
        ...env,
        PILCROW_CONTENT: join(folder, 'content'),
        PILCROW_CACHE: join(folder, 'cache'),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let said = '';
  address = `http://localhost:${port}/`;
  await new Promise<void>((resolve, reject) => {
    const listen = (chunk: Buffer): void => {
      said += chunk.toString();
      if (said.includes(String(port))) resolve();
    };
    server.stdout?.on('data', listen);
    server.stderr?.on('data', listen);
    server.on('exit', () => {
      reject(new Error(`Expected the server to stay up, but it said:\n${said}`));
    });
  });
  browser = await launchBrowser();
  page = await browser.newPage();
});
afterAll(async () => {
  await browser.close();
  server.removeAllListeners('exit');
  server.kill();
  rmSync(folder, { recursive: true, force: true });
});

/** Changes a file of content/, and gives back what puts it right. */
function edit(path: string, change: (text: string) => string): () => void {
  const file = join(folder, 'content', path);
  const before = readFileSync(file);
  const text = before.toString('utf8');
  const after = change(text);
  expect(after).not.toBe(text);
  writeFileSync(file, after);
  return () => {
    writeFileSync(file, before);
  };
}

const overlay = () => page.locator('vite-error-overlay');
const told = (): Promise<string> =>
  overlay().evaluate((element) => element.shadowRoot?.textContent ?? '');

test('an edit shows in the open page without a word to the server', async () => {
  await page.goto(`${address}instruments/cedaw/`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  const mend = edit('instruments/cedaw.yaml', (text) => text.replace(/^about: /m, '$&Edited. '));
  await page
    .getByText(/^Edited\. /)
    .first()
    .waitFor();
  mend();
  await page
    .getByText(/^Edited\. /)
    .first()
    .waitFor({ state: 'detached' });
});

test('a problem shows over the page with file and line, and goes when it is mended', async () => {
  await page.goto(`${address}instruments/cedaw/`);
  const mend = edit('instruments/cedaw.yaml', (text) => text.replace(/^name:/m, 'nmae:'));
  await overlay().waitFor();
  await expect.poll(told).toMatch(/schema: "name" is missing/);
  await expect.poll(told).toMatch(/cedaw\.yaml:\d+/);
  mend();
  await overlay().waitFor({ state: 'detached' });
  await page.getByRole('heading', { level: 1 }).waitFor();
});

test('a changed official text is told, and the server lives on', async () => {
  await page.goto(`${address}chr-2004-45/op-23/`);
  const mend = edit('resolutions/chr-2004-45/official.en.txt', (text) =>
    text.replace('provide or strengthen training', 'provide training'),
  );
  await overlay().waitFor();
  await expect.poll(told).toMatch(/text-changed/);
  mend();
  await overlay().waitFor({ state: 'detached' });
  await expect
    .poll(async () => page.locator('.words').textContent())
    .toMatch(/provide or strengthen training/);
});
