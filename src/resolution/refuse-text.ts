import type { CleanLine } from './clean-text.ts';
import { articleHeading, isContractingParty } from './line-shapes.ts';

/**
 * Why a text is no resolution, or null: statements, treaties and statutes have paragraphs too.
 * @param body the organ that speaks, or null where none was found
 */
export function refuseText(written: readonly CleanLine[], body: string | null): string | null {
  const head = written.slice(0, 40);
  const statement = head.find(({ text }) =>
    /^statement by the president of the security council/i.test(text),
  );
  if (statement !== undefined)
    return 'This is a statement by the President of the Security Council, not a resolution.';
  const parties = head.find(({ text }) =>
    /^The (?:States Parties|High Contracting Parties|Contracting Parties|Governments? (?:of|party)|Parties to|States Members of)\b.*(?:Convention|Covenant|Protocol|Treaty|Agreement|Charter|Parties|,)$/.test(
      text,
    ),
  );
  if (body === null && parties !== undefined)
    return `This is a treaty: "${parties.text.replace(/,$/, '')}" agree, no organ resolves.`;
  if (body !== null && isContractingParty(body))
    return `This is a treaty: "${body}" agree, no organ resolves.`;
  const articles = written.filter(
    ({ text }) => articleHeading.test(text) && text.length < 60,
  ).length;
  if (body === null && articles > 2)
    return `This text has ${articles} articles and no organ that acts: a treaty or a statute, not a resolution.`;
  return null;
}
