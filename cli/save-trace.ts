import { Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import { writeWhole } from '../reports/write-whole.ts';
import { withoutUserInfo } from '../reports/replay-command.ts';
import { recordedPassword } from '../traces/trace-part.ts';
import { readFacts, traceText } from '../traces/trace-text.ts';
import { partFile } from './drive-live.ts';
import { tool } from './package-facts.ts';
import type { PlannedRun } from './plan-run.ts';

/** Puts the trace of a finished run together: whole or not at all, and readable by its owner only. */
export async function saveTrace(file: string, run: PlannedRun, startedAt: string): Promise<void> {
  const { plan, build, suites } = run;
  if (plan.partsDir === null) return;
  const { partsDir, origin, basePath, username, seed, runs, concurrency, isReadOnly, replay } = plan;
  const { title, version, sha256 } = plan.contract;
  const parts = suites.map((suite) => partFile(partsDir, suite));
  const text = traceText(
    {
      schemaVersion: 1,
      tool,
      target: { url: withoutUserInfo(plan.targetUrl), origin, basePath, username, build },
      contract: { title, version, sha256 },
      recordedAt: startedAt,
      ...{ seed, runs, concurrency, isReadOnly, replay },
      password: recordedPassword,
      suites: [...(await readFacts(parts))],
    },
    parts,
  );
  const packed = file.endsWith('.gz') ? Readable.from(text).pipe(createGzip()) : text;
  await writeWhole(file, packed, 0o600);
}
