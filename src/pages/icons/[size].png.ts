import type { APIContext } from 'astro';
import sharp from 'sharp';

export const getStaticPaths = () => ['180', '192', '512'].map((size) => ({ params: { size } }));

/** Our own sign on paper, drawn inside the middle that every mask of an app icon leaves. */
export async function GET({ params }: APIContext): Promise<Response> {
  const size = Number(params['size']);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 128 128"><rect width="128" height="128" fill="#fbf8f2"/><path transform="translate(32 32)" fill="#8f2a1b" d="M29 6h25v6h-6v46h-6V12h-7v46h-6V36h-1C17 36 10 29.500 10 21S17 6 28 6z"/></svg>`;
  const png = await sharp(Buffer.from(svg))
    .resize(size, size)
    .png({ compressionLevel: 9 })
    .toBuffer();
  return new Response(new Uint8Array(png), { headers: { 'content-type': 'image/png' } });
}
