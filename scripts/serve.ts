import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startStaticServer } from './static-server.ts';

const dist = fileURLToPath(new URL('../dist', import.meta.url));

/** Serves the built site until the reader stops it, and prints its address. */
export async function serveSite(): Promise<void> {
  if (!existsSync(join(dist, 'index.html'))) {
    throw new Error('Expected a built site in dist/. Run "npm start", which builds it first.');
  }
  const { url, close } = await startStaticServer({
    root: dist,
    base: process.env['PILCROW_BASE'] ?? '/',
    port: Number(process.env['PORT'] ?? 4321),
  });
  console.log(`\n  ¶ The site is open at ${url}\n    Ctrl+C stops it.`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void close().then(() => process.exit(0)));
  }
}

if (import.meta.main) await serveSite();
