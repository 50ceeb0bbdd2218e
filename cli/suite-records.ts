import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { OperationRecord } from '../checks/verdict.ts';

/** Hands the record of a suite over to the command, by a file in the folder of the run. */
export async function writeRecord(folder: string, record: OperationRecord): Promise<void> {
  await writeFile(fileOf(folder, record.operation), JSON.stringify(record));
}

/** Reads the record of a suite. */
export async function readRecord(folder: string, suite: string): Promise<OperationRecord> {
  return JSON.parse(await readFile(fileOf(folder, suite), 'utf8')) as OperationRecord;
}

function fileOf(folder: string, suite: string): string {
  return path.join(folder, `${suite}.json`);
}
