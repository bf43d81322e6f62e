import { bundleBrowserScript } from '../../scripts/bundle-browser.ts';

/** The one script of every page; the same route serves it while developing. */
export async function GET(): Promise<Response> {
  return new Response(await bundleBrowserScript(), {
    headers: { 'content-type': 'text/javascript; charset=utf-8' },
  });
}
