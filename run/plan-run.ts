import { randomBytes, randomInt } from 'node:crypto';
import path from 'node:path';
import { drawMark } from '../driver/clients/run-mark.ts';
import type { RedactedText } from '../driver/secrets/redacted.ts';
import { monotonicMs } from '../driver/time-limit.ts';
import { removeWorkFolder } from '../reports/remove-work-folder.ts';
import type { Contract } from '../spec/operation.ts';
import type { SuiteId } from '../spec/operation-ids.ts';
import { checkExclusive } from './check-exclusive.ts';
import { chooseSuites, parseReplay } from './choose-suites.ts';
import type { ChosenSuites } from './choose-suites.ts';
import { connectForReplay, connectTarget } from './connect-target.ts';
import { clientLedgerFolder, newClientLedgerFile } from './client-ledger-files.ts';
import { runEnd } from './interruption.ts';
import { loadRunContract, prepareFamilies } from './load-run-contract.ts';
import { loadTargetFacts } from './load-target-facts.ts';
import type { TargetFacts } from './load-target-facts.ts';
import { openTrace, suitesInTrace } from './open-trace.ts';
import type { OpenedTrace } from './open-trace.ts';
import { invocation } from './package-facts.ts';
import { checkLedgerFolder, ownReportFolder } from './report-folder.ts';
import type { ReportFolders } from './report-folder.ts';
import { restraintOf } from './planned-target.ts';
import type { RunPlan } from './run-plan.ts';
import type { RunSecrets } from './run-secrets.ts';
import { carriedArguments, settingsOf } from './options/run-settings.ts';
import type { GivenOptions, RunSettings } from './options/run-settings.ts';
import { UserError } from './user-error.ts';
import { makeWorkFolder } from './work-folder.ts';

/** A run that can begin: its target has answered. */
export interface PlannedRun extends ReportFolders {
  readonly plan: RunPlan;
  readonly suites: readonly SuiteId[];
  readonly shard: ChosenSuites['shard'];
  readonly workers: number;
  readonly secrets: RunSecrets;
  /** The trace that replaces the target; null without one. */
  readonly trace: OpenedTrace | null;
  /** Which build answers, if a header tells. */
  readonly build: RedactedText | null;
  /** The list of deviations that the run updates. */
  readonly updatedDeviations: TargetFacts['updated'];
  /** Where the run's processes hand over their records. Removed when the run is closed. */
  readonly workDir: string;
  /** Stops what was started for the run, and removes its temporary files. */
  readonly close: () => Promise<void>;
}

/** What a run takes from the program that starts it, in addition to its options. */
export interface RunContext extends Pick<RunPlan, 'testNames' | 'showsProgress'> {
  /** Loads what drives the suites. Called while the target is waited for, so that it takes no time of its own. */
  readonly loadDriver?: () => Promise<unknown>;
}

/**
 * Turns options into a run, with the contract loaded and the target started or reached. Throws a UserError if that
 * fails.
 */
export async function planRun(options: GivenOptions, context: RunContext): Promise<PlannedRun> {
  checkExclusive(options);
  const replay = parseReplay(options);
  const { suites: asked, shard } = chooseSuites(options, context.testNames);
  const facts = await loadTargetFacts(options);
  const settings = { ...settingsOf(options), ...(replay === null ? {} : { noReport: true }) };
  const reportDir = path.resolve(settings.report);
  if (!settings.noReport) await ownReportFolder(reportDir);
  const contract = await loadRunContract(options);
  const trace = await openTrace(options, contract);
  const suites = trace === null ? asked : suitesInTrace(trace, asked, options);
  prepareFamilies(contract, suites, options);
  const workers = Math.max(1, Math.min(settings.workers, suites.length));
  const isIdle = trace !== null || settings.readOnly || suites.length === 0;
  if (!isIdle) await checkLedgerFolder(clientLedgerFolder(reportDir));
  const workDir = await makeWorkFolder('run');
  const target = trace?.target ?? (await connect({ options, contract, context, workDir }));
  const ledgerFile = isIdle ? null : await newClientLedgerFile(reportDir);
  // Includes the processes of other shards, because the target meets all of them at once.
  const processes = workers * (shard?.of ?? 1);
  const resultsDir = settings.noReport ? null : path.join(reportDir, 'allure-results');
  const chosen = {
    ...{ context, settings, replay, suites, workDir, resultsDir },
    ...{ facts, workers, processes, ledgerFile },
  };
  return {
    plan: asRecorded(trace, buildPlan(options, contract, target, chosen)),
    suites,
    shard,
    workers,
    secrets: { ...target.secrets, traceKey: drawTraceKey(settings) },
    trace,
    build: target.build,
    updatedDeviations: facts.updated,
    ...{ reportDir, workDir, resultsDir },
    close: async () => {
      await target.close();
      await removeWorkFolder(workDir);
    },
  };
}

