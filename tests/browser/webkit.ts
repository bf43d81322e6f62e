import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

/** The WebKit of GTK as Debian has it: its driver, its small browser, and a screen that needs none. */
interface InstalledWebKit {
  readonly driver: string;
  readonly browser: string;
  readonly screen: string;
}

/** Null where one of the three is missing; packages webkit2gtk-driver and libgtk-3-bin have them. */
export function findWebKit(): InstalledWebKit | null {
  const driver = '/usr/bin/WebKitWebDriver';
  const screen = '/usr/bin/broadwayd';
  const browser = globSync('/usr/lib/*/webkit2gtk-4.*/MiniBrowser').sort().at(-1);
  return browser === undefined || !existsSync(driver) || !existsSync(screen)
    ? null
    : { driver, browser, screen };
}

/** A page of WebKit, driven by WebDriver (W3C). */
export interface WebKitPage {
  readonly goto: (url: string) => Promise<void>;
  /** Runs a function's body in the page; it calls `arguments[arguments.length - 1]` with its answer. */
  readonly run: (body: string, ...values: readonly unknown[]) => Promise<unknown>;
  readonly close: () => Promise<void>;
}

/**
 * Starts WebKit on a screen of its own. The caller closes it.
 * @throws Error when there is none, or when it does not answer
 */
export async function launchWebKit(): Promise<WebKitPage> {
  const found = findWebKit();
  if (found === null) throw new Error('Expected a WebKit on this computer.');
  const home = await mkdtemp(join(tmpdir(), 'pilcrow-webkit-'));
  const display = `:${40 + (process.pid % 50)}`;
  const port = 20_000 + (process.pid % 10_000);
  const env = {
    ...process.env,
    HOME: home,
    XDG_RUNTIME_DIR: home,
    GDK_BACKEND: 'broadway',
    BROADWAY_DISPLAY: display,
    // A test runs as whoever runs it, also where no sandbox can be made.
    WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
  };
  const started: ChildProcess[] = [
    spawn(found.screen, [display], { env, stdio: 'ignore' }),
    spawn(found.driver, [`--port=${port}`], { env, stdio: 'ignore' }),
  ];
  const driver = `http://127.0.0.1:${port}`;
  const send = async (path: string, body?: object): Promise<unknown> => {
    const answer = await fetch(`${driver}${path}`, {
      method: body === undefined ? 'DELETE' : 'POST',
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const { value } = (await answer.json()) as { value: unknown };
    if (!answer.ok) throw new Error(`WebKit refuses ${path}: ${JSON.stringify(value)}`);
    return value;
  };
  const stop = async (): Promise<void> => {
    for (const child of started) child.kill();
    await rm(home, { recursive: true, force: true });
  };
  try {
    await answers(driver);
    const { sessionId } = (await send('/session', {
      capabilities: {
        alwaysMatch: {
          'webkitgtk:browserOptions': { binary: found.browser, args: ['--automation'] },
          timeouts: { script: 30_000, pageLoad: 30_000 },
        },
      },
    })) as { sessionId: string };
    const session = `/session/${sessionId}`;
    return {
      goto: async (url) => {
        await send(`${session}/url`, { url });
      },
      run: (body, ...values) => send(`${session}/execute/async`, { script: body, args: values }),
      close: async () => {
        await send(session).catch(() => undefined);
        await stop();
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function answers(driver: string): Promise<void> {
  for (let tries = 0; tries < 50; tries += 1) {
    const isReady = await fetch(`${driver}/status`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isReady) return;
    await setTimeout(100);
  }
  throw new Error('Expected the driver of WebKit to answer within five seconds.');
}
