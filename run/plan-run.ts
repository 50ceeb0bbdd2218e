import { randomBytes, randomInt } from 'node:crypto';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { drawMark } from '../driver/clients/run-mark.ts';
import type { RedactedText } from '../driver/secrets/redacted.ts';
import type { Contract } from '../spec/operation.ts';
import type { SuiteId } from '../spec/operation-ids.ts';
import { chooseSuites, parseReplay } from './choose-suites.ts';
import type { ChosenSuites } from './choose-suites.ts';
import { connectTarget } from './connect-target.ts';
import { clientLedgerFolder, newClientLedgerFile } from './client-ledger-files.ts';
import { runEnd } from './interruption.ts';
import { loadRunContract } from './load-run-contract.ts';
import { loadTargetFacts } from './load-target-facts.ts';
import type { TargetFacts } from './load-target-facts.ts';
import { openTrace, suitesInTrace } from './open-trace.ts';
import type { OpenedTrace } from './open-trace.ts';
import { invocation } from './package-facts.ts';
import { checkLedgerFolder, ownReportFolder } from './report-folder.ts';
import type { RunPlan } from './run-plan.ts';
import type { RunSecrets } from './run-secrets.ts';
import { carriedArguments, settingsOf } from './run-settings.ts';
import type { GivenOptions, RunSettings } from './run-settings.ts';
import { UserError } from './user-error.ts';
import { makeWorkFolder } from './work-folder.ts';

/** A run that can begin: its target answers. */
export interface PlannedRun {
  readonly plan: RunPlan;
  readonly suites: readonly SuiteId[];
  readonly shard: ChosenSuites['shard'];
  readonly workers: number;
  readonly secrets: RunSecrets;
  /** The trace that stands in for the target. */
  readonly trace: OpenedTrace | null;
  /** Which build answers, where a header tells. */
  readonly build: RedactedText | null;
  /** The list of deviations that the run brings up to date. */
  readonly updatedDeviations: TargetFacts['updated'];
  readonly reportDir: string;
  readonly resultsDir: string;
  /** Where the run's processes hand their records over; gone when the run is. */
  readonly workDir: string;
  /** Stops what was started for the run, and removes what only it needed. */
  readonly close: () => Promise<void>;
}

/** Loopback answers at once: what limits it is the processor. Others share the target with its users. */
const defaultConcurrency = { loopback: 32, elsewhere: 8 };

/** Turns options into a run: contract loaded, target started or reached. Throws a UserError where that fails. */
export async function planRun(options: GivenOptions): Promise<PlannedRun> {
  const replay = parseReplay(options);
  const { suites: asked, shard } = chooseSuites(options);
  const facts = await loadTargetFacts(options);
  const settings = settingsOf(options);
  const reportDir = path.resolve(settings.report);
  if (!settings.noReport) await ownReportFolder(reportDir);
  const contract = await loadRunContract(options);
  const trace = await openTrace(options, contract);
  const suites = trace === null ? asked : suitesInTrace(trace, asked, options);
  const workers = Math.max(1, Math.min(settings.workers, suites.length));
  const isIdle = trace !== null || settings.readOnly || suites.length === 0;
  if (!isIdle) await checkLedgerFolder(clientLedgerFolder(reportDir));
  const workDir = await makeWorkFolder('run');
  const target =
    trace?.target ?? (await connectOr(() => rm(workDir, { recursive: true }), options, contract));
  const ledgerFile = isIdle ? null : await newClientLedgerFile(reportDir);
  // Those of other shards as well: the target meets them all at once.
  const processes = workers * (shard?.of ?? 1);
  const chosen = { settings, replay, suites, workDir, facts, processes, ledgerFile };
  return {
    plan: asRecorded(trace, buildPlan(options, contract, target, chosen)),
    suites,
    shard,
    workers,
    secrets: {
      ...target.secrets,
      traceKey: settings.trace === null ? null : randomBytes(32).toString('hex'),
    },
    trace,
    build: target.build,
    updatedDeviations: facts.updated,
    ...{ reportDir, workDir },
    // Without a report they are of no use afterwards, and not in the way of other such runs.
    resultsDir: path.join(settings.noReport ? workDir : reportDir, 'allure-results'),
    close: async () => {
      await target.close();
      await rm(workDir, { recursive: true, force: true });
    },
  };
}

/** Connects to the target; undoes what was made ready for the run where that fails. */
async function connectOr(
  undo: () => Promise<void>,
  options: GivenOptions,
  contract: Contract,
): ReturnType<typeof connectTarget> {
  try {
    return await connectTarget(options, contract);
  } catch (error) {
    await undo();
    throw error;
  }
}

function buildPlan(
  options: GivenOptions,
  contract: Contract,
  target: Awaited<ReturnType<typeof connectTarget>>,
  chosen: {
    readonly settings: RunSettings;
    readonly replay: { readonly seed: number; readonly path: string } | null;
    readonly suites: readonly SuiteId[];
    readonly workDir: string;
    readonly processes: number;
    readonly ledgerFile: string | null;
    readonly facts: TargetFacts;
  },
): RunPlan {
  const { settings, replay, suites, workDir, facts, processes, ledgerFile } = chosen;
  const { origin, basePath, username, ca, isLoopback, isEmbedded, url: targetUrl } = target;
  return {
    ...{ isMerge: false, contract, settings },
    ...{ origin, basePath, username, ca, isEmbedded, targetUrl },
    seed: replay?.seed ?? options.seed ?? randomInt(1, 2 ** 31),
    concurrency: options.concurrency ?? defaultConcurrency[isLoopback ? 'loopback' : 'elsewhere'],
    rate: options.rate === undefined ? null : options.rate / processes,
    wrongCredentialsInARow: isLoopback ? null : wrongInARow(processes),
    ...{ mark: drawMark(), ledgerFile },
    recordsDir: path.join(workDir, 'records'),
    partsDir: settings.trace === null ? null : path.join(workDir, 'parts'),
    deadline: runEnd.deadline,
    replay: replay?.path ?? null,
    ...{ profile: facts.profile, deviations: facts.deviations },
    date: new Date().toISOString().slice(0, 10),
    suiteCount: suites.length,
    invocation,
    carriedArguments: carriedArguments(options),
  };
}

/** The plan of a run over a trace draws the cases that were drawn when it was recorded. */
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

/** Accounts are locked after some five wrong passwords, and processes do not know of one another's. */
function wrongInARow(processes: number): number {
  return Math.max(1, Math.floor(3 / processes));
}
