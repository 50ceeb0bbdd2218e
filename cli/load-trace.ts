import { readFile } from 'node:fs/promises';
import { printableLine } from '../reports/printable.ts';
import { parseTrace, TraceError, type Trace } from '../traces/parse-trace.ts';
import { UserError } from './user-error.ts';

const traces = new Map<string, Promise<Trace>>();

/** Reads a trace that an option or argument names; once a process. Throws a UserError where it is none. */
export function loadTrace(file: string, name: string): Promise<Trace> {
  const known = traces.get(file) ?? read(file, name);
  traces.set(file, known);
  return known;
}

async function read(file: string, name: string): Promise<Trace> {
  try {
    return parseTrace(await readFile(file));
  } catch (error) {
    const isUnreadable = error instanceof Error && 'syscall' in error;
    if (!isUnreadable && !(error instanceof TraceError)) throw error;
    const problem = isUnreadable
      ? `cannot be read: ${error.message}`
      : `is no usable trace: ${error.message}`;
    throw new UserError(printableLine(`${name}: ${file} ${problem}`));
  }
}
