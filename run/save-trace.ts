import { existsSync } from 'node:fs';
import { pipeline, Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import type { TimeLimit } from '../driver/time-limit.ts';
import { writeWhole } from '../reports/write-whole.ts';
import { withoutUserInfo } from '../reports/replay-command.ts';
import { recordedPassword } from '../traces/trace-part.ts';
import { readFacts, traceText } from '../traces/trace-text.ts';
import { partFile } from './drive-suite.ts';
import { endingFailures } from './early-end/early-end.ts';
import { tool } from './package-facts.ts';
import type { PlannedRun } from './plan-run.ts';
import { messages } from './terminal.ts';
import { abortAt } from './interruption.ts';

/**
 * Assembles the trace of a finished run. The write is atomic, and the file is readable by its owner only. Returns
 * whether there was enough time.
 */
export async function saveTrace(
  file: string,
  run: PlannedRun,
  startedAt: string,
  limit: TimeLimit,
): Promise<boolean> {
  const { plan, build, suites } = run;
  if (plan.partsDir === null) return false;
  const { partsDir, origin, basePath, username, seed, concurrency, replay } = plan;
  const { runs, readOnly: isReadOnly } = plan.settings;
  const { title, version, sha256 } = plan.contract;
  // A suite that was not reached has no part.
  const parts = suites.map((suite) => partFile(partsDir, suite)).filter((part) => existsSync(part));
  const failures = endingFailures(plan);
  const text = traceText(
    {
      schemaVersion: 1,
      tool,
      target: { url: withoutUserInfo(plan.targetUrl), origin, basePath, username, build },
      contract: { title, version, sha256 },
      recordedAt: startedAt,
      ...{ seed, runs, concurrency, isReadOnly, replay },
      ...(failures === null ? {} : { endingFailures: failures }),
      password: recordedPassword,
      suites: [...(await readFacts(parts))],
    },
    parts,
  );
  return isWrittenInTime(file, text, limit);
}

/** Writes the text of a trace unless the time is up before its end. */
async function isWrittenInTime(
  file: string,
  text: AsyncIterable<string>,
  limit: TimeLimit,
): Promise<boolean> {
  const { signal, stop } = abortAt(limit);
  const timed = Readable.from(text, { signal });
  try {
    // Errors of the text stream, such as an abort, must reach the gzip stream too.
    const packed = file.endsWith('.gz') ? pipeline(timed, createGzip(), () => undefined) : timed;
    await writeWhole(file, packed, 0o600);
    return true;
  } catch (error) {
    if (!signal.aborted) throw error;
    messages.notes(`${file} is not written: the time for it was up`);
    return false;
  } finally {
    stop();
  }
}
