import { catalogue } from '../checks/catalogue.ts';
import type { OperationRecord } from '../checks/verdict.ts';
import type { RunReport } from '../reports/run-report.ts';
import { tool } from './package-facts.ts';
import type { PlannedRun } from './plan-run.ts';

/** Assembles the report of a finished run. */
export function buildRunReport(
  run: PlannedRun,
  records: readonly OperationRecord[],
  times: Pick<RunReport, 'startedAt' | 'durationMs' | 'isInterrupted'>,
): RunReport {
  const { plan } = run;
  const { title, version, sha256 } = plan.contract;
  return {
    tool,
    target: {
      url: plan.targetUrl,
      isEmbedded: plan.isEmbedded,
      profile: plan.profile.name,
      build: run.build ?? plan.profile.build,
      ...(run.trace === null
        ? {}
        : { trace: { recordedAt: run.trace.head.recordedAt, ageDays: run.trace.ageDays } }),
    },
    contract: { title, version, sha256 },
    seed: plan.seed,
    ...times,
    requests: records.reduce((sum, record) => sum + record.requests, 0),
    options: {
      runs: plan.settings.runs,
      operations: run.suites,
      rules: plan.settings.rule ?? [],
      invocation: plan.invocation,
      carriedArguments: plan.carriedArguments,
    },
    rules: catalogue,
    records,
    shard: run.shard,
    baseline: null,
    residue: null,
    broken: null,
  };
}
