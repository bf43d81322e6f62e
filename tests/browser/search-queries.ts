import type { Page } from 'playwright-core';

/** What people type, and the first place that the search of the first edition must offer: its path, or null and why. */
export const searchQueries: readonly (readonly [
  query: string,
  first: string | null,
  note?: RegExp,
])[] = [
  // Addresses
  ['OP 12', '/chr-2004-45/op-12/'],
  ['op12', '/chr-2004-45/op-12/'],
  ['OP 12 (a)', '/chr-2004-45/op-12/', /has no sub-paragraph \(a\)/],
  ['para 12', '/chr-2004-45/op-12/'],
  ['paragraph 12', '/chr-2004-45/op-12/'],
  ['23', '/chr-2004-45/op-23/'],
  ['PP3', '/chr-2004-45/pp-3/'],
  ['preambular para. 3', '/chr-2004-45/pp-3/'],
  ['third preambular paragraph', '/chr-2004-45/pp-3/'],
  ['last operative paragraph', '/chr-2004-45/op-25/'],
  ['2004/45, para. 12', '/chr-2004-45/op-12/'],
  ['res 2004/45 op 12', '/chr-2004-45/op-12/'],
  ['CHR res. 2004/45', '/chr-2004-45/'],
  ['Commission on Human Rights resolution 2004/45', '/chr-2004-45/'],
  ['E/CN.4/RES/2004/45', '/chr-2004-45/'],
  ['paras. 8-10', '/chr-2004-45/op-8/'],
  ['https://example.org/chr-2004-45/op-23/', '/chr-2004-45/op-23/'],
  ['chr-2004-45/pp-8', '/chr-2004-45/pp-8/'],
  ['OP 26', null, /It has operative paragraphs 1 to 25/],
  ['PP 19', null, /It has preambular paragraphs 1 to 18/],
  ['para 99', null, /operative paragraphs 1 to 25 and preambular paragraphs 1 to 18/],
  // Symbols
  ['E/CN.4/2004/76', '/instruments/e-cn4-2004-76/'],
  ['e / cn.4 / 2004 / 76', '/instruments/e-cn4-2004-76/'],
  ['E/CN.4/2004/76 and Add.1-4', '/instruments/e-cn4-2004-76/'],
  ['E/CN.4/2004/45', '/chr-2004-45/', /^E\/CN\.4\/2004\/45: /],
  ['A/RES/68/999', null, /“A\/RES\/68\/999” is not cited here/],
  ['S/RES/1325 (2000)', null, /is not cited here/],
  ['A/RES/54/263', '/instruments/opsc/'],
  // Instruments
  ['CEDAW', '/instruments/cedaw/'],
  ['CRC', '/instruments/crc/'],
  ['UNTOC', '/instruments/untoc/'],
  ['CTOC', '/instruments/untoc/'],
  ['OP-CRC-SC', '/instruments/opsc/'],
  ['op cedaw', '/instruments/op-cedaw/'],
  ['C182', '/instruments/ilo-c182/'],
  ['ILO C182', '/instruments/ilo-c182/'],
  ['Palermo Protocol', '/instruments/palermo-protocol/'],
  ['convention on the rights of the child', '/instruments/crc/'],
  ['worst forms of child labor', '/instruments/ilo-c182/'],
  ['1949 Convention', '/instruments/traffic-convention-1949/'],
  ['OHCHR', '/instruments/ohchr/'],
  ['OSCE', '/instruments/osce/'],
  ['Puebla process', '/instruments/puebla-process/'],
  ['CERD convention', '/instruments/icerd/', /No paragraph/],
  ['organised crime', '/instruments/untoc/'],
  // Words
  ['training police', '/chr-2004-45/op-23/', /No paragraph has “police”/],
  ['law enforcement', '/chr-2004-45/op-23/'],
  ['job training', '/chr-2004-45/op-20/'],
  ['criminalise trafficking', '/chr-2004-45/op-10/'],
  ['criminalize', '/chr-2004-45/op-10/'],
  ['woman and girl', '/chr-2004-45/pp-13/'],
  ['men and boys', '/chr-2004-45/pp-13/'],
  ['prosecution of victims', '/chr-2004-45/op-6/'],
  ['illegal entry', '/chr-2004-45/op-6/'],
  ['compensation for victims', '/chr-2004-45/op-4/'],
  ['HIV', '/chr-2004-45/op-2/'],
  ['"HIV AIDS"', '/chr-2004-45/op-2/'],
  ['internet providers', '/chr-2004-45/op-18/'],
  ['isp', '/chr-2004-45/op-16/'],
  ['NGO', '/chr-2004-45/op-3/'],
  ['co-operation mechanisms', '/chr-2004-45/pp-8/'],
  ['forced labor', '/chr-2004-45/op-8/'],
  ['gender sensitive', '/chr-2004-45/pp-18/'],
  ['"child and gender sensitive"', '/chr-2004-45/pp-18/'],
  ['anti trafficking strategies', '/chr-2004-45/op-5/'],
  ['sub-regional agreements', '/chr-2004-45/op-13/'],
  ['sex tourism', '/chr-2004-45/pp-17/'],
  ['pedophilia', '/chr-2004-45/pp-17/'],
  ['discourage demand', '/chr-2004-45/op-9/'],
  ['codes of conduct', '/chr-2004-45/op-18/'],
  ['helplines', '/chr-2004-45/op-3/'],
  ['data collection', '/chr-2004-45/pp-10/'],
  ['voluntary return', '/chr-2004-45/pp-11/', /No paragraph has “return”/],
  ['re-victimisation', '/chr-2004-45/op-21/'],
  ['globalisation', '/chr-2004-45/pp-12/'],
  ['psychological care', '/chr-2004-45/op-20/'],
  ['what should governments do about the internet?', '/chr-2004-45/op-16/'],
  ['traficking', '/chr-2004-45/op-23/', /Searched for “trafficking” instead/],
  ['forced marrage', '/chr-2004-45/op-8/', /Searched for “marriages” instead/],
  ['32nd preambular paragraph', null, /It has preambular paragraphs 1 to 18/],
  ['resolution 1325 para 10', null, /“resolution 1325” is not cited here/],
  ['operative para. twenty-three', '/chr-2004-45/op-23/'],
  ['paras 3, 5 and 7', '/chr-2004-45/op-3/'],
  ['"trafficking in human beings"', '/chr-2004-45/pp-1/'],
  ['"woman and girls"', null, /exactly/],
  ['zzzz', null, /No paragraph has “zzzz”/],
];

