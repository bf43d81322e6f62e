import { absolute, withBase } from '../resolution/address.ts';
import { escapeHtml } from './escape-html.ts';
import type { Host } from './export.ts';

const policy =
  "default-src 'none'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

/** A page at an address that was given up, for hosts that take no rules: it leads on at once, and without a script. */
export function writeRedirectPage(to: string, host: Host): string {
  const path = escapeHtml(withBase(host.base, to));
  return `<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta http-equiv="refresh" content="0;url=${path}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Moved to ${escapeHtml(to)}</title>
<meta name="robots" content="noindex">
<link rel="canonical" href="${escapeHtml(absolute(host.site, host.base, to))}">
</head>
<body>
<main>
<h1>This page has moved</h1>
<p>It is now at <a href="${path}">${escapeHtml(to)}</a>.</p>
</main>
</body>
</html>
`;
}
