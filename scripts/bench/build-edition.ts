// Builds one edition in a process of its own, so that its memory can be measured: CONTENT OUT.
import { buildSite } from '../build.ts';

const [content = '', out = ''] = process.argv.slice(2);
await buildSite({
  content,
  out,
  say: (line) => {
    console.log(line);
  },
});
