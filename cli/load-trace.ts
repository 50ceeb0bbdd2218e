import { printableLine } from '../reports/printable.ts';
import { openInput } from '../spec/open-input.ts';
import { UnreadableError } from '../spec/unreadable-error.ts';
import type { TraceHead } from '../traces/har.ts';
import { checkTrace, mostPackedBytes, parseTrace, type Trace } from '../traces/parse-trace.ts';
import { TraceError } from '../traces/trace-error.ts';
import { UserError } from './user-error.ts';

const traces = new Map<string, Promise<Trace>>();

/** Reads a trace that an option or argument names; once a process. Throws a UserError where it is none. */
export function loadTrace(file: string, name: string): Promise<Trace> {
  const known = traces.get(file) ?? read(file, name, parseTrace);
  traces.set(file, known);
  return known;
}

/** Reads all of a trace and keeps its head: what is wrong with it is told without holding it. Throws as {@link loadTrace}. */
export function loadTraceHead(file: string, name: string): Promise<TraceHead> {
  return read(file, name, checkTrace);
}

async function read<Value>(
  file: string,
  name: string,
  parse: (bytes: AsyncIterable<Buffer>) => Promise<Value>,
): Promise<Value> {
  try {
    return await parse((await openInput(file, { maxBytes: mostPackedBytes })) as AsyncIterable<Buffer>);
  } catch (error) {
    if (error instanceof UnreadableError)
      throw new UserError(printableLine(`${name}: ${file} ${error.message}`));
    if (!(error instanceof TraceError)) throw error;
    throw new UserError(printableLine(`${name}: ${file} is no usable trace: ${error.message}`));
  }
}
