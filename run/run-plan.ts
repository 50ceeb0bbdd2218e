import { readFile, writeFile } from 'node:fs/promises';
import type { Contract } from '../spec/operation.ts';
import type { DeviationList } from '../targets/deviation.ts';
import type { Profile } from '../targets/profile.ts';
import type { RunSettings } from './run-settings.ts';

/** What has to be known where verdicts become tests. */
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

/** The plan of a run that was driven elsewhere: its records are there. No secrets. */
export interface MergePlan extends ReportPlan {
  readonly isMerge: true;
}

/** What every process of a run has to know: written once by the command, read where suites are driven. No secrets. */
export interface RunPlan extends ReportPlan {
  readonly isMerge: false;
  readonly origin: string;
  readonly basePath: string;
  readonly username: string;
  readonly ca: string | null;
  readonly settings: RunSettings;
  readonly concurrency: number;
  /** Requests a second of each process; null for no limit. */
  readonly rate: number | null;
  /** After so many requests with wrong credentials in a row one with the right ones is sent; null for no limit. */
  readonly wrongCredentialsInARow: number | null;
  /** Random text that stands in the name or the description of every client of the run, over all its processes. */
  readonly mark: string;
  /** Where what the run creates is written down; null where it creates nothing. */
  readonly ledgerFile: string | null;
  /** Where the suites of a run that is recorded put their parts of the trace; null: it is not recorded. */
  readonly partsDir: string | null;
  /** A moment of `monotonicMs`, which all processes of the run share; null for none. */
  readonly deadline: number | null;
  readonly replay: string | null;
  readonly profile: Profile;
  readonly deviations: DeviationList | null;
  /** ISO 8601, UTC: the day by which deviations expire. */
  readonly date: string;
  /** How many suites the run has, over all its processes. */
  readonly suiteCount: number;
}

/** The environment variable by which the command hands the plan to Jest's processes. */
export const planVariable = 'PRISM_CONFORMANCE_PLAN';

/** Writes a plan, readable by its owner only. */
export async function writeRunPlan(file: string, plan: RunPlan | MergePlan): Promise<void> {
  await writeFile(file, JSON.stringify(plan), { mode: 0o600 });
}

const plans = new Map<string, Promise<RunPlan | MergePlan>>();

/** Reads the plan of the run that this process belongs to; once a process. */
export function readRunPlan(): Promise<RunPlan | MergePlan> {
  const file = process.env[planVariable];
  if (file === undefined)
    throw new Error('no run is under way: start the suites by the command, not by jest alone');
  const known =
    plans.get(file) ?? readFile(file, 'utf8').then((text) => JSON.parse(text) as RunPlan | MergePlan);
  plans.set(file, known);
  return known;
}
