import { redactText } from '../driver/secrets/redactor.ts';
import { printableLine } from '../reports/printable.ts';
import { openInput } from '../spec/open-input.ts';
import type { SuiteId } from '../spec/operation-ids.ts';
import type { Contract } from '../spec/operation.ts';
import { UnreadableError } from '../spec/parse-document.ts';
import type { TraceHead } from '../traces/har.ts';
import { TraceError } from '../traces/har.ts';
import type { Trace } from '../traces/parse-trace.ts';
import { checkTrace, mostPackedBytes, parseTrace } from '../traces/parse-trace.ts';
import type { ConnectedTarget } from './connect-target.ts';
import { earlyTraceNote } from './early-end/early-end-text.ts';
import { tool } from './package-facts.ts';
import { flagOf } from './options/option-names.ts';
import { givenOf } from './options/run-settings.ts';
import type { GivenOptions } from './options/run-settings.ts';
import { messages } from './terminal.ts';
import { UserError } from './user-error.ts';

const traces = new Map<string, Promise<Trace>>();

/** Reads a trace named by an option or argument, once per process. Throws a UserError if it is not a trace. */
export function loadTrace(file: string, name: string): Promise<Trace> {
  const known = traces.get(file) ?? read(file, name, parseTrace);
  traces.set(file, known);
  return known;
}

/**
 * Reads a whole trace but keeps only its head, so that errors are found without keeping it in memory. Throws like
 * {@link loadTrace}.
 */
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
    throw new UserError(printableLine(`${name}: ${file} is not a usable trace: ${error.message}`));
  }
}

const dayMs = 86_400_000;

/** A trace that replaces its target. */
export interface OpenedTrace {
  readonly file: string;
  readonly head: TraceHead;
  readonly ageDays: number;
  readonly target: ConnectedTarget;
}

/** Opens the trace that the options name. Throws a UserError if other options contradict it. */
export async function openTrace(options: GivenOptions, contract: Contract): Promise<OpenedTrace | null> {
  const { from: file, maxAge } = options;
  if (file === undefined) {
    if (maxAge !== undefined) throw new UserError('--max-age: needs a trace; give --from too');
    return null;
  }
  const problem = contradiction(options);
  if (problem !== null) throw new UserError(`--from: ${problem}`);
  const head = await loadTraceHead(file, '--from');
  const ageDays = Math.max(0, Math.floor((Date.now() - Date.parse(head.recordedAt)) / dayMs));
  if (maxAge !== undefined && ageDays > maxAge)
    throw new UserError(`--max-age: ${file} is ${ageDays} days old, ${maxAge} are allowed; record it again`);
  warn(head, contract);
  return { file, head, ageDays, target: standIn(head) };
}

/** The suites of a run that its trace contains. Throws a UserError if a requested suite is not in the trace. */
export function suitesInTrace(
  { file, head }: OpenedTrace,
  suites: readonly SuiteId[],
  { operation }: GivenOptions,
): readonly SuiteId[] {
  const recorded = suites.filter((suite) => head.suites.some((candidate) => candidate.suite === suite));
  const missing = suites.find((suite) => !recorded.includes(suite));
  if (recorded.length === 0 || (operation !== undefined && missing !== undefined))
    throw new UserError(`--from: ${file} has nothing of ${missing ?? 'what was asked for'}`);
  return recorded;
}

function contradiction(options: GivenOptions): string | null {
  const given = givenOf(options, ({ isFixedByTrace }) => isFixedByTrace === true).map(flagOf);
  return given.length === 0 ? null : `a trace is judged as it was recorded; leave out ${given.join(' and ')}`;
}

function warn(head: TraceHead, contract: Contract): void {
  if (head.contract.sha256 !== contract.sha256)
    messages.lines(
      `warning: the trace was recorded under another contract (${head.contract.title} ${head.contract.version}, ${head.contract.sha256.slice(0, 12)}): its cases may differ from those of this contract`,
    );
  if (head.tool.version !== tool.version)
    messages.notes(`the trace was recorded by version ${head.tool.version}, this is ${tool.version}`);
  if (head.endingFailures !== undefined) messages.notes(earlyTraceNote(head.endingFailures));
}

/** A target that is never contacted. Its data come from the trace. */
function standIn({ target, password }: TraceHead): ConnectedTarget {
  const { url, origin, basePath, username, build } = target;
  return {
    ...{ url, origin, basePath, username },
    build: build === null ? null : redactText(build, [password]),
    ca: null,
    required: [],
    secrets: { password, identity: null, proxy: null, traceKey: null },
    isLoopback: false,
    isEmbedded: false,
    close: () => Promise.resolve(),
  };
}
