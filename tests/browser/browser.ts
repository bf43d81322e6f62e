import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type LaunchOptions } from 'playwright-core';

/** How one browser is started, and where it came from. */
export interface FoundBrowser {
  readonly from: string;
  readonly launch: LaunchOptions;
}

const project = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

const installedAt: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/microsoft-edge',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    String.raw`C:\Program Files\Google\Chrome\Application\chrome.exe`,
    String.raw`C:\Program Files (x86)\Google\Chrome\Application\chrome.exe`,
    String.raw`C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe`,
  ],
};

/**
 * The browser that the tests drive: the first there is of TEST_BROWSER, an installed Chrome, Chromium or Edge,
 * one fetched by `npx playwright install chromium`, and the Chromium carried by an npm package (Linux on x64).
 * @throws Error with one sentence that names the ways to get a browser, when there is none.
 */
export async function findBrowser(): Promise<FoundBrowser> {
  const named = process.env['TEST_BROWSER'];
  if (named !== undefined && named !== '') {
    if (!existsSync(named)) throw new Error(`TEST_BROWSER names "${named}", which does not exist.`);
    return { from: 'TEST_BROWSER', launch: { executablePath: named } };
  }
  for (const executablePath of installedAt[process.platform] ?? []) {
    if (existsSync(executablePath)) return { from: 'this computer', launch: { executablePath } };
  }
  const fetched = chromium.executablePath();
  if (existsSync(fetched)) return { from: 'playwright', launch: { executablePath: fetched } };
  if (process.platform === 'linux' && process.arch === 'x64') return packagedBrowser();
  throw new Error(
    'No browser was found for the tests: install Chrome or Chromium, or run "npx playwright install chromium", or name a browser in TEST_BROWSER.',
  );
}

/** Starts the browser of the tests with web security as readers have it. The caller closes it. */
export async function launchBrowser(options: LaunchOptions = {}): Promise<Browser> {
  const found = await findBrowser();
  return chromium.launch({
    ...found.launch,
    ...options,
    // Containers give Chromium neither a sandbox nor much shared memory. Nothing here loosens what pages may do:
    // the package's own list of arguments turns web security off, and file:// and CSP tests would prove nothing.
    chromiumSandbox: false,
    args: [
      '--disable-gpu',
      '--disable-dev-shm-usage',
      ...(found.launch.args ?? []),
      ...(options.args ?? []),
    ],
  });
}

/** Unpacks the browser of @sparticuz/chromium, with the system libraries it carries, once per version. */
async function packagedBrowser(): Promise<FoundBrowser> {
  const packageDir = dirname(
    dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')),
  );
  const { version } = JSON.parse(await readFile(join(packageDir, 'package.json'), 'utf8')) as {
    version: string;
  };
  const home = join(project, '.cache', `chromium-${version}`);
  if (!existsSync(home)) await unpackInto(home, join(packageDir, 'bin'));
  return {
    from: '@sparticuz/chromium',
    launch: {
      executablePath: join(home, 'chromium'),
      env: {
        ...process.env,
        LD_LIBRARY_PATH: [join(home, 'al2023', 'lib'), process.env['LD_LIBRARY_PATH']]
          .filter((path) => path !== undefined)
          .join(':'),
        FONTCONFIG_FILE: process.env['FONTCONFIG_FILE'] ?? (await writeFontSettings(home)),
      },
    },
  };
}

/**
 * The package's own font settings look into folders of another place. Without any font Chromium draws words without
 * height, and crashes on some of them.
 */
async function writeFontSettings(home: string): Promise<string> {
  const file = join(home, 'fonts.conf');
  const folders = [join(home, 'fonts', 'fonts'), '/usr/share/fonts', '/usr/local/share/fonts'];
  const settings = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
${folders.map((folder) => `  <dir>${folder}</dir>`).join('\n')}
  <cachedir>${join(home, 'fonts-cache')}</cachedir>
</fontconfig>
`;
  if (!existsSync(file)) await writeFile(file, settings);
  return file;
}

/** All or nothing: a half-unpacked browser would be trusted by the next run. */
async function unpackInto(home: string, archives: string): Promise<void> {
  const { inflate } = await import('@sparticuz/chromium');
  const partial = `${home}.${process.pid}`;
  await mkdir(partial, { recursive: true });
  const before = process.env['TMPDIR'];
  // The package unpacks into the temporary folder only; os.tmpdir() asks the environment each time.
  process.env['TMPDIR'] = partial;
  try {
    for (const name of ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br']) {
      await inflate(join(archives, name));
    }
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
  try {
    await rename(partial, home);
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    // Another run was faster; its browser is as good.
    if (!existsSync(home)) throw error;
  }
}
