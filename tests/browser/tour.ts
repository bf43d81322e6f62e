import type { BrowserContext, Page } from 'playwright-core';

/** What a reader's browser did and complained about while pages were open. */
export interface Log {
  /** Requests to any host but the site's own. */
  readonly strangers: string[];
  /** Violations of the content security policy, as the browser reports them to the page. */
  readonly violations: string[];
  /** Errors and warnings in the console, exceptions, failed requests. */
  readonly complaints: string[];
}

/** Watches everything that the pages of a context do, from the first request on. */
export async function watch(context: BrowserContext, siteAddress: string): Promise<Log> {
  const log: Log = { strangers: [], violations: [], complaints: [] };
  const { origin } = new URL(siteAddress);
  context.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${origin}/`) && !/^(data|blob|about):/.test(url)) log.strangers.push(url);
  });
  context.on('requestfailed', (request) => {
    // A page that is left while it loads breaks its requests off.
    const reason = request.failure()?.errorText ?? '';
    if (reason !== 'net::ERR_ABORTED') log.complaints.push(`${request.url()}: ${reason}`);
  });
  context.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()))
      log.complaints.push(`${message.page()?.url() ?? ''}: ${message.text()}`);
  });
  context.on('weberror', (error) => log.complaints.push(String(error.error())));
  await context.exposeBinding('tellViolation', (_source, violation: string) => {
    log.violations.push(violation);
  });
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const tell = Reflect.get(window, 'tellViolation') as (violation: string) => void;
      tell(`${document.location.href}: ${event.violatedDirective} blocked ${event.blockedURI}`);
    });
  });
  return log;
}

/** Waits until nothing more is loaded or painted. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('load');
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}
