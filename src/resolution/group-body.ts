import type { CleanLine } from './clean-text.ts';
import type { Draft } from './draft.ts';
import { formulaAt } from './find-formula.ts';
import { formulaSoon, headingAt, isPartLabel, isTitleBlock, startsOther } from './find-headings.ts';
import {
  annexStart,
  articleHeading,
  closingShape,
  isEnded,
  isLabelAlone,
  labelStart,
  leadIn,
  numberStart,
  titledHeading,
  type ClosingShape,
} from './line-shapes.ts';
import { betweenLines, isFurniture, measureLayout } from './measure-layout.ts';
import type { LineRole, ParagraphKind } from './model.ts';
import { openingForm } from './opening-phrase.ts';
import {
  adopts,
  beginsAdoptedText,
  formOf,
  isAct,
  lastLineFrom,
  opensInFull,
  startsLikeAct,
} from './paragraph-start.ts';
import { isInsideQuote } from './quotation.ts';
import { splitInlineClosing, splitInlineFormula } from './split-lines.ts';

export interface Body {
  readonly drafts: readonly Draft[];
  readonly headings: readonly {
    readonly id: string;
    readonly kind: 'part' | 'section';
    readonly label: string | null;
    readonly title: string | null;
    readonly lines: readonly CleanLine[];
    readonly before: number;
  }[];
  readonly formulas: readonly {
    readonly lines: readonly CleanLine[];
    readonly body: string;
    readonly section: string | null;
  }[];
  readonly closing: readonly {
    readonly kind: ClosingShape | 'other';
    readonly lines: readonly CleanLine[];
  }[];
  readonly annexes: readonly (readonly CleanLine[])[];
  readonly other: readonly CleanLine[];
}

/**
 * Groups the lines from the preamble or the formula on. A paragraph starts at its number, at a verb or participle after
 * a finished one, or after a blank line; where blank lines or indents tell nothing, a line that ended although the next
 * word would have fitted is the end of a paragraph.
 */
