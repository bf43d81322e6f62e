import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { describe, expect, it } from 'vitest';
import type { Citation } from '../../src/resolution/model.ts';
import { parseResolution } from '../../src/resolution/parse-resolution.ts';
import { wordsToHtml } from '../../src/exports/words-html.ts';

type Node = DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.DocumentFragment;

/** The words a browser shows, by a parser that is not ours; footnote calls are no words. */
function words(node: Node): string {
  if (node.nodeName === '#text') return 'value' in node ? node.value : '';
  if (node.nodeName === 'sup') return '';
  return 'childNodes' in node ? node.childNodes.map(words).join('') : '';
}

function paragraph(text: string) {
  const { resolution } = parseResolution({
    text: `The General Assembly,\n\n1. ${text}\n`,
    file: 'text',
  });
  const [found] = resolution.paragraphs;
  if (found === undefined) throw new Error('Expected a paragraph.');
  return found;
}

function cited(text: string, quote: string, role: Citation['role'] = 'explicit'): Citation {
  const start = text.indexOf(quote);
  return {
    span: { start, end: start + quote.length },
    words: quote,
    role,
    target: { kind: 'instruments', ids: ['x'] },
    foundBy: 'rule',
    locator: null,
    how: null,
    note: null,
  };
}

const html = (text: string, citations: readonly Citation[] = []) => {
  const own = paragraph(text);
  return wordsToHtml(
    { ...own, citations },
    { citation: ({ words: quote }) => `/${quote.length}/`, itemAnchor: ({ id }) => id },
  );
};

it.for([
  'Requests a report;',
  'Requests States: (a) To act; (b) To report;',
  'Notes <script>alert(1)</script> & "quotes" and \'others\' ]]>;',
])('"%s" comes out as it went in, read by another parser', (text) => {
  expect(words(parseFragment(html(text)))).toBe(text);
});

it('the opening phrase is italic and sub-paragraphs are a list with anchors', () => {
  expect(html('Also requests States:\n(a) To act;\n(b) To report,\n\nand to pay.')).toBe(
    '<p><i class="opening">Also requests</i> States: </p><ol class="items"><li id="a"><span class="label">(a)</span> To act;</li> <li id="b"><span class="label">(b)</span> To report,</li></ol><p> and to pay.</p>',
  );
});

describe('of nested citations', () => {
  const text = 'Recalls all resolutions of the Assembly and the Protocol to the Convention;';
  it('the outer is the link', () => {
    const out = html(text, [
      cited(text, 'the Protocol to the Convention'),
      cited(text, 'the Convention'),
    ]);
    expect(out.match(/<a /g)).toHaveLength(1);
    expect(out).toContain('>the Protocol to the Convention</a>');
  });
  it('an exact one inside a group is the link', () => {
    const out = html(text, [
      cited(text, 'all resolutions of the Assembly', 'collective'),
      cited(text, 'the Assembly'),
    ]);
    expect(out).toContain('all resolutions of <a ');
    expect(out.match(/<a /g)).toHaveLength(1);
  });
  it('an inference is never a link', () => {
    expect(html(text, [cited(text, 'all resolutions', 'implicit')])).not.toContain('<a ');
  });
});
