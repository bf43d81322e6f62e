/**
 * Abbreviations that readers type and texts write out, with what texts write; names of instruments have theirs in
 * content/. From the lists of abbreviations at the front of UN reports; only those that are no names.
 */
const writtenOut: ReadonlyMap<string, string> = new Map([
  ['ngo', 'non-governmental organizations'],
  ['igo', 'intergovernmental organizations'],
  ['ingo', 'international non-governmental organizations'],
  ['cso', 'civil society'],
  ['isp', 'internet service providers'],
  ['ict', 'information technologies'],
  ['un', 'united nations'],
  ['ga', 'general assembly'],
  ['ecosoc', 'economic and social council'],
  ['sc', 'security council'],
  ['sr', 'special rapporteur'],
  ['hr', 'human rights'],
  ['thb', 'trafficking in human beings'],
  ['tip', 'trafficking in persons'],
  ['vaw', 'violence against women'],
  ['gbv', 'gender-based violence'],
  ['vot', 'victims of trafficking'],
]);

/** @example writeOut('NGOs'.toLowerCase()) // 'non-governmental organizations' */
export function writeOut(word: string): string | null {
  return writtenOut.get(word) ?? writtenOut.get(word.replace(/s$/, '')) ?? null;
}
