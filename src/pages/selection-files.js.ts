import { bundleSelectionFiles } from '../../scripts/bundle-browser.ts';

/** What writes the files of a selection; the page of selections loads it when a reader asks for one. */
export async function GET(): Promise<Response> {
  return new Response(await bundleSelectionFiles(), {
    headers: { 'content-type': 'text/javascript; charset=utf-8' },
  });
}
