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

let policy: ScriptPolicy | undefined;

/**
 * The address of a script of this site, in the form that Trusted Types ask for.
 * The one policy of the site; @throws Error for any address outside it.
 */
export function trustScript(address: string): string {
  policy ??= window.trustedTypes?.createPolicy('pilcrow', { createScriptURL: ownScript }) ?? {
    createScriptURL: ownScript,
  };
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
