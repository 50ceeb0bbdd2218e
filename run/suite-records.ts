import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { OperationRecord } from '../checks/verdict.ts';
import { writeWhole } from '../reports/write-whole.ts';
import type { SuiteId } from '../spec/operation-ids.ts';
import { BehaviourBook } from '../traces/behaviour-ledger/behaviour-book.ts';
import type { SeenBehaviour } from '../traces/behaviour-ledger/behaviour.ts';
import { behaviourText, mergeBehaviour } from '../traces/behaviour-ledger/behaviour.ts';
import type { PlannedRun } from './plan-run.ts';
import type { RunPlan } from './run-plan.ts';

/** Writes the record of a suite to a file in the run's folder, where the command reads it. */
export async function writeRecord(folder: string, record: OperationRecord): Promise<void> {
  await writeFile(fileOf(folder, record.operation), JSON.stringify(record));
}

export async function readRecord(folder: string, suite: string): Promise<OperationRecord> {
  return JSON.parse(await readFile(fileOf(folder, suite), 'utf8')) as OperationRecord;
}

/** Reads the record of a suite. If it is missing or incomplete, returns a broken record with the given reason. */
export function recordOr(
  folder: string,
  suite: SuiteId,
  reasonOf: (suite: SuiteId) => string,
): Promise<OperationRecord> {
  return readRecord(folder, suite).catch(() => emptyRecord(suite, reasonOf(suite)));
}

/** The record of a suite that was not driven; `broken` says why, if that is not as it was meant to be. */
export function emptyRecord(operation: SuiteId, broken: string | null): OperationRecord {
  return {
    ...{ operation, broken, rules: [], flaky: [], latency: null, dialects: {} },
    ...{ cases: { valid: 0, broken: 0 }, leftOut: 0, requests: 0, repeats: 0 },
    startedAt: new Date().toISOString(),
    durationMs: 0,
    caseHash: createHash('sha256').digest('hex'),
    residue: { created: 0, removed: 0, left: [] },
  };
}

function fileOf(folder: string, suite: string): string {
  return path.join(folder, `${suite}.json`);
}

/** Opens the behaviour book of a suite; null if the run keeps no behaviour ledger. */
export function openBook(plan: RunPlan, suite: string, password: string): BehaviourBook | null {
  return plan.settings.ledger !== null ? new BehaviourBook(suite, password) : null;
}

/** Writes the behaviour book of a suite to a file in the run's folder, where the command reads it. */
export async function closeBook(plan: RunPlan, suite: string, book: BehaviourBook | null): Promise<void> {
  if (book === null) return;
  await writeFile(behaviourFile(plan.recordsDir, suite), JSON.stringify(book.read()), { mode: 0o600 });
}

/** Writes the behaviour ledger of a finished run, atomically. */
export async function saveBehaviour(file: string, { plan, build, suites }: PlannedRun): Promise<void> {
  const parts: SeenBehaviour[] = [];
  for (const suite of suites) {
    const part = behaviourFile(plan.recordsDir, suite);
    // The run ended before it reached this suite.
    if (!existsSync(part)) continue;
    parts.push(JSON.parse(await readFile(part, 'utf8')) as SeenBehaviour);
  }
  const { sha256: contract } = plan.contract;
  await writeWhole(file, behaviourText({ schemaVersion: 1, build, contract, ...mergeBehaviour(parts) }));
}

function behaviourFile(folder: string, suite: string): string {
  return path.join(folder, `${suite}.behaviour.json`);
}
