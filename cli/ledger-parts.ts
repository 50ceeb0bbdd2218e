import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { writeWhole } from '../reports/write-whole.ts';
import { BehaviourBook } from '../traces/ledger/behaviour-book.ts';
import { behaviourText, type SeenBehaviour } from '../traces/ledger/behaviour.ts';
import { mergeBehaviour } from '../traces/ledger/merge-behaviour.ts';
import type { PlannedRun } from './plan-run.ts';
import type { RunPlan } from './run-plan.ts';

/** Opens the book of a suite; null where the run keeps no behaviour ledger. */
export function openBook(plan: RunPlan, suite: string, password: string): BehaviourBook | null {
  return plan.hasBehaviour ? new BehaviourBook(suite, password) : null;
}

/** Hands the book of a suite over to the command, by a file in the folder of the run. */
export async function closeBook(plan: RunPlan, suite: string, book: BehaviourBook | null): Promise<void> {
  if (book === null) return;
  await writeFile(fileOf(plan.recordsDir, suite), JSON.stringify(book.read()), { mode: 0o600 });
}

/** Writes the behaviour ledger of a finished run, whole or not at all. */
export async function saveBehaviour(file: string, { plan, build, suites }: PlannedRun): Promise<void> {
  const parts: SeenBehaviour[] = [];
  for (const suite of suites) {
    const part = fileOf(plan.recordsDir, suite);
    // The run ended before it was reached.
    if (!existsSync(part)) continue;
    parts.push(JSON.parse(await readFile(part, 'utf8')) as SeenBehaviour);
  }
  const { sha256: contract } = plan.contract;
  await writeWhole(file, behaviourText({ schemaVersion: 1, build, contract, ...mergeBehaviour(parts) }));
}

function fileOf(folder: string, suite: string): string {
  return path.join(folder, `${suite}.behaviour.json`);
}
