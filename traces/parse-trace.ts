import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { harEntry, harPage, traceHead, type HarEntry, type HarPage, type TraceHead } from './har.ts';

/** A trace as it is in memory. */
export interface Trace {
  readonly head: TraceHead;
  readonly pages: readonly HarPage[];
  readonly entries: readonly HarEntry[];
}

/** Thrown for a file that is no trace. The message is one line without the name of the file. */
export class TraceError extends Error {
  override readonly name = 'TraceError';
  readonly code = 'TRACE';
}

/** No text of Node is longer; a packed trace that is, is no trace of ours or was meant to fill the memory. */
const mostBytes = 500 * 1024 * 1024;

const trace = z.object({
  log: z.object({
    version: z.literal('1.2'),
    _trace: traceHead,
    pages: z.array(harPage),
    entries: z.array(harEntry),
  }),
});

/** Reads a trace, packed by gzip or not. Throws a {@link TraceError} for anything else. */
export function parseTrace(bytes: Buffer): Trace {
  const json = parseJson(unpack(bytes));
  const version: unknown = z
    .object({ log: z.object({ _trace: z.object({ schemaVersion: z.unknown() }) }) })
    .safeParse(json).data?.log._trace.schemaVersion;
  if (version === undefined) throw new TraceError('it is no trace: record one by the command "record"');
  if (version !== 1)
    throw new TraceError(
      `it is a trace of schema version ${JSON.stringify(version)}, this tool reads version 1`,
    );
  const parsed = trace.safeParse(json);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new TraceError(`at ${issue?.path.join('/') ?? ''}: ${issue?.message ?? 'it is not valid'}`);
  }
  const { _trace: head, pages, entries } = parsed.data.log;
  return { head, pages, entries };
}

function unpack(bytes: Buffer): string {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) {
    if (bytes.length > mostBytes) throw new TraceError('it is too long to be read');
    return bytes.toString('utf8');
  }
  try {
    return gunzipSync(bytes, { maxOutputLength: mostBytes }).toString('utf8');
  } catch (error) {
    throw new TraceError(`it cannot be unpacked: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new TraceError('it is not JSON, or it breaks off');
  }
}
