import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { OperationRecord } from '../checks/verdict.ts';
import type { SuiteId } from '../spec/suite-id.ts';

/** Hands the record of a suite over to the command, by a file in the folder of the run. */
export async function writeRecord(folder: string, record: OperationRecord): Promise<void> {
  await writeFile(fileOf(folder, record.operation), JSON.stringify(record));
}

/** Reads the record of a suite. */
export async function readRecord(folder: string, suite: string): Promise<OperationRecord> {
  return JSON.parse(await readFile(fileOf(folder, suite), 'utf8')) as OperationRecord;
}

/** Reads the record of a suite; where there is none, or half of one, it is a broken one for the reason given. */
export function recordOr(
  folder: string,
  suite: SuiteId,
  reasonOf: (suite: SuiteId) => string,
): Promise<OperationRecord> {
  return readRecord(folder, suite).catch(() => unreached(suite, reasonOf(suite)));
}

function unreached(operation: SuiteId, broken: string): OperationRecord {
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
