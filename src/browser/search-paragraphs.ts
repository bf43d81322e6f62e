import { buildElement } from './build-element.ts';
import { type FacetIndex, fits, readFacets } from './facet-index.ts';
import { type Findings, findParagraphs, type Hit, loadHits } from './find-paragraphs.ts';
import { loadFile } from './load-file.ts';
import { type Engine, openEngine, WebAssemblyBlocked } from './search-engine.ts';
import type { SearchPlan, WordGroup } from './search-plan.ts';
import { type QueryReader, toQueryReader } from './search-query.ts';
import {
  fromHash,
  nothingSearched,
  type SearchState,
  toggleValue,
  toHash,
} from './search-state.ts';
import { searchStrings } from './search-strings.ts';
import type { SearchVocabulary } from './search-vocabulary.ts';
import { showFacets } from './show-facets.ts';
import { showGoTo, showHit, showNotes } from './show-results.ts';
import { addressOf } from './site-root.ts';

const PAGE = 10;
/** Long enough that a screen reader hears the answer to a word and not to each of its letters. */
const SILENCE = 600;

async function openReader(): Promise<QueryReader> {
  const response = await loadFile('search-vocabulary.json');
  const vocabulary: SearchVocabulary = await response.json();
  return toQueryReader(vocabulary);
}

/**
 * The search page's behaviour: answers as the reader types, facets, keyboard, history.
 * The page is complete without it; its form, facets, status and answer are already there.
 */
export class SearchParagraphs extends HTMLElement {
  #state: SearchState = nothingSearched;
  #facets: FacetIndex | null = null;
  #reader: Promise<QueryReader> | undefined;
  #engine: Promise<Engine> | undefined;
  /** Counts the questions, so that a late answer to an earlier one is dropped. */
  #question = 0;
  #announcement: ReturnType<typeof setTimeout> | undefined;
  #links = new AbortController();

  connectedCallback(): void {
    this.#links = new AbortController();
    const { signal } = this.#links;
    const field = this.#field;
    this.hidden = false;
    document.querySelector('[data-without-script]')?.remove();
    const warm = (): void => {
      // Failures are told when the reader asks something.
      void Promise.allSettled([this.#openReader(), this.#openEngine()]);
    };
    field.addEventListener('focus', warm, { once: true, signal });
    field.addEventListener(
      'input',
      () => {
        this.#setState({ ...this.#state, query: field.value }, 'replace');
      },
      { signal },
    );
    this.addEventListener(
      'keydown',
      (event) => {
        this.#onKey(event);
      },
      { signal },
    );
    this.#part('form').addEventListener(
      'submit',
      (event) => {
        event.preventDefault();
        this.#setState({ ...this.#state, query: field.value }, 'push', true);
      },
      { signal },
    );
    this.#part('copy').addEventListener('click', () => void this.#copyLink(), { signal });
    window.addEventListener(
      'popstate',
      () => {
        this.#restore();
      },
      { signal },
    );
    this.#restore();
    if (location.hash === '#q=') field.focus();
  }

  disconnectedCallback(): void {
    this.#links.abort();
  }

  get #field(): HTMLInputElement {
    const field = this.querySelector<HTMLInputElement>('input[type=search]');
    if (field === null) throw new Error('Expected a search field on the search page.');
    return field;
  }

