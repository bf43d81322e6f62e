// Builds one edition in a process of its own, so that its cost can be measured: CONTENT OUT.
import { existsSync, readFileSync } from 'node:fs';
import { buildSite } from '../build.ts';

const say = (line: string): void => {
  console.log(line);
};
const [content = '', out = ''] = process.argv.slice(2);
await buildSite({ content, out, say });
say(`processor time               ${processorSeconds().toFixed(1)} s`);

/** Processor time of this process and of all that it waited for: on a busy machine a better measure than the clock. */
function processorSeconds(): number {
  const own = process.cpuUsage();
  const self = (own.user + own.system) / 1e6;
  if (!existsSync('/proc/self/stat')) return self;
  const after = readFileSync('/proc/self/stat', 'utf8').replace(/^.*\)/s, '').trim().split(' ');
  // Fields 16 and 17 of proc(5): ended children, in hundredths of a second.
  return self + (Number(after[13]) + Number(after[14])) / 100;
}
