import { randomInt } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Contract } from '../spec/operation.ts';
import type { SuiteId } from '../suites/suite-host.ts';
import { carriedArguments } from './carried-arguments.ts';
import { chooseSuites, type ChosenSuites } from './choose-suites.ts';
import { connectTarget } from './connect-target.ts';
import { newLedgerFile } from './ledger-files.ts';
import { loadRunContract } from './load-run-contract.ts';
import { loadTargetFacts, type TargetFacts } from './load-target-facts.ts';
import { makeReportFolder } from './make-report-folder.ts';
import { invocation } from './package-facts.ts';
import { parseReplay } from './parse-replay.ts';
import { defaultReportDir, defaultTimeoutMs, type GivenOptions } from './run-options.ts';
import type { RunPlan } from './run-plan.ts';
import type { RunSecrets } from './run-secrets.ts';

/** A run that can begin: its target answers. */
export interface PlannedRun {
  readonly plan: RunPlan;
  readonly suites: readonly SuiteId[];
  readonly shard: ChosenSuites['shard'];
  readonly workers: number;
  readonly secrets: RunSecrets;
  /** Which build answers, where a header tells. */
  readonly build: string | null;
  /** The list of deviations that the run brings up to date. */
  readonly updatedDeviations: TargetFacts['updated'];
  readonly reportDir: string;
  readonly resultsDir: string;
  /** Where the run's processes hand their records over; gone when the run is. */
  readonly workDir: string;
  /** Stops what was started for the run, and removes what only it needed. */
  readonly close: () => Promise<void>;
}

/** Every family of every operation is met at least once, most of them several times: some 19,000 requests in all. */
const defaultRuns = 400;
/** Most findings need some 20; the limit keeps a target with many defects from being asked for minutes. */
const defaultShrinks = 600;
/** Loopback answers at once: what limits it is the processor. Others share the target with its users. */
const defaultConcurrency = { loopback: 32, elsewhere: 8 };

/** Turns options into a run: contract loaded, target started or reached. Throws a UserError where that fails. */
export async function planRun(options: GivenOptions): Promise<PlannedRun> {
  const replay = parseReplay(options);
  const { suites, shard } = chooseSuites(options);
  const workers = Math.max(1, Math.min(options.workers ?? 1, suites.length));
  const facts = await loadTargetFacts(options);
  const reportDir = path.resolve(options.report ?? defaultReportDir);
  await makeReportFolder(reportDir);
  const contract = await loadRunContract(options.spec);
  const target = await connectTarget(options, contract);
  const isIdle = options.readOnly === true || suites.length === 0;
  const ledgerFile = isIdle ? null : await newLedgerFile(reportDir);
  // Those of other shards as well: the target meets them all at once.
  const processes = workers * (shard?.of ?? 1);
  const workDir = await mkdtemp(path.join(tmpdir(), 'conformance-run-'));
  return {
    plan: buildPlan(options, contract, target, { replay, suites, workDir, facts, processes, ledgerFile }),
    suites,
    shard,
    workers,
    secrets: target.secrets,
    build: target.build,
    updatedDeviations: facts.updated,
    reportDir,
    resultsDir: path.join(reportDir, 'allure-results'),
    workDir,
    close: async () => {
      await target.close();
      await rm(workDir, { recursive: true, force: true });
    },
  };
}

function buildPlan(
  options: GivenOptions,
  contract: Contract,
  target: Awaited<ReturnType<typeof connectTarget>>,
  chosen: {
    readonly replay: { readonly seed: number; readonly path: string } | null;
    readonly suites: readonly SuiteId[];
    readonly workDir: string;
    readonly processes: number;
    readonly ledgerFile: string | null;
    readonly facts: TargetFacts;
  },
): RunPlan {
  const { replay, suites, workDir, facts, processes, ledgerFile } = chosen;
  const { origin, basePath, username, ca, isLoopback, isEmbedded, url: targetUrl } = target;
  return {
    ...{ isMerge: false, contract },
    ...{ origin, basePath, username, ca, isEmbedded, targetUrl },
    ...{ isInsecure: options.insecure === true, login: options.login ?? 'basic' },
    seed: replay?.seed ?? options.seed ?? randomInt(1, 2 ** 31),
    runs: options.runs ?? defaultRuns,
    shrinks: options.shrinks ?? defaultShrinks,
    concurrency: options.concurrency ?? defaultConcurrency[isLoopback ? 'loopback' : 'elsewhere'],
    timeoutMs: options.timeoutMs ?? defaultTimeoutMs,
    latencyLimitMs: options.latencyLimitMs ?? null,
    rate: options.rate === undefined ? null : options.rate / processes,
    isReadOnly: options.readOnly === true,
    wrongCredentialsInARow: isLoopback ? null : wrongInARow(processes),
    ledgerFile,
    deadline: options.maxTime === undefined ? null : Date.now() + options.maxTime * 1000,
    ...{ rules: options.rule ?? [], level: options.level ?? 'OAuth' },
    replay: replay?.path ?? null,
    ...{ profile: facts.profile, deviations: facts.deviations },
    date: new Date().toISOString().slice(0, 10),
    recordsDir: path.join(workDir, 'records'),
    suiteCount: suites.length,
    invocation,
    carriedArguments: carriedArguments(options),
  };
}

/** Accounts are locked after some five wrong passwords, and processes do not know of one another's. */
function wrongInARow(processes: number): number {
  return Math.max(1, Math.floor(3 / processes));
}
