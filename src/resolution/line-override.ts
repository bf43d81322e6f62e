import type { LineRole } from './model.ts';

/** What an editor says of a line that cannot be told by its shape: `152: page-marker`, `88-91: footnote 3`. */
export interface LineOverride {
  readonly role: LineRole;
  readonly label?: string;
}
