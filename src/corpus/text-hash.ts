import { createHash } from 'node:crypto';

/** SHA-256 of a text in UTF-8, or of bytes, as lower-case hex: the hash of words in lock files and on pages. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
