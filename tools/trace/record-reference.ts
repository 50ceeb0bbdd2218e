import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { rulesOf } from '../../checks/catalogue.ts';
import type { OperationRecord } from '../../checks/verdict.ts';
import { openTarget } from '../../driver/open-target.ts';
import { buildFamilies } from '../../generators/families.ts';
import { buildSessionFamilies } from '../../generators/session/session-families.ts';
import type { Contract } from '../../spec/operation.ts';
import { replaySuite } from '../../suites/engine/replay-suite.ts';
import { runSuite, type SuitePlan } from '../../suites/engine/run-suite.ts';
import type { SuiteId } from '../../suites/suite-host.ts';
import { createReference, type ReferenceOptions } from '../../targets/reference/create-reference.ts';
import type { TraceHead } from '../../traces/har.ts';
import { parseTrace, type Trace } from '../../traces/parse-trace.ts';
import { recordedSuite } from '../../traces/recorded-suite.ts';
import { recordedPassword, TracePart } from '../../traces/trace-part.ts';
import { readFacts, traceText } from '../../traces/trace-text.ts';

/** What is recorded, and how much of it. */
export interface RecordingPlan {
  readonly contract: Contract;
  readonly suites: readonly SuiteId[];
  readonly seed: number;
  readonly runs: number;
}

/** A recording, with what the live run said while it was made. */
export interface Recording {
  readonly text: string;
  readonly records: readonly OperationRecord[];
}

const concurrency = 16;

/** Records the reference target, switched as the options say; it is gone when this resolves. */
export async function recordReference(plan: RecordingPlan, options: ReferenceOptions): Promise<Recording> {
  const folder = await mkdtemp(path.join(tmpdir(), 'conformance-trace-'));
  const reference = await createReference(options);
  const { origin, pathname: basePath } = new URL(reference.url);
  const target = openTarget({ origin, connections: concurrency, timeoutMs: 1500 });
  const { username = 'admin', password = 'nutanix/4u' } = options;
  const records: OperationRecord[] = [];
  const parts: string[] = [];
  try {
    for (const suite of plan.suites) {
      const file = path.join(folder, suite);
      const part = new TracePart({ file, suite, origin, password, key: `${plan.seed} of a proof` });
      const { isTargetGone, ...record } = await runSuite(
        {
          ...suitePlan(plan, suite),
          witness: (went) => {
            part.see(went);
          },
        },
        { target: { basePath, username, password }, send: part.watch((request) => target.send(request)) },
      );
      const { requests, repeats, startedAt, durationMs, residue, broken } = record;
      part.end({ requests, repeats, startedAt, durationMs, residue, broken, isTargetGone });
      records.push(record);
      parts.push(file);
    }
    const head = await headOf(plan, { url: reference.url, username }, parts);
    let text = '';
    for await (const piece of traceText(head, parts)) text += piece;
    return { text, records };
  } finally {
    await target.close();
    await reference.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function headOf(
  { contract, seed, runs }: RecordingPlan,
  { url, username }: { readonly url: string; readonly username: string },
  parts: readonly string[],
): Promise<TraceHead> {
  const { title, version, sha256 } = contract;
  const { origin, pathname: basePath } = new URL(url);
  return {
    schemaVersion: 1,
    tool: { name: 'a proof', version: '0' },
    target: { url, origin, basePath, username, build: null },
    contract: { title, version, sha256 },
    recordedAt: new Date().toISOString(),
    ...{ seed, runs, concurrency, isReadOnly: false, replay: null },
    password: recordedPassword,
    suites: [...(await readFacts(parts))],
  };
}

/** Judges a recording, with nobody to ask. */
export async function replayRecording(
  plan: RecordingPlan,
  text: string,
): Promise<readonly OperationRecord[]> {
  const trace: Trace = parseTrace(Buffer.from(text));
  const records: OperationRecord[] = [];
  for (const suite of plan.suites) {
    const recorded = recordedSuite(trace, suite);
    if (recorded === null) throw new Error(`nothing of ${suite} was recorded`);
    const { record, missed } = await replaySuite(suitePlan(plan, suite), recorded);
    if (missed > 0) throw new Error(`${missed} cases of ${suite} were not recorded`);
    records.push(record);
  }
  return records;
}

function suitePlan({ contract, seed, runs }: RecordingPlan, suite: SuiteId): SuitePlan {
  return {
    suite,
    contract,
    families: suite === 'session' ? buildSessionFamilies(contract) : buildFamilies(contract, suite),
    rules: rulesOf(suite),
    ...{ seed, runs, concurrency },
    deadline: null,
    replay: null,
    shrinkBudget: { each: 20, all: 60 },
    isInterrupted: () => false,
    onProgress: () => undefined,
  };
}
