import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ResultFile } from '../../reports/result-file.ts';
import type { HostileBehaviour, EndedRun } from './behaviour.ts';
import type { HostileServer } from './hostile-server.ts';

/** `--max-time`, plus time for the start, the clean-up and the reports on a busy machine. */
const deadlineMs = 30_000;
/** The memory limit of a run, whatever it is sent. */
const mostMiB = 400;

/** Objections to the outcome of a run, one line each. */
export async function judgeOutcome(
  behaviour: HostileBehaviour,
  ended: EndedRun,
  server: HostileServer,
): Promise<readonly string[]> {
  const { exit, says, rule, objections } = behaviour;
  const { exitCode, output, peakMiB, folder } = ended;
  return [
    ...(exitCode === exit ? [] : [`exit ${exitCode ?? 'by kill'}, expected ${exit}: ${lastLines(output)}`]),
    ...lateness(behaviour, ended),
    ...(peakMiB === null || peakMiB < mostMiB ? [] : [`${peakMiB.toFixed(0)} MiB at its peak`]),
    ...(/^[ \t]+at (?=.*[(/]).*:\d+:\d+/m.test(output) ? [`shows a stack trace: ${lastLines(output)}`] : []),
    ...(output.includes('internal error') ? [`says that it is our mistake: ${lastLines(output)}`] : []),
    ...(says === undefined || says.test(output) ? [] : [`does not say ${says}: ${lastLines(output)}`]),
    ...(rule === undefined ? [] : await missingViolation(folder, rule)),
    ...((await objections?.(ended, server)) ?? []),
  ];
}

function lateness(
  { signal, withinMs = deadlineMs }: HostileBehaviour,
  { durationMs, afterSignalMs }: EndedRun,
): readonly string[] {
  if (signal !== undefined && afterSignalMs === null) return ['ended before its signal'];
  const tookMs = afterSignalMs ?? durationMs;
  return tookMs < withinMs ? [] : [`took ${(tookMs / 1000).toFixed(1)} s`];
}

async function missingViolation(folder: string, rule: string): Promise<readonly string[]> {
  const text = await readFile(path.join(folder, 'result.json'), 'utf8').catch(() => null);
  if (text === null) return ['there is no result file'];
  const failed = (JSON.parse(text) as ResultFile).verdicts.filter(({ verdict }) => verdict === 'fail');
  const ids = [...new Set(failed.map((one) => one.rule))];
  return ids.includes(rule) ? [] : [`${rule} is not violated, but ${ids.join(', ') || 'nothing'}`];
}

function lastLines(output: string): string {
  return output.trim().split('\n').slice(-3).join(' | ').slice(0, 400);
}
