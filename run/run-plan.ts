import type { Effort } from '../generators/effort.ts';
import { readFile, writeFile } from 'node:fs/promises';
import type { Contract, RequiredParts } from '../spec/operation.ts';
import type { SuiteId } from '../spec/operation-ids.ts';
import type { DeviationList } from '../targets/deviation.ts';
import type { Profile } from '../targets/profile.ts';
import type { RunSettings } from './options/run-settings.ts';

/** What must be known where verdicts become tests. */
interface ReportPlan {
  /** The suites that the run has, in all its processes. */
  readonly suites: readonly SuiteId[];
  readonly contract: Contract;
  readonly seed: number;
  readonly recordsDir: string;
  /** The folder of Allure results; null to write none. */
  readonly resultsDir: string | null;
  /** For the reports: how the run can be repeated. */
  readonly targetUrl: string;
  readonly isEmbedded: boolean;
  readonly invocation: string;
  readonly carriedArguments: readonly string[];
}

/** The plan for a run that was driven elsewhere, whose records already exist. No secrets. */
export interface MergePlan extends ReportPlan {
  readonly kind: 'merge';
  readonly runs: Effort;
}

/**
 * What every process of a run must know. Whoever conducts the run writes it once, and each process that drives suites reads
 * it. No secrets.
 */
export interface RunPlan extends ReportPlan {
  readonly kind: 'run';
  readonly origin: string;
  readonly basePath: string;
  readonly username: string;
  readonly ca: string | null;
  readonly required: readonly RequiredParts[];
  readonly settings: RunSettings;
  readonly concurrency: number;
  /** Requests per second of each process; null for no limit. */
  readonly rate: number | null;
  /**
   * After this many consecutive requests with wrong credentials, one with valid credentials is sent; null for no limit.
   */
  readonly wrongCredentialsInARow: number | null;
  /** Random text in the name or description of every client of the run, the same in all its processes. */
  readonly mark: string;
  /** Where everything that the run creates is recorded; null if it creates nothing. */
  readonly ledgerFile: string | null;
  /** Where the suites put their parts of the trace; null if the run is not recorded. */
  readonly partsDir: string | null;
  /** When the run began, as a `monotonicMs` value that all its processes share. */
  readonly beganAt: number;
  /** The same for its end; null for none. */
  readonly deadline: number | null;
  readonly replay: string | null;
  readonly profile: Profile;
  readonly deviations: DeviationList | null;
  /** ISO 8601, UTC: the date against which the expiry of deviations is checked. */
  readonly date: string;
  /** A regular expression that the names of its tests match, as `jest -t` takes it; null for all tests. */
  readonly testNames: string | null;
  /** Whether its processes show how far they are. */
  readonly showsProgress: boolean;
}

/** What Jest's processes are told: a run to drive, a run that was driven, or that none of the chosen tests exists. */
export type JestPlan = RunPlan | MergePlan | { readonly kind: 'nothing' };

/** The environment variable that passes the plan file to Jest's processes. */
export const planVariable = 'PRISM_CONFORMANCE_PLAN';

/** Writes a plan, readable by its owner only. */
export async function writeRunPlan(file: string, plan: JestPlan): Promise<void> {
  await writeFile(file, JSON.stringify(plan), { mode: 0o600 });
}

const plans = new Map<string, Promise<JestPlan>>();

/** Reads the plan of the run that this process belongs to, once per process. */
export function readRunPlan(): Promise<JestPlan> {
  const file = process.env[planVariable];
  if (file === undefined)
    throw new Error('no run is under way: these suites need the runner of their own Jest project');
  const known = plans.get(file) ?? readFile(file, 'utf8').then((text) => JSON.parse(text) as JestPlan);
  plans.set(file, known);
  return known;
}
