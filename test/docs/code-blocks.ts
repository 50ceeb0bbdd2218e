import { readFileSync } from 'node:fs';

/** The blocks of code of a page in one language, in order. */
export function codeBlocks(page: string, language: string): readonly string[] {
  const text = readFileSync(page, 'utf8');
  return [...text.matchAll(/^```(\w*)\n(.*?)^```$/gms)].flatMap(([, of, code = '']) =>
    of === language ? [code] : [],
  );
}
