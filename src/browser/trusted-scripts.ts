import { siteRoot } from './site-root.ts';

/** As much of Trusted Types as is used here; the real objects stand for the strings. */
interface ScriptPolicy {
  createScriptURL(url: string): string;
}
declare global {
  interface Window {
    readonly trustedTypes?: {
      createPolicy(name: string, rules: ScriptPolicy): ScriptPolicy;
    };
  }
}

const rules: ScriptPolicy = { createScriptURL: ownScript };
/** The one policy of the site; without Trusted Types its rule is kept all the same. */
const policy = window.trustedTypes?.createPolicy('pilcrow', rules) ?? rules;

/**
 * The address of a script of this site, in the form that Trusted Types ask for.
 * @throws Error for any address outside the site
 */
export function trustScript(address: string): string {
  return policy.createScriptURL(address);
}

function ownScript(address: string): string {
  if (!address.startsWith(siteRoot().href)) {
    throw new Error(`Expected a script of this site, got ${address}.`);
  }
  return address;
}

/** Loads a classic script of this site; the only kind that also runs from a double-clicked file. */
export function loadScript(address: string): Promise<void> {
  return new Promise((done, fail) => {
    const script = document.createElement('script');
    script.src = trustScript(address);
    script.addEventListener('load', () => {
      script.remove();
      done();
    });
    script.addEventListener('error', () => {
      script.remove();
      fail(new Error(`Could not load ${address}.`));
    });
    document.head.append(script);
  });
}
