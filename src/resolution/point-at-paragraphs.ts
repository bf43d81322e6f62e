import { expandNumbers } from './find-paragraph-references.ts';
import type { Citation, ParagraphId } from './model.ts';

const paragraphs =
  /^(?:[Ss]ection ([IVX]{1,5}|[A-Z]),? )?(?:[Oo]perative )?[Pp]aragraphs? (\d[\d ,()a-z–-]*?(?: (?:to|and|or) \d[\d ,()a-z–-]*)*)$/;

/**
 * A citation of a resolution that is published here, with the paragraphs that its locator names: "paragraphs 3 and 4 of
 * its resolution 2004/45". All of them must be there, otherwise it leads to the resolution as a whole.
 * @param paragraphsOf the paragraphs of a published resolution, by its folder
 */
export function pointAtParagraphs(
  citation: Citation,
  paragraphsOf: (resolution: string) => readonly ParagraphId[],
): Citation {
  const { target, locator } = citation;
  if (target.kind !== 'resolution' || target.paragraphs.length > 0 || locator === null)
    return citation;
  const [, section, numbers = ''] = paragraphs.exec(locator) ?? [];
  const known = paragraphsOf(target.resolution);
  const named = expandNumbers(numbers).map((number) => {
    const plain = `${section === undefined ? '' : `${section.toLowerCase()}-`}op-${number}`;
    const exact = known.find((id) => id === plain);
    // In a resolution of several parts a number alone is enough where one part has it.
    const [only, second] = known.filter((id) => id.endsWith(`-${plain}`));
    return exact ?? (second === undefined ? only : undefined);
  });
  const found = named.filter((id) => id !== undefined);
  return found.length === 0 || found.length < named.length
    ? citation
    : { ...citation, target: { ...target, paragraphs: found } };
}
