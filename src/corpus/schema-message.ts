import type { z } from 'zod';

/** What a schema's refusal says to a contributor, and the key it concerns when that is not the issue's own path. */
export interface SchemaFault {
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly hint: string;
}

const kinds: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list, each entry on a line of its own after "- "',
  object: 'keys with values',
  record: 'keys with values',
};
const formats: Readonly<Record<string, string>> = {
  date: 'a day that exists, written as 2004-04-19',
  url: 'an address that begins with https:// or http://',
};

/** One refusal as sentences: what was found, what was expected, what to do. `found` is the value at the issue's path. */
export function toSchemaFaults(issue: z.core.$ZodIssue, found: unknown): readonly SchemaFault[] {
  const { path } = issue;
  const name = path.length === 0 ? 'The file' : `"${path.join('.')}"`;
  const shown = show(found);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        path: [...path, key],
        message: `Nothing reads the key "${key}"${path.length === 0 ? '' : ` in ${name}`}.`,
        hint: 'Mend its spelling or take it out; src/corpus/schemas.ts lists the keys.',
      }));
    case 'invalid_type': {
      const expected = kinds[issue.expected] ?? issue.expected;
      if (found === undefined || found === null)
        return [
          path.length === 0
            ? { path, message: 'The file is empty.', hint: `Write ${expected}.` }
            : { path, message: `${name} is missing.`, hint: `Write ${expected} there.` },
        ];
      return [
        {
          path,
          message: `${name} is ${shown}; expected ${expected}.`,
          hint:
            issue.expected === 'string' && typeof found !== 'object'
              ? 'Put quotation marks around it.'
              : `Write ${expected}.`,
        },
      ];
    }
    case 'invalid_value': {
      const allowed = issue.values.map(String).join(', ');
      return [
        {
          path,
          message: `${name} is ${shown}; expected one of ${allowed}.`,
          hint: 'Choose one of them.',
        },
      ];
    }
    case 'invalid_format': {
      const expected = formats[issue.format] ?? issue.message;
      return [
        {
          path,
          message: `${name} is ${shown}; expected ${expected}.`,
          hint: `Write ${expected}.`,
        },
      ];
    }
    case 'too_small':
      return [
        {
          path,
          message: `${name} is ${shown}; expected at least one ${issue.origin === 'string' ? 'character' : issue.origin === 'array' ? 'entry' : 'of what it counts'}.`,
          hint: 'Fill it, or leave the key out.',
        },
      ];
    case 'too_big':
    case 'not_multiple_of':
    case 'invalid_key':
    case 'invalid_union':
    case 'invalid_element':
    case 'custom':
      return [
        {
          path,
          message: `${name} is ${shown}, which does not fit: ${issue.message}.`,
          hint: 'Compare it with src/corpus/schemas.ts, which says what may stand here.',
        },
      ];
  }
}

function show(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (typeof value === 'object' && value !== null) return 'keys with values';
  const text = JSON.stringify(value) ?? 'missing';
  return text.length > 80 ? `${text.slice(0, 79)}…"` : text;
}
