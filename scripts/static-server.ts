import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';

export interface StaticServerOptions {
  /** The folder that is served, e.g. `dist`. */
  readonly root: string;
  /** Where the site lies on its host, with both slashes, e.g. `/resolutions/`. */
  readonly base?: string;
  /** The port to try first; any free port when it is taken or not given. */
  readonly port?: number;
  readonly host?: string;
}

export interface StaticServer {
  /** Address of the home page, with base path and final slash. */
  readonly url: string;
  /** Ends every connection and frees the port. */
  readonly close: () => Promise<void>;
}

const mimeTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.jpg': 'image/jpeg',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.pdf': 'application/pdf',
  '.zip': 'application/zip',
  '.epub': 'application/epub+zip',
  '.imscc': 'application/zip',
  '.h5p': 'application/zip',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.pptx': 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  '.ris': 'application/x-research-info-systems; charset=utf-8',
  '.bib': 'application/x-bibtex; charset=utf-8',
};

/**
 * Serves a built site as a plain static host does: directory index, redirect to the final slash,
 * the site's own 404.html with status 404, nothing outside the folder.
 */
export async function startStaticServer(options: StaticServerOptions): Promise<StaticServer> {
  const root = await realpath(options.root);
  const base = options.base ?? '/';
  const host = options.host ?? '127.0.0.1';
  const server = createServer((request, response) => {
    answer(request, response, root, base).catch((error: unknown) => {
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain' });
      response.end(error instanceof Error ? error.message : 'Server error');
    });
  });
  const port = await listen(server, host, options.port ?? 0);
  return {
    url: `http://${host === '127.0.0.1' ? 'localhost' : host}:${port}${base}`,
    close: () =>
      new Promise((done, fail) => {
        server.close((error) => (error === undefined ? done() : fail(error)));
        server.closeAllConnections();
      }),
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  root: string,
  base: string,
): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { allow: 'GET, HEAD' }).end();
    return;
  }
  const [address = '/', ...query] = (request.url ?? '/').split('?');
  if (`${address}/` === base) {
    response.writeHead(301, { location: base }).end();
    return;
  }
  const found = await findFile(address, root, base);
  if (found === 'needs-slash') {
    const search = query.length > 0 ? `?${query.join('?')}` : '';
    // Only slashes at the start could turn the address into one of another host.
    response.writeHead(301, { location: `${address.replace(/^\/+/, '/')}/${search}` }).end();
    return;
  }
  const file = found ?? (await fileUnder(root, '404.html'));
  if (file === null) {
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('Not found');
    return;
  }
  const { size } = await stat(file);
  response.writeHead(found === null ? 404 : 200, {
    'content-type': mimeTypes[extname(file)] ?? 'application/octet-stream',
    'content-length': size,
    'cache-control': 'no-cache',
    'x-content-type-options': 'nosniff',
  });
  if (request.method === 'HEAD') response.end();
  else createReadStream(file).pipe(response);
}

async function findFile(
  address: string,
  root: string,
  base: string,
): Promise<string | 'needs-slash' | null> {
  if (!address.startsWith(base)) return null;
  let path: string;
  try {
    path = decodeURIComponent(address.slice(base.length));
  } catch {
    return null;
  }
  if (path.includes('\0') || path.includes('\\')) return null;
  if (path === '' || path.endsWith('/')) return fileUnder(root, `${path}index.html`);
  const file = await fileUnder(root, path);
  if (file !== null) return file;
  return (await fileUnder(root, `${path}/index.html`)) === null ? null : 'needs-slash';
}

/** The file's real path when it is a file inside the folder; links that lead outside are not followed. */
async function fileUnder(root: string, path: string): Promise<string | null> {
  const wanted = resolve(join(root, path));
  if (!wanted.startsWith(root + sep)) return null;
  try {
    const real = await realpath(wanted);
    return real.startsWith(root + sep) && (await stat(real)).isFile() ? real : null;
  } catch {
    return null;
  }
}

function listen(server: Server, host: string, port: number): Promise<number> {
  return new Promise((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' && port !== 0) listen(server, host, 0).then(done, fail);
      else fail(error);
    });
    server.listen(port, host, () => {
      const address = server.address();
      if (address === null || typeof address === 'string') fail(new Error('Expected a port.'));
      else done(address.port);
    });
  });
}
