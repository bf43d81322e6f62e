/** The forms of a page that readers are offered, by the extension of its address. */
export interface Format {
  readonly extension: string;
  readonly label: string;
}

export const paragraphFormats: readonly Format[] = [
  { extension: 'json', label: 'JSON' },
  { extension: 'txt', label: 'Plain text' },
];

export const resolutionFormats: readonly Format[] = [
  { extension: 'json', label: 'JSON' },
  { extension: 'txt', label: 'Plain text' },
];