function drawTraceKey({ trace }: RunSettings): string | null {
  return trace === null ? null : randomBytes(32).toString('hex');
}

/** Connects to the target, and loads what drives it meanwhile. If that fails, removes the work folder. */
async function connect(run: {
  readonly options: GivenOptions;
  readonly contract: Contract;
  readonly context: RunContext;
  readonly workDir: string;
}): ReturnType<typeof connectTarget> {
  const { options, contract, context, workDir } = run;
  const isReplay = options.replay !== undefined;
  const connecting = (isReplay ? connectForReplay : connectTarget)(options, contract);
  // Whatever this fails with, it fails with again where it is used.
  if (!isReplay) context.loadDriver?.().catch(() => undefined);
  try {
    return await connecting;
  } catch (error) {
    await removeWorkFolder(workDir);
    throw error;
  }
}

function buildPlan(
  options: GivenOptions,
  contract: Contract,
  target: Awaited<ReturnType<typeof connectTarget>>,
  chosen: {
    readonly context: RunContext;
    readonly settings: RunSettings;
    readonly replay: { readonly seed: number; readonly path: string } | null;
    readonly suites: readonly SuiteId[];
    readonly workDir: string;
    readonly resultsDir: string | null;
    readonly workers: number;
    readonly processes: number;
    readonly ledgerFile: string | null;
    readonly facts: TargetFacts;
  },
): RunPlan {
  const { context, settings, replay, suites, workDir, resultsDir, facts, workers, processes, ledgerFile } =
    chosen;
  const { origin, basePath, username, ca, required, isLoopback, isEmbedded, url: targetUrl } = target;
  return {
    ...context,
    ...{ kind: 'run', suites, contract, settings, resultsDir },
    ...{ origin, basePath, username, ca, required, isEmbedded, targetUrl },
    seed: replay?.seed ?? options.seed ?? randomInt(1, 2 ** 31),
    rate: options.rate === undefined ? null : options.rate / processes,
    ...restraintOf(isLoopback, { workers, processes }, options.concurrency),
    ...{ mark: drawMark(), ledgerFile },
    recordsDir: path.join(workDir, 'records'),
    partsDir: settings.trace === null ? null : path.join(workDir, 'parts'),
    beganAt: monotonicMs(),
    deadline: runEnd.deadline,
    replay: replay?.path ?? null,
    ...{ profile: facts.profile, deviations: facts.deviations },
    date: new Date().toISOString().slice(0, 10),
    invocation,
    carriedArguments: carriedArguments(options),
  };
}

/** The plan of a run over a trace draws the same cases as when it was recorded. */
function asRecorded(trace: OpenedTrace | null, plan: RunPlan): RunPlan {
  if (trace === null) return plan;
  const { seed, runs, concurrency, isReadOnly, replay } = trace.head;
  const asked = plan.replay;
  if (asked !== null && plan.seed !== seed)
    throw new UserError(
      `--replay: the trace was recorded under seed ${seed}; it has no cases of another seed`,
    );
  return {
    ...plan,
    settings: { ...plan.settings, runs, readOnly: isReadOnly },
    seed,
    concurrency,
    replay: asked ?? replay,
    rate: null,
  };
}
