import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
export function readCorpus(dir: string): any {
  const t = readFileSync(dir + '/resolutions/chr-2004-45/official.en.txt', 'utf8');
  const lines = t.split('\n');
  const paras: any[] = [];
  let cur: any = null;
  let pp = 0;
  lines.forEach((l, i) => {
    if (i < 7 || i > 242) return;
    if (/^page \d+$/.test(l)) return;
    const m = /^\s*(\d+)\.\s+(.*)$/.exec(l);
    if (m) {
      cur = {
        kind: 'operative',
        id: 'op-' + m[1],
        number: +m[1]!,
        printedNumber: m[1],
        text: m[2],
        lines: { first: i + 1, last: i + 1 },
      };
      paras.push(cur);
      return;
    }
    if (/^[A-Z][a-z]+/.test(l) && lines[i - 1] === '' && (!cur || /[,.;]$|\)\.$/.test(cur.text))) {
      pp++;
      cur = {
        kind: 'preambular',
        id: 'pp-' + pp,
        number: pp,
        printedNumber: null,
        text: l,
        lines: { first: i + 1, last: i + 1 },
      };
      paras.push(cur);
      return;
    }
    if (cur && l.trim()) {
      cur.text += ' ' + l.trim();
      cur.lines.last = i + 1;
    }
  });
  for (const p of paras) {
    p.text = p.text.replace(/\s+/g, ' ').trim();
    const m =
      /^(?:(?:Also|Seriously|Gravely|Deeply) )?\w+(?: also| upon| with concern| note with appreciation)*/.exec(
        p.text,
      )!;
    p.openingPhrase = { start: 0, end: m[0].length };
    Object.assign(p, {
      furtherPhrases: [],
      items: [],
      footnoteCalls: [],
      anomalies: [
        {
          kind: 'page-break',
          span: { start: 5, end: 5 },
          lines: p.lines,
          note: 'A page of the print ended here.',
        },
      ],
      section: null,
      sha256: createHash('sha256').update(p.text).digest('hex'),
      citations: [],
      topics: [{ topic: 'training', span: { start: 0, end: 20 } }],
      addressees:
        p.kind === 'operative'
          ? [
              {
                addressee: 'governments',
                standing: 'direct',
                span: { start: m[0].length + 1, end: m[0].length + 12 },
              },
            ]
          : [],
      notes: [],
    });
    const c = 'Convention against Transnational Organized Crime',
      at = p.text.indexOf(c);
    if (at >= 0)
      p.citations.push({
        span: { start: at - 15, end: at + c.length },
        words: p.text.slice(at - 15, at + c.length),
        role: 'explicit',
        target: { kind: 'instruments', ids: ['untoc'] },
        foundBy: 'rule',
        locator: null,
        how: 'Welcoming the entry into force',
        note: null,
      });
    const d = 'the Convention',
      a2 = p.text.indexOf(d);
    if (at >= 0 && a2 > at)
      p.citations.push({
        span: { start: a2, end: a2 + d.length },
        words: d,
        role: 'back-reference',
        target: { kind: 'instruments', ids: ['untoc'] },
        foundBy: 'rule',
        locator: null,
        how: null,
        note: null,
      });
  }
  return {
    resolutions: [
      {
        id: 'chr-2004-45',
        officialText: t,
        about: {
          symbol: 'E/CN.4/RES/2004/45',
          number: '2004/45',
          body: 'Commission on Human Rights',
          bodyAbbreviation: 'CHR',
          title: 'Trafficking in women and girls',
          date: '2004-04-19',
          meeting: '55th meeting',
          adoption: 'without a vote',
          source: { name: 'x' },
          sha256: '',
          mistakenFor: [
            {
              symbol: 'E/CN.4/2004/45',
              why: 'without RES it names another document of the session.',
            },
          ],
        },
        parsed: {
          headings: [],
          enactingFormulas: [
            {
              text: 'The Commission on Human Rights,',
              body: '',
              lines: { first: 7, last: 7 },
              section: null,
            },
          ],
          annexes: [],
          footnotes: [],
          closing: [{ kind: 'meeting', text: '55th meeting', lines: { first: 245, last: 245 } }],
          leftovers: [],
          lines: [],
          title: '',
          body: '',
        },
        paragraphs: paras,
      },
    ],
    instruments: [
      {
        id: 'untoc',
        kind: 'treaty',
        name: 'United Nations Convention against Transnational Organized Crime',
        short: 'Organized Crime Convention',
        abbreviations: ['UNTOC'],
        about: 'The treaty.',
        symbols: [{ symbol: 'A/RES/55/25', part: 'annex I', support: 'seen', sources: ['s20'] }],
        facts: [
          { label: 'Adopted', value: '15 November 2000', support: 'seen', sources: ['s20'] },
          {
            label: 'Parties',
            value: '66',
            on: '19 April 2004',
            support: 'computed',
            sources: ['s20'],
          },
        ],
      },
    ],
    topics: [
      {
        id: 'training',
        label: 'Training of officials',
        definition: 'Teaching police, border and other officials.',
      },
    ],
    addressees: [{ id: 'governments', label: 'Governments', definition: 'All Governments.' }],
    sources: { s20: { name: 'UNODC treaty overview', address: 'https://www.unodc.org/' } },
  };
}
