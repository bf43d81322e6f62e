import { ProblemsError } from '../src/resolution/problem.ts';
import { buildSite } from './build.ts';
import { serveSite } from './serve.ts';

try {
  await buildSite({
    say: (line) => {
      console.log(line);
    },
  });
  await serveSite();
} catch (error) {
  // Problems are for the editor: their text is complete without a stack.
  console.error(error instanceof ProblemsError ? error.message : error);
  process.exitCode = 1;
}
