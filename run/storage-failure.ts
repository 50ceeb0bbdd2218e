import type { OperationRecord } from '../checks/verdict.ts';
import type { SuiteId } from '../spec/operation-ids.ts';
import { systemCode, systemReason } from './user-error.ts';
import { messages } from './terminal.ts';

/** System errors when a file that is already open cannot be written any further. */
const codes: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG', 'EIO', 'EROFS']);

/**
 * The system's reason if an error, or its cause, says that a file cannot be written any further; null for any other
 * error.
 */
export function storageReason(error: unknown): string | null {
  if (codes.has(systemCode(error) ?? '')) return systemReason(error);
  return error instanceof Error && error.cause !== undefined ? storageReason(error.cause) : null;
}

let failure: string | null = null;

/**
 * Drives a suite unless an earlier write to one of the run's files failed: clients created from then on could not be
 * found again, and answers would be lost. Such a suite is broken. The other suites are reported as far as they got.
 */
export async function driveWhileStored(
  suite: SuiteId,
  drive: () => Promise<OperationRecord>,
): Promise<OperationRecord> {
  const startedAt = new Date();
  if (failure === null) {
    try {
      return await drive();
    } catch (error) {
      failure = storageReason(error);
      if (failure === null) throw error;
    }
  }
  return brokenOff(suite, startedAt, `a file of the run could not be written: ${failure}`);
}

/** Writes an output and returns whether that succeeded. If the disk cannot take more, it prints an error line. */
export async function isStored(what: string, writing: () => Promise<unknown>): Promise<boolean> {
  try {
    await writing();
    return true;
  } catch (error) {
    const reason = storageReason(error) ?? failure;
    if (reason === null) throw error;
    messages.lines(`error: ${what} could not be written: ${reason}`);
    return false;
  }
}

function brokenOff(operation: SuiteId, startedAt: Date, broken: string): OperationRecord {
  return {
    ...{ operation, broken, rules: [], flaky: [], latency: null, dialects: {}, caseHash: '' },
    ...{ cases: { valid: 0, broken: 0 }, leftOut: 0, requests: 0, repeats: 0 },
    startedAt: startedAt.toISOString(),
    durationMs: Date.now() - startedAt.getTime(),
    residue: { created: 0, removed: 0, left: [] },
  };
}
