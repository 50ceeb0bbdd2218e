import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { rulesOf } from '../../checks/catalogue.ts';
import type { OperationRecord } from '../../checks/verdict.ts';
import type { Exchange, WireRequest } from '../../driver/exchange.ts';
import { openTarget } from '../../driver/open-target.ts';
import { familiesOf } from '../../generators/families.ts';
import type { Contract } from '../../spec/operation.ts';
import type { CaseWent } from '../../suites/engine/live-cases.ts';
import { replaySuite } from '../../suites/engine/replay-suite.ts';
import type { Wire } from '../../suites/engine/wire.ts';
import { runSuite } from '../../suites/engine/run-suite.ts';
import type { SuitePlan } from '../../suites/engine/suite-run.ts';
import type { SuiteId } from '../../spec/operation-ids.ts';
import { createReference } from '../../targets/reference/create-reference.ts';
import type { ReferenceOptions } from '../../targets/reference/create-reference.ts';
import type { TraceHead } from '../../traces/har.ts';
import { BehaviourBook } from '../../traces/behaviour-ledger/behaviour-book.ts';
import type { BehaviourLedger } from '../../traces/behaviour-ledger/behaviour.ts';
import { mergeBehaviour } from '../../traces/behaviour-ledger/behaviour.ts';
import { parseTrace } from '../../traces/parse-trace.ts';
import type { Trace } from '../../traces/parse-trace.ts';
import { recordedSuite } from '../../traces/recorded-suite.ts';
import { recordedPassword, TracePart } from '../../traces/trace-part.ts';
import { readFacts, traceText } from '../../traces/trace-text.ts';

/** What to record, and how much of it. */
export interface RecordingPlan {
  readonly contract: Contract;
  readonly suites: readonly SuiteId[];
  readonly seed: number;
  readonly runs: number;
}

/** A recording, with the verdicts of the live run that made it. */
export interface Recording {
  readonly text: string;
  readonly records: readonly OperationRecord[];
  readonly behaviour: BehaviourLedger;
}

const concurrency = 16;
const username = 'admin';
const password = 'nutanix/4u';

/** Records the reference target with the given options. The target is closed before this resolves. */
export async function recordReference(plan: RecordingPlan, options: ReferenceOptions): Promise<Recording> {
  const folder = await mkdtemp(path.join(tmpdir(), 'conformance-trace-'));
  const reference = await createReference(options);
  const target = openTarget({
    origin: new URL(reference.url).origin,
    connections: concurrency,
    timeoutMs: 1500,
  });
  try {
    const send = (request: WireRequest): Promise<Exchange> => target.send(request);
    const taken: Taken[] = [];
    for (const suite of plan.suites)
      taken.push(await takeDown(plan, suite, { folder, url: reference.url, send }));
    const parts = taken.map(({ file }) => file);
    let text = '';
    for await (const piece of traceText(await headOf(plan, reference.url, parts), parts)) text += piece;
    const seen = mergeBehaviour(taken.map(({ book }) => book.read()));
    const behaviour = { schemaVersion: 1 as const, build: null, contract: plan.contract.sha256, ...seen };
    return { text, records: taken.map(({ record }) => record), behaviour };
  } finally {
    await target.close();
    await reference.close();
    await rm(folder, { recursive: true, force: true });
  }
}

interface Taken {
  readonly file: string;
  readonly record: OperationRecord;
  readonly book: BehaviourBook;
}

async function takeDown(
  plan: RecordingPlan,
  suite: SuiteId,
  { folder, url, send }: { readonly folder: string; readonly url: string; readonly send: Wire['send'] },
): Promise<Taken> {
  const { origin, pathname: basePath } = new URL(url);
  const file = path.join(folder, suite);
  const part = new TracePart({ file, suite, origin, username, password, key: `${plan.seed} of a proof` });
  const book = new BehaviourBook(suite, password);
  const witness = (went: CaseWent): void => {
    part.see(went);
    book.see(went);
  };
  const { isTargetGone, ...record } = await runSuite(
    { ...suitePlan(plan, suite), witness },
    { target: { basePath, username, password }, send: part.watch(send) },
  );
  const { requests, repeats, startedAt, durationMs, residue, broken } = record;
  part.end({ requests, repeats, startedAt, durationMs, residue, broken, isTargetGone });
  return { file, record, book };
}

async function headOf(
  { contract, seed, runs }: RecordingPlan,
  url: string,
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

/** Judges a recording without contacting any target. */
export async function replayRecording(
  plan: RecordingPlan,
  text: string,
): Promise<readonly OperationRecord[]> {
  const trace: Trace = await parseTrace([Buffer.from(text)]);
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
    families: familiesOf(contract, suite),
    rules: rulesOf(suite),
    ...{ seed, runs, concurrency },
    deadline: null,
    replay: null,
    shrinkBudget: { each: 20, all: 60 },
    isInterrupted: () => false,
    onProgress: () => undefined,
  };
}
