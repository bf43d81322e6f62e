/** A long list is split into sheets, so that no page grows with the edition. */
export interface Sheet<Row> {
  readonly rows: readonly Row[];
  /** From 1. */
  readonly number: number;
  readonly count: number;
  /** How many rows there are on all sheets. */
  readonly total: number;
}

const rowsOnSheet = 200;

/** The sheets of a list, at least one. */
export function sheetsOf<Row>(rows: readonly Row[]): readonly Sheet<Row>[] {
  const count = Math.max(1, Math.ceil(rows.length / rowsOnSheet));
  return Array.from({ length: count }, (_, index) => ({
    rows: rows.slice(index * rowsOnSheet, (index + 1) * rowsOnSheet),
    number: index + 1,
    count,
    total: rows.length,
  }));
}

/**
 * Where a sheet lies: the first is the list's own address.
 * @example sheetPath('/topics/training/', 2) // '/topics/training/sheet-2/'
 */
export function sheetPath(path: string, number: number): string {
  return number === 1 ? path : `${path}sheet-${number}/`;
}

/** The same as the value of a route's rest parameter; the first sheet has none. */
export function sheetParameter(number: number): string | undefined {
  return number === 1 ? undefined : `sheet-${number}`;
}
