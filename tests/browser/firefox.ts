import { existsSync } from 'node:fs';
import { type Browser, firefox, type LaunchOptions } from 'playwright-core';

const installedAt: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: ['/usr/bin/firefox-esr', '/usr/bin/firefox'],
  darwin: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
  win32: [String.raw`C:\Program Files\Mozilla Firefox\firefox.exe`],
};

/**
 * The Firefox that the tests drive: the first there is of TEST_FIREFOX, an installed one, and the one fetched by
 * `npx playwright install firefox`; or null when there is none.
 * @throws Error when TEST_FIREFOX names none
 */
export function findFirefox(): LaunchOptions | null {
  const named = process.env['TEST_FIREFOX'];
  if (named !== undefined && named !== '') {
    if (!existsSync(named)) throw new Error(`TEST_FIREFOX names "${named}", which does not exist.`);
    return overBidi(named);
  }
  const installed = installedAt[process.platform]?.find((path) => existsSync(path));
  if (installed !== undefined) return overBidi(installed);
  const fetched = firefox.executablePath();
  return existsSync(fetched) ? { executablePath: fetched } : null;
}

/** Playwright's own protocol is only in its own build; the channel makes it speak WebDriver BiDi. */
function overBidi(executablePath: string): LaunchOptions {
  return { executablePath, channel: 'moz-firefox' };
}

/**
 * Starts Firefox with the rule for files that its readers have, which drivers of tests switch off. The caller closes it.
 * @throws Error when there is no Firefox
 */
export async function launchFirefox(): Promise<Browser> {
  const found = findFirefox();
  if (found === null) throw new Error('Expected a Firefox on this computer.');
  const browser = await firefox.launch({
    ...found,
    firefoxUserPrefs: {
      'security.fileuri.strict_origin_policy': true,
      // Pages brought back from memory never tell the driver that they are loaded.
      'browser.sessionhistory.max_total_viewers': 0,
    },
  });
  if (found.channel !== undefined) forgiveMissingMediaFeatures(browser);
  return browser;
}

/** Insides of the exact version of Playwright that package.json names. */
interface PlaywrightInsides {
  readonly _connection: {
    toImpl(browser: Browser): { readonly _browserSession: BidiSession };
  };
}
interface BidiSession {
  send(method: string, params: unknown): Promise<unknown>;
}

/** Playwright sets the colour scheme of every page, with a command that releases with long support do not know yet. */
function forgiveMissingMediaFeatures(browser: Browser): void {
  const { _connection } = browser as unknown as PlaywrightInsides;
  const session = _connection.toImpl(browser)._browserSession;
  const prototype = Object.getPrototypeOf(session) as BidiSession;
  const send = prototype.send;
  prototype.send = async function (this: BidiSession, method, params) {
    try {
      return await send.call(this, method, params);
    } catch (error) {
      if (method === 'emulation.setMediaFeaturesOverride' && /unknown command/.test(String(error)))
        return {};
      throw error;
    }
  };
}
