import { runApart } from './apart.ts';
import { parsePlainJson } from './parse-document.ts';
import type { Parsed } from './parse-document.ts';

/**
 * Parses JSON or YAML that others have written, within limits of time and memory. Throws an `UnreadableError` where
 * they are exceeded. JSON needs no thread: its size is known before it is parsed.
 */
export async function parseApart(text: string): Promise<Parsed> {
  return parsePlainJson(text) ?? ((await runApart({ kind: 'parse', text })) as Parsed);
}
