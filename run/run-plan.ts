import { readFile, writeFile } from 'node:fs/promises';
import type { Contract, RequiredParts } from '../spec/operation.ts';
import type { DeviationList } from '../targets/deviation.ts';
import type { Profile } from '../targets/profile.ts';
import type { RunSettings } from './run-settings.ts';

/** What must be known where verdicts become tests. */
interface ReportPlan {
  readonly contract: Contract;
  readonly seed: number;
  readonly recordsDir: string;
  /** For the reports: how the run can be repeated. */
  readonly targetUrl: string;
  readonly isEmbedded: boolean;
  readonly invocation: string;
  readonly carriedArguments: readonly string[];
}

/** The plan for a run that was driven elsewhere, whose records already exist. No secrets. */
export interface MergePlan extends ReportPlan {
  readonly isMerge: true;
  readonly runs: number;
}

/**
 * What every process of a run must know. The command writes it once, and each process that drives suites reads it. No
 * secrets.
 */
export interface RunPlan extends ReportPlan {
  readonly isMerge: false;
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
  /** A `monotonicMs` value that all processes of the run share; null for none. */
  readonly deadline: number | null;
  readonly replay: string | null;
  readonly profile: Profile;
  readonly deviations: DeviationList | null;
  /** ISO 8601, UTC: the date against which the expiry of deviations is checked. */
  readonly date: string;
  /** How many suites the run has, in all its processes. */
  readonly suiteCount: number;
}

/** The environment variable that passes the plan file from the command to Jest's processes. */
export const planVariable = 'PRISM_CONFORMANCE_PLAN';

/** Writes a plan, readable by its owner only. */
export async function writeRunPlan(file: string, plan: RunPlan | MergePlan): Promise<void> {
  await writeFile(file, JSON.stringify(plan), { mode: 0o600 });
}

const plans = new Map<string, Promise<RunPlan | MergePlan>>();

/** Reads the plan of the run that this process belongs to, once per process. */
export function readRunPlan(): Promise<RunPlan | MergePlan> {
  const file = process.env[planVariable];
  if (file === undefined)
    throw new Error('no run is under way: start the suites by the command, not by jest alone');
  const known =
    plans.get(file) ?? readFile(file, 'utf8').then((text) => JSON.parse(text) as RunPlan | MergePlan);
  plans.set(file, known);
  return known;
}
