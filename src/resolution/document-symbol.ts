export const documentAddress = (s: string) => `https://docs.un.org/en/${s}`;