  #part(name: string): HTMLElement {
    const part = this.querySelector<HTMLElement>(`[data-part="${name}"]`);
    if (part === null) throw new Error(`Expected the part "${name}" on the search page.`);
    return part;
  }

  /** Loaded on the first focus and kept; what failed is tried again the next time. */
  #openReader(): Promise<QueryReader> {
    this.#reader ??= openReader();
    this.#reader.catch(() => (this.#reader = undefined));
    return this.#reader;
  }

  #openEngine(): Promise<Engine> {
    this.#engine ??= openEngine();
    this.#engine.catch(() => (this.#engine = undefined));
    return this.#engine;
  }

  /** A search that was linked to, or one that the reader comes back to. */
  #restore(): void {
    const kept: unknown = history.state;
    const hash =
      typeof kept === 'object' &&
      kept !== null &&
      'search' in kept &&
      typeof kept.search === 'string'
        ? kept.search
        : location.hash;
    this.#state = fromHash(hash) ?? nothingSearched;
    this.#field.value = this.#state.query;
    void this.#answer(false);
  }

  #setState(state: SearchState, step: 'push' | 'replace', moveOn = false): void {
    this.#state = state;
    // The words of a search stay out of the address until the reader asks for a link.
    const address = location.href.replace(/#.*$/, '');
    const kept = { search: toHash(state) };
    if (step === 'push') history.pushState(kept, '', address);
    else history.replaceState(kept, '', address);
    void this.#answer(moveOn);
  }

  async #answer(moveOn: boolean): Promise<void> {
    const question = (this.#question += 1);
    const isLate = (): boolean => question !== this.#question;
    const state = this.#state;
    const isEmpty = state.query.trim() === '';
    this.#part('answer').ariaBusy = String(!isEmpty);
    this.#part('copy').hidden = isEmpty;
    if (isEmpty) {
      this.#show([], '');
      this.#part('facets').hidden = true;
      return;
    }
    try {
      const plan = (await this.#openReader()).plan(state.query);
      if (isLate()) return;
      const engine = await this.#openEngine().catch((error: unknown) => {
        if (error instanceof WebAssemblyBlocked) return null;
        throw error;
      });
      if (isLate()) return;
      if (engine === null) {
        const places = showGoTo(plan.goTo);
        this.#show(
          [...showNotes(plan.notes, [searchStrings.blocked]), places],
          searchStrings.blocked,
        );
        return;
      }
      const findings = await findParagraphs(engine, plan);
      // Only a chosen facet has to be known before the first hits are shown.
      if (state.chosen.size > 0) this.#facets ??= await readFacets(engine);
      if (isLate()) return;
      await this.#showFindings(plan, findings, isLate);
      if (isLate()) return;
      if (moveOn) this.#answers()[0]?.focus();
      await this.#countFacets(engine, findings, isLate);
    } catch (error) {
      if (!isLate()) this.#showFailure();
      console.warn(error);
    }
  }

  async #showFindings(plan: SearchPlan, findings: Findings, isLate: () => boolean): Promise<void> {
    const facets = this.#facets;
    const fitting =
      facets === null
        ? findings.hits
        : findings.hits.filter(({ id }) => fits(id, this.#state, facets));
    const list = buildElement('ol', { class: 'hits' });
    const more = buildElement('button', { type: 'button' });
    await this.#append(list, more, plan, fitting, 0);
    if (isLate()) return;
    more.addEventListener('click', () => {
      const shown = list.childElementCount;
      void this.#append(list, more, plan, fitting, shown).then(() => {
        list.children[shown]?.querySelector('a')?.focus();
      });
    });
    const status = this.#status(plan, findings, fitting.length);
    this.#show(
      [
        ...showNotes(plan.notes, this.#messages(plan, findings)),
        showGoTo(plan.goTo),
        buildElement('p', { class: 'search-count' }, status),
        findings.hits.length > 0 && fitting.length === 0 ? this.#clearButton() : null,
        fitting.length === 0 ? null : list,
        fitting.length === 0 ? null : more,
      ],
      status,
    );
  }

  #messages(plan: SearchPlan, { missing, hits, isPartial }: Findings): string[] {
    const messages: string[] = [];
    const quoteAll = (groups: readonly WordGroup[]): string =>
      groups.map(({ typed }) => `“${typed}”`).join(', ');
    const uncited = missing.filter(({ instruments }) => instruments.length > 0);
    const unknown = missing.filter(({ instruments }) => instruments.length === 0);
    if (unknown.length > 0) messages.push(searchStrings.notIn(quoteAll(unknown)));
    if (uncited.length > 0) messages.push(searchStrings.notCited(quoteAll(uncited)));
    if (hits.length === 0 && plan.quoted.length > 0) messages.push(searchStrings.noPhrase);
    if (isPartial) messages.push(searchStrings.partial);
    if (hits.length === 0 && plan.goTo.length === 0 && plan.groups.length > 0)
      messages.push(searchStrings.nothing);
    return messages;
  }

  #status(plan: SearchPlan, { hits }: Findings, fitting: number): string {
    if (hits.length > 0 && fitting === 0) return searchStrings.filteredOut(hits.length);
    if (hits.length === 0 && plan.goTo.length > 0)
      return searchStrings.statusGoTo(plan.goTo.length);
    return searchStrings.status(fitting, this.#state.query.trim());
  }

  #clearButton(): HTMLElement {
    const clear = buildElement('button', { type: 'button' }, searchStrings.clearFilters);
    clear.addEventListener('click', () => {
      this.#setState({ ...this.#state, chosen: new Map() }, 'push');
      this.#field.focus();
    });
    return clear;
  }

  async #append(
    list: HTMLElement,
    more: HTMLElement,
    plan: SearchPlan,
    hits: readonly Hit[],
    from: number,
  ): Promise<void> {
    const loaded = await loadHits(hits.slice(from, from + PAGE), plan);
    list.append(...loaded.map(showHit));
    const left = hits.length - list.childElementCount;
    more.hidden = left <= 0;
    more.textContent = searchStrings.more(Math.min(left, PAGE));
  }

  async #countFacets(engine: Engine, { hits }: Findings, isLate: () => boolean): Promise<void> {
    this.#facets ??= await readFacets(engine);
    if (isLate()) return;
    const place = this.#part('facets');
    place.hidden = hits.length === 0;
    showFacets(place, hits, this.#state, this.#facets, (facet, value) => {
      this.#setState(toggleValue(this.#state, facet, value), 'push');
    });
  }

  #showFailure(): void {
    const retry = buildElement('button', { type: 'button' }, searchStrings.retry);
    retry.addEventListener('click', () => void this.#answer(false));
    this.#show(
      [buildElement('p', { class: 'search-note' }, searchStrings.failed), retry],
      searchStrings.failed,
    );
  }

  #show(parts: readonly (HTMLElement | null)[], announcement: string): void {
    const answer = this.#part('answer');
    answer.replaceChildren(...parts.filter((part) => part !== null));
    answer.ariaBusy = 'false';
    clearTimeout(this.#announcement);
    this.#announcement = setTimeout(() => {
      this.#part('status').textContent = announcement;
    }, SILENCE);
  }

  #answers(): HTMLAnchorElement[] {
    return [...this.#part('answer').querySelectorAll('a')];
  }

  #onKey(event: KeyboardEvent): void {
    const links = this.#answers();
    const at = links.findIndex((link) => link === event.target);
    const inField = event.target === this.#field;
    if (event.key === 'Escape') {
      if (inField && this.#field.value === '') return;
      event.preventDefault();
      if (inField) {
        this.#field.value = '';
        this.#setState(nothingSearched, 'replace');
      } else this.#field.focus();
    } else if (event.key === 'ArrowDown' && (inField || at >= 0)) {
      event.preventDefault();
      links[at + 1]?.focus();
    } else if (event.key === 'ArrowUp' && at >= 0) {
      event.preventDefault();
      (links[at - 1] ?? this.#field).focus();
    }
  }

  async #copyLink(): Promise<void> {
    const link = `${addressOf('/search/')}#${toHash(this.#state)}`;
    const said = this.#part('copied');
    try {
      await navigator.clipboard.writeText(link);
      said.textContent = searchStrings.copied;
    } catch {
      history.replaceState(history.state, '', link);
      said.textContent = searchStrings.notCopied;
    }
  }
}
