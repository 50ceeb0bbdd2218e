import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { TraceHead, TraceSuite } from './har.ts';
import type { PartLine } from './trace-part.ts';

/** The facts at the end of every part; none for a part that was not ended. */
export async function readFacts(parts: readonly string[]): Promise<readonly TraceSuite[]> {
  const facts: TraceSuite[] = [];
  for (const part of parts) {
    const last = (await readFile(part, 'utf8')).trimEnd().split('\n').at(-1) ?? '';
    if (last.startsWith('{"facts":')) facts.push((JSON.parse(last) as { readonly facts: TraceSuite }).facts);
  }
  return facts;
}

/**
 * The text of a trace, assembled from its parts: one line for each page and entry. Memory does not grow with its
 * length.
 */
export async function* traceText(head: TraceHead, parts: readonly string[]): AsyncGenerator<string> {
  const { name, version } = head.tool;
  yield `{"log":{"version":"1.2","creator":${JSON.stringify({ name, version })},\n"_trace":${JSON.stringify(head)},\n`;
  yield '"pages":[';
  yield* members(parts, 'page');
  yield '],\n"entries":[';
  yield* members(parts, 'entry');
  yield ']}}\n';
}

async function* members(parts: readonly string[], kind: 'page' | 'entry'): AsyncGenerator<string> {
  const beginning = `{"${kind}":`;
  let separator = '\n';
  for (const part of parts) {
    for await (const line of createInterface({
      input: createReadStream(part, 'utf8'),
      crlfDelay: Infinity,
    })) {
      if (!line.startsWith(beginning)) continue;
      yield separator + line.slice(beginning.length, -1);
      separator = ',\n';
    }
  }
}

/** The lines of a part of one suite, as `TracePart` writes them. */
export function partText(lines: readonly PartLine[]): string {
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}
