/**
 * The one policy of every page of the site, hosted and portable: own files only, no inline code, no plain string
 * where a script could come from. `wasm-unsafe-eval` is for the search engine; `data:` images are its icons.
 * `frame-ancestors` has no effect in a `<meta>` and belongs in the host's header file.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "require-trusted-types-for 'script'",
  'trusted-types pilcrow',
].join('; ');