export interface Answer {
  /** Paths of all links offered, from the root of the site, without marks. */
  readonly paths: readonly string[];
  readonly notes: string;
}

/** Types a query and waits for the answer to it. */
export async function ask(page: Page, query: string): Promise<Answer> {
  await page.getByRole('searchbox').fill(query);
  const answer = page.locator('[data-part="answer"][aria-busy="false"]');
  await answer.waitFor({ state: 'attached' });
  return page.evaluate(() => {
    const root = new URL(document.documentElement.dataset['root'] ?? './', document.baseURI).href;
    const links = [...document.querySelectorAll<HTMLAnchorElement>('[data-part="answer"] a')];
    return {
      paths: links.map(({ href }) =>
        href
          .replace(root, '/')
          .replace(/#mark=.*$/, '')
          .replace(/index\.html/, ''),
      ),
      notes: [...document.querySelectorAll('.search-note')]
        .map((note) => note.textContent)
        .join('\n'),
    };
  });
}

/** The same for a driver that only runs scripts: their argument is the query, their answer an Answer. */
export const askInPage = `
  const [query, done] = arguments;
  const box = document.querySelector('input[type="search"]');
  box.value = query;
  box.dispatchEvent(new Event('input', { bubbles: true }));
  const look = () => {
    const answer = document.querySelector('[data-part="answer"][aria-busy="false"]');
    if (answer === null) return setTimeout(look, 20);
    const root = new URL(document.documentElement.dataset.root, document.baseURI).href;
    done({
      paths: [...answer.querySelectorAll('a')].map(({ href }) =>
        href.replace(root, '/').replace(/#mark=.*$/, '').replace(/index\\.html/, ''),
      ),
      notes: [...document.querySelectorAll('.search-note')]
        .map((note) => note.textContent)
        .join('\\n'),
    });
  };
  look();
`;
