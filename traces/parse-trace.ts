import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { z } from 'zod';
import { hasByteOrderMark, isUtf16, utf16 } from '../spec/read-text.ts';
import { harEntry, harPage, TraceError, traceHead } from './har.ts';
import type { HarEntry, HarPage, TraceHead } from './har.ts';
import { TraceSplitter } from './trace-splitter.ts';
import type { TracePiece } from './trace-splitter.ts';

/** A trace in memory. */
export interface Trace {
  readonly head: TraceHead;
  readonly pages: readonly HarPage[];
  readonly entries: readonly HarEntry[];
}

/** Limit for an uncompressed trace: fifteen times that of a run with default options. */
const mostBytes = 500 * 1024 * 1024;

/** A compressed trace that is longer than this is refused unread. */
export const mostPackedBytes = mostBytes;

/** Parses a trace, compressed by gzip or not. Throws a {@link TraceError} for anything else. */
export async function parseTrace(bytes: AsyncIterable<Buffer> | Iterable<Buffer>): Promise<Trace> {
  const pages: HarPage[] = [];
  const entries: HarEntry[] = [];
  const head = await checkTrace(bytes, {
    page: (page) => pages.push(page),
    entry: (entry) => entries.push(entry),
  });
  return { head, pages, entries };
}

/** Reads a trace to its end and checks its content, but keeps only the head. Throws as {@link parseTrace}. */
export async function checkTrace(
  bytes: AsyncIterable<Buffer> | Iterable<Buffer>,
  see: { readonly page?: (page: HarPage) => void; readonly entry?: (entry: HarEntry) => void } = {},
): Promise<TraceHead> {
  const found: { head?: TraceHead } = {};
  const known = new Set<string>();
  const splitter = new TraceSplitter((piece) => {
    if (piece.name === '_trace') found.head = headOf(piece.value);
    else if (piece.name === 'version') valid(z.literal('1.2'), piece);
    else if (piece.name === 'pages') {
      const page = valid(harPage, piece);
      notTwice(known, page.id);
      see.page?.(page);
    } else if (piece.name === 'entries') {
      const entry = valid(harEntry, piece);
      notTwice(known, `exchange ${entry._exchange.id} of ${entry._exchange.suite}`);
      see.entry?.(entry);
    }
  });
  let length = 0;
  for await (const chunk of unpack(bytes)) {
    if (length === 0 && isUtf16(chunk)) throw new TraceError(`it ${utf16}`);
    const isMarked = length === 0 && hasByteOrderMark(chunk);
    length += chunk.length;
    if (length > mostBytes) throw new TraceError('it is too long to be read');
    splitter.add(isMarked ? chunk.subarray(3) : chunk);
  }
  splitter.end();
  const head = found.head ?? headOf(undefined);
  if (splitter.missing !== undefined) throw new TraceError(`at log/${splitter.missing}: it is missing`);
  return head;
}

function headOf(value: unknown): TraceHead {
  const version = z.object({ schemaVersion: z.unknown() }).safeParse(value).data?.schemaVersion;
  if (version === undefined) throw new TraceError('it is no trace: record one by the command "record"');
  if (version !== 1)
    throw new TraceError(
      `it is a trace of schema version ${JSON.stringify(version).slice(0, 40)}, this tool reads version 1`,
    );
  return valid(traceHead, { name: '_trace', value });
}

function valid<Value>(schema: z.ZodType<Value>, { name, value }: TracePiece): Value {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new TraceError(
    `at ${['log', name, ...(issue?.path ?? [])].join('/')}: ${issue?.message ?? 'it is not valid'}`,
  );
}

/** Refuses duplicates: a trace that repeats itself compresses to nothing, and would fill the memory. */
function notTwice(known: Set<string>, id: string): void {
  if (known.has(id)) throw new TraceError(`it has ${id} twice`);
  known.add(id);
}

/** Decompresses input that begins like gzip; passes on anything else. */
async function* unpack(bytes: AsyncIterable<Buffer> | Iterable<Buffer>): AsyncGenerator<Buffer> {
  const chunks = (async function* () {
    yield* bytes;
  })();
  const first = await chunks.next();
  if (first.done === true) return;
  const all = (async function* () {
    yield first.value;
    yield* chunks;
  })();
  const isPacked = first.value[0] === 0x1f && first.value[1] === 0x8b;
  yield* isPacked ? gunzipped(all) : all;
}

async function* gunzipped(packed: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const gunzip = createGunzip();
  pipeline(Readable.from(packed), gunzip, () => undefined);
  try {
    yield* gunzip as AsyncIterable<Buffer>;
  } catch (error) {
    throw new TraceError(`it cannot be unpacked: ${error instanceof Error ? error.message : String(error)}`);
  }
}
