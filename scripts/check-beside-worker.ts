import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import type { CheckOrder } from './check-beside.ts';
import { openChecks } from './check-site.ts';
import { tellsSizes } from './offline/tell-sizes.ts';

if (parentPort === null) throw new Error('Expected to run beside a build.');
const port = parentPort;
const finished = new Promise((resolve) => port.once('message', resolve));

const { dist, corpus, options, promised } = workerData as CheckOrder;
const { pages, look, finish } = openChecks(dist, corpus, options, promised);
const unfinished: string[] = [];
for (const file of pages) {
  const html = readFileSync(join(dist, file), 'utf8');
  // These are told the sizes of the offline editions, which are written last.
  if (tellsSizes(html)) unfinished.push(file);
  else look(file, html);
}
await finished;
for (const file of unfinished) look(file, readFileSync(join(dist, file), 'utf8'));
const missing = promised.find((file) => !existsSync(join(dist, file)));
if (missing !== undefined) throw new Error(`Expected the build to write ${missing}.`);
port.postMessage(finish());
