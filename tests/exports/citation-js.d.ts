// What these tests use of citation-js, which carries no types.
declare module '@citation-js/core' {
  export interface CslEntry {
    readonly type: string;
    readonly title: string;
    readonly number?: string;
    readonly section?: string;
    readonly URL?: string;
    readonly author: readonly object[];
    readonly issued: { readonly 'date-parts': readonly (readonly number[])[] };
  }
  export class Cite {
    constructor(input: string);
    readonly data: readonly CslEntry[];
    format(style: 'bibliography'): string;
  }
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-csl';
declare module '@citation-js/plugin-ris';