export function groupBody(lines: readonly CleanLine[], roles: ReadonlyMap<number, LineRole>): Body {
  const written = splitInlineClosing(
    splitInlineFormula(lines.filter(({ number }) => !isFurniture(roles.get(number)))),
  );
  const layout = measureLayout(lines, roles);
  const drafts: Draft[] = [];
  const headings: Body['headings'][number][] = [];
  const formulas: Body['formulas'][number][] = [];
  const closing: { kind: ClosingShape | 'other'; lines: CleanLine[] }[] = [];
  const annexes: CleanLine[][] = [];
  const other: CleanLine[] = [];

  /** Sections and parts that act already. */
  const acting = new Set<string | null>();
  const headingIds = new Set<string>();
  let hasParts = written.some(({ text }, index) => isPartLabel(text, written, index));
  let section: string | null = null;
  let part: string | null = null;
  let open: Draft | null = null;
  let kind: ParagraphKind = 'preambular';
  let place: 'body' | 'closing' | 'annex' | 'other' = 'body';
  let lastNumber = 0;
  let quote = false;
  let pendingMarkers: number[] = [];
  const hasNumbers = written.some(({ text }) => numberStart.test(text));

  for (let index = 0; index < written.length; index += 1) {
    const line = written[index];
    if (line === undefined) break;
    const previous = written[index - 1];
    const next = written[index + 1];
    const { gap, markers } = betweenLines(lines, roles, previous, line, layout);
    if (markers.length > 0) pendingMarkers = markers;
    const role = roles.get(line.number);
    if (role === 'annex' && annexes.length === 0) place = 'annex';

    // A quotation opens after a colon: what is quoted is no part of this resolution's own order.
    if (
      open !== null &&
      !quote &&
      /^[“"]/.test(line.text) &&
      /:$/.test(open.lines.at(-1)?.line.text ?? '')
    )
      quote = true;
    const openText: string = open === null ? '' : (open.lines.at(-1)?.line.text ?? '');
    const ended: boolean = open === null || isEnded(openText);
    const shape = closingShape(line.text);
    const numbered: RegExpExecArray | null = numberStart.exec(line.text);
    const figure = numbered === null ? 0 : Number(numbered[1]);

    if (place === 'other') {
      other.push(line);
      continue;
    }
    if (
      annexStart.test(line.text) &&
      (place !== 'body' || ended) &&
      (gap || layout.gapless || place !== 'body')
    ) {
      place = 'annex';
      annexes.push([line]);
      continue;
    }
    // A declaration's articles may follow the act that proclaims it, without the word annex.
    const article = articleHeading.test(line.text) && line.text.length < 90 && !isEnded(line.text);
    if (
      place === 'body' &&
      article &&
      drafts.length > 0 &&
      ended &&
      (gap || layout.gapless) &&
      !quote
    ) {
      place = 'annex';
      annexes.push([line]);
      continue;
    }
    // "Adopts the following declaration:" and a title: what follows has an order and numbers of its own.
    const adopted: boolean =
      place === 'body' &&
      open?.kind === 'operative' &&
      /:$/.test(openText) &&
      !quote &&
      (layout.gapless
        ? beginsAdoptedText(open, line)
        : gap &&
          isTitleBlock(written, index) &&
          // "… to deal with these matters:" and "I. ESTABLISHMENT": sections of the act itself.
          (adopts(open) || !titledHeading.test(line.text)));
    if (adopted) {
      place = 'annex';
      annexes.push([line]);
      continue;
    }
    if (place !== 'body' && startsOther(written, index)) {
      place = 'other';
      other.push(line);
      continue;
    }
    if (place === 'annex') {
      if (shape === 'meeting' && (next === undefined || closingShape(next.text) !== null))
        place = 'closing';
      else {
        annexes.at(-1)?.push(line);
        continue;
      }
    }
    const mayClose =
      place === 'closing' ||
      (shape !== null &&
        drafts.length > 0 &&
        (ended || shape === 'meeting') &&
        (gap || layout.gapless || shape !== 'adoption'));
    const opensPart =
      place === 'closing' &&
      (formulaAt(written, index) !== null || isPartLabel(line.text, written, index));
    if (mayClose && !opensPart) {
      place = 'closing';
      const last = closing.at(-1);
      const continues =
        last !== undefined &&
        last.kind !== 'date' &&
        shape === null &&
        (!gap || last.kind === 'vote');
      if (continues) last.lines.push(line);
      else closing.push({ kind: shape ?? 'other', lines: [line] });
      continue;
    }
    if (opensPart) place = 'body';

    const formulaHere = quote ? null : formulaAt(written, index);
    if (formulaHere !== null && (open === null || (ended && (gap || layout.gapless)))) {
      formulas.push({ ...formulaHere, section: part ?? section });
      // Reasons may stand before the organ speaks and after it; acts only after.
      if (acting.has(section ?? part)) lastNumber = 0;
      kind = 'preambular';
      open = null;
      index += formulaHere.lines.length - 1;
      continue;
    }

    const heading =
      quote || !(ended || open === null) ? null : headingAt(written, index, gap, layout.gapless);
    if (heading !== null) {
      const isPart: boolean =
        heading.label !== null &&
        /^[A-Z]$/.test(heading.label) &&
        (formulaSoon(written, index + heading.lines.length) || hasParts);
      const id: string =
        heading.label === null ? `heading-${headings.length + 1}` : heading.label.toLowerCase();
      hasParts ||= isPart;
      headings.push({
        id: headingIds.has(id) ? `${id}-${headings.length + 1}` : id,
        kind: isPart ? 'part' : 'section',
        label: heading.label,
        title: heading.title,
        lines: heading.lines,
        before: drafts.length,
      });
      headingIds.add(headings.at(-1)?.id ?? id);
      if (isPart) {
        part = id;
        section = null;
        kind = 'preambular';
        lastNumber = 0;
      } else if (heading.label !== null) section = id;
      open = null;
      index += heading.lines.length - 1;
      continue;
    }

    const inSection: string | null = section ?? part;
    const restarts: boolean =
      figure === 1 &&
      lastNumber > 0 &&
      headings.length > 0 &&
      headings.at(-1)?.before === drafts.length;
    // A number far from the one that is due starts a paragraph only where everything else says so; the jump is told.
    const isOwnAct: boolean =
      (gap || (layout.gapless && /[;.]\d{0,3}$/.test(openText))) &&
      ended &&
      numbered !== null &&
      openingForm(line.text.slice(numbered[0].length)) === 'operative';
    const plausible: boolean =
      figure === lastNumber + 1 ||
      restarts ||
      (figure > lastNumber && figure <= lastNumber + 3) ||
      (figure === lastNumber && figure > 0) ||
      (figure === 1 && lastNumber === 0) ||
      isOwnAct;
    const startsNumber: boolean =
      !quote &&
      numbered !== null &&
      plausible &&
      (ended || figure === lastNumber + 1 || gap) &&
      startsLikeAct(line.text.slice(numbered[0].length), figure === lastNumber + 1, next);
    const label = labelStart.test(line.text);
    const form = formOf(line.text);
    const capital = /^[\p{Lu}“"'‘]/u.test(line.text);
    const shortBefore =
      previous !== undefined &&
      previous.text.length + 1 + (line.text.split(' ', 1)[0]?.length ?? 0) <= layout.width;
    const indented =
      previous !== undefined &&
      (line.indent > previous.indent || (layout.margin !== null && line.indent > layout.margin));
    const afterMarker = markers.length > 0;
    const unnumberedInNumbered = kind === 'operative' && lastNumber > 0;
    const newByGap =
      gap &&
      capital &&
      !label &&
      (ended ? !afterMarker || form !== null : form !== null && !afterMarker);
    const newByShape =
      !gap &&
      capital &&
      !label &&
      ended &&
      form !== null &&
      (layout.gapless || indented || layout.blockPerLine) &&
      (shortBefore ||
        indented ||
        layout.blockPerLine ||
        opensInFull(
          // A copy may break the line behind the very first word.
          line.text.includes(' ') ? line.text : `${line.text} ${next?.text ?? ''}`,
          openText,
          kind,
        ));
    // "Recommends to the Council:" and "That it should …" below it are one act.
    const awaited = /:$/.test(openText) && form === null;
    const startsPlain: boolean =
      !quote &&
      (newByGap || newByShape) &&
      !awaited &&
      !(unnumberedInNumbered && form !== 'operative' && (open?.labels.length ?? 0) > 0) &&
      !(unnumberedInNumbered && form === null && !ended);

    const startsLeadIn: boolean =
      !quote &&
      ended &&
      (leadIn.test(line.text) ||
        (form === 'operative' &&
          /:$/.test(line.text) &&
          next !== undefined &&
          numberStart.test(next.text)));
    const inLeadIn: boolean = open !== null && open.lines.length === 1 && leadIn.test(openText);
    const awaitsWords: boolean =
      open !== null && previous !== undefined && isLabelAlone(previous.text);
    if (
      open === null ||
      startsNumber ||
      startsLeadIn ||
      (startsPlain && !inLeadIn && !awaitsWords)
    ) {
      // A section may give reasons of its own below its heading.
      const heads = headings.at(-1)?.before === drafts.length && !startsNumber;
      if (heads && form === 'preambular' && lastLineFrom(written, index).endsWith(','))
        kind = 'preambular';
      if (startsNumber) {
        kind = 'operative';
        lastNumber = figure;
      } else if (
        // What stands before the organ speaks gives reasons, whatever its form.
        kind === 'preambular' &&
        formulas.length > 0 &&
        (startsLeadIn || isAct(written, index, hasNumbers))
      ) {
        kind = 'operative';
      }
      open = {
        kind,
        printed: startsNumber ? String(figure) : null,
        section: inSection,
        part,
        lines: [],
        labels: [],
        markers: [],
        quote: { open: false, depth: 0 },
      };
      drafts.push(open);
      if (kind === 'operative') acting.add(inSection);
    }
    const skip: number = startsNumber && open.lines.length === 0 ? (numbered?.[0].length ?? 0) : 0;
    if (open.lines.length > 0 && pendingMarkers.length > 0)
      open.markers.push({
        before: open.lines.length,
        lines: { first: pendingMarkers[0] ?? 0, last: pendingMarkers.at(-1) ?? 0 },
      });
    pendingMarkers = [];
    open.lines.push({ line, skip, number: line.number, gap });
    quote = isInsideQuote(open);
  }
  return { drafts, headings, formulas, closing, annexes, other };
}
