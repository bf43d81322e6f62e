import { extname } from 'node:path';
import { readOfficialText } from '../../src/corpus/read-official-text.ts';
import { ProblemsError, type Problem, type ProblemCode } from '../../src/resolution/problem.ts';
import { readPdf, type PlacedText } from './read-pdf.ts';
import { readWord } from './read-word.ts';

/**
 * The plain text of a `.txt`, `.docx` or `.pdf`, with what the place of lines in a PDF says about them.
 * Text files come out byte for byte.
 * @throws ProblemsError saying what cannot be read and what to do
 */
export async function readSource(path: string, file: string): Promise<PlacedText> {
  const refuse = (code: ProblemCode, message: string, hint: string): never => {
    const problem: Problem = { code, message, file, line: 1, column: 1, hint };
    throw new ProblemsError([problem]);
  };
  switch (extname(path).toLowerCase()) {
    case '.txt': {
      const official = readOfficialText(path, file);
      if (official.problem !== null) throw new ProblemsError([official.problem]);
      return { text: official.text, lines: new Map() };
    }
    case '.docx': {
      const value = await readWord(path).catch(() =>
        refuse(
          'not-word',
          `${file} is no Word document that can be read.`,
          'Open it and save it again as .docx, or as plain text in UTF-8.',
        ),
      );
      if (value.trim() === '')
        refuse(
          'no-text',
          `${file} holds no text.`,
          'If it holds a picture of the page, use the text of the resolution instead.',
        );
      return { text: value, lines: new Map() };
    }
    case '.pdf': {
      const placed = await readPdf(path).catch(() =>
        refuse(
          'not-pdf',
          `${file} is no PDF that can be read.`,
          'Fetch it again; a PDF with a password cannot be read.',
        ),
      );
      if (placed.text.replace(/\s/g, '').length < 40)
        refuse(
          'scan',
          `${file} is a scan: it holds pictures of pages and no text.`,
          'Use the official plain text or Word file, or a PDF with a text layer.',
        );
      return placed;
    }
    default:
      return refuse(
        'unknown-kind',
        `${file} is neither .txt nor .docx nor .pdf.`,
        'Save the resolution in one of these forms.',
      );
  }
}
