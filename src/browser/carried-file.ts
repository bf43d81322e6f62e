/** The script that carries a file which readers open too, and which therefore keeps its place. */
export const besideFile = (path: string): string => `${path}.js`;
