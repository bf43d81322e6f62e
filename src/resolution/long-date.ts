// Made once: a formatter costs more than all it formats on a page.
const dates = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** The UN's order of a date. @example longDate('2004-04-19') // '19 April 2004' */
export function longDate(iso: string): string {
  return dates.format(new Date(iso));
}
