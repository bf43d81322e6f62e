import { here } from '../address-here.ts';
import { en } from '../strings.ts';

/** Makes the site installable under its own name and icon. */
export function GET(): Response {
  const manifest = {
    id: here('/'),
    name: `${en.siteName}: ${en.tagline}`,
    short_name: en.siteName,
    description: en.unofficial,
    lang: en.language,
    start_url: here('/'),
    scope: here('/'),
    display: 'minimal-ui',
    background_color: '#fbf8f2',
    theme_color: '#fbf8f2',
    icons: [192, 512].flatMap((size) =>
      ['any', 'maskable'].map((purpose) => ({
        src: here(`/icons/${size}.png`),
        sizes: `${size}x${size}`,
        type: 'image/png',
        purpose,
      })),
    ),
  };
  return new Response(JSON.stringify(manifest), {
    headers: { 'content-type': 'application/manifest+json; charset=utf-8' },
  });
}
