import { describe, expect, test } from 'vitest';
import { csp } from '../../scripts/checks/csp.ts';
import { expectFindings, siteWith, swap, tryCheck } from './small-site.ts';

describe('csp', () => {
  const inBody = (markup: string) => siteWith('index.html', swap('<p>', `${markup}<p>`));

  test.each([
    ['<script>alert(1)</script>', 'A <script> without src: scripts come from files.'],
    ['<style>p{}</style>', 'A <style> element: styles come from files.'],
    ['<p style="color:red">x</p>', 'style="color:red": looks come from style sheets.'],
    ['<p onclick="x()">x</p>', 'onclick="…": the policy would block this handler.'],
    ['<a href=" java\nscript:x()">x</a>', 'href=" java\nscript:x()" would run as a script.'],
    ['<iframe srcdoc="x"></iframe>', 'srcdoc: a frame comes from a file.'],
    ['<img src="//cdn.example/x.png">', '<img> asks another host for "//cdn.example/x.png".'],
    [
      '<script src="https://cdn.example/x.js"></script>',
      '<script> asks another host for "https://cdn.example/x.js".',
    ],
    [
      '<noscript><img src="https://cdn.example/x.gif"></noscript>',
      '<img> asks another host for "https://cdn.example/x.gif".',
    ],
    [
      '<link rel="preconnect" href="https://cdn.example">',
      '<link> asks another host for "https://cdn.example".',
    ],
  ])('finds %s', (markup, message) => {
    const { found } = tryCheck(csp, inBody(markup));
    expect(found).toEqual([`index.html:15 ${message}`]);
  });

  test('accepts data that no browser runs', () => {
    expect(tryCheck(csp, inBody('<script type="application/ld+json">{}</script>')).found).toEqual(
      [],
    );
  });

  test('finds a page without a policy', () => {
    expectFindings(
      csp,
      siteWith('index.html', swap('Content-Security-Policy', 'x')),
      'index.html The page carries no Content-Security-Policy.',
    );
  });

  test.each([
    [
      "script-src 'self'",
      "script-src 'self' 'unsafe-inline'",
      "The policy allows 'unsafe-inline' in script-src.",
    ],
    ["style-src 'self'", 'style-src *', 'The policy allows * in style-src.'],
    ["base-uri 'none'", "base-uri 'self'", "The policy lacks base-uri 'none'."],
    [
      "; require-trusted-types-for 'script'",
      '',
      "The policy lacks require-trusted-types-for 'script'.",
    ],
  ])('finds a policy with %s changed to %s', (from, to, message) => {
    expectFindings(csp, siteWith('index.html', swap(from, to)), `index.html:5 ${message}`);
  });

  test('finds a policy that stands after a style sheet', () => {
    expectFindings(
      csp,
      siteWith(
        'index.html',
        swap('<meta charset="utf-8">', '<link rel="stylesheet" href="/style.css">'),
      ),
      'index.html:5 The policy stands after something that it should govern: it belongs first in <head>.',
    );
  });

  test('finds a style sheet that asks another host', () => {
    expectFindings(
      csp,
      siteWith('style.css', '@import "https://fonts.example/x.css";'),
      'style.css The style sheet asks another host for "https://fonts.example/x.css".',
    );
  });
});
