import { randomInt } from 'node:crypto';
import path from 'node:path';
import { withoutUserInfo } from '../reports/replay-command.ts';
import { withoutMembers } from '../spec/json-object.ts';
import type { Contract } from '../spec/operation.ts';
import type { SuiteId } from '../spec/operation-ids.ts';
import { drawMark } from '../driver/clients/run-mark.ts';
import { faults } from '../targets/reference/faults/index.ts';
import { checkExclusive } from './check-exclusive.ts';
import { chooseSuites, parseReplay } from './choose-suites.ts';
import type { ClientLedgerPlan } from './run-client-ledger.ts';
import { connectTarget } from './connect-target.ts';
import type { ConnectedTarget } from './connect-target.ts';
import { clientLedgerFolder, newClientLedgerFile } from './client-ledger-files.ts';
import { runEnd } from './interruption.ts';
import { loadRunContract, prepareFamilies } from './load-run-contract.ts';
import { openTrace, suitesInTrace } from './open-trace.ts';
import type { OpenedTrace } from './open-trace.ts';
import type { Replay } from './choose-suites.ts';
import { refuseUnknown, UserError } from './user-error.ts';
import { checkLedgerFolder, ownReportFolder } from './report-folder.ts';
import { carriedArguments, settingsOf } from './options/run-settings.ts';
import type { GivenOptions, RunSettings } from './options/run-settings.ts';
import { restraintOf } from './planned-target.ts';
import type { RunSecrets } from './run-secrets.ts';

/** The two targets of a comparison, as given: an address or `reference`. A may also be a trace file. */
export interface ComparedTargets {
  readonly a: string;
  readonly b: string;
  /** Whether A is a trace. */
  readonly isRecorded: boolean;
  /** Faults of B, if it is the embedded reference target. */
  readonly faults: readonly string[];
}

/** A target of a comparison that has answered. */
export interface PlannedSide {
  readonly plan: ClientLedgerPlan;
  readonly secrets: RunSecrets;
  /** The file that contains its answers; null for a target that is sent requests. */
  readonly trace: string | null;
  readonly close: () => Promise<void>;
}

/** A comparison that can begin: both targets have answered. */
export interface PlannedComparison {
  readonly contract: Contract;
  readonly suites: readonly SuiteId[];
  readonly a: PlannedSide;
  readonly b: PlannedSide;
  readonly names: { readonly a: string; readonly b: string };
  readonly seed: number;
  readonly settings: RunSettings;
  readonly concurrency: number;
  readonly deadline: number | null;
  readonly replay: string | null;
  readonly wrongCredentialsInARow: number | null;
  readonly carriedArguments: readonly string[];
  readonly reportDir: string;
}

/** The name of the embedded reference target on the command line. */
export const reference = 'reference';

/** Turns options into a comparison, with both targets started or reached. Throws a UserError if that fails. */
export async function planComparison(
  targets: ComparedTargets,
  options: GivenOptions,
): Promise<PlannedComparison> {
  checkBothExclusive(targets, options);
  const replay = parseReplay(options);
  const { operation } = options;
  const { suites } = chooseSuites(operation === undefined ? {} : { operation }, null);
  checkFaults(targets);
  const settings = settingsOf(options, 'compare');
  const reportDir = path.resolve(settings.report);
  if (!settings.noReport) await ownReportFolder(reportDir);
  if (!settings.readOnly) await checkLedgerFolder(clientLedgerFolder(reportDir));
  const contract = await loadRunContract(options);
  prepareFamilies(contract, suites, options);
  const recorded = targets.isRecorded ? await openTrace({ ...options, from: targets.a }, contract) : null;
  const a = recorded?.target ?? (await connectSide('A', optionsOf(targets.a, options), contract, []));
  try {
    const b = await connectSide('B', optionsOfB(targets.b, options), contract, targets.faults);
    const how = { options, settings, mark: drawMark() };
    const isNear = (recorded !== null || a.isLoopback) && b.isLoopback;
    return {
      ...{ contract, reportDir },
      suites: recorded === null ? suites : suitesInTrace(recorded, suites, options),
      a: await planSide(
        a,
        recorded === null ? { ...how, reportDir, ledgerName: '-a' } : { ...how, trace: targets.a },
      ),
      b: await planSide(b, { ...how, reportDir, ledgerName: '-b' }),
      names: { a: withoutUserInfo(targets.a), b: withoutUserInfo(targets.b) },
      ...restraintOf(isNear, { workers: 1, processes: 1 }, options.concurrency),
      ...choices(options, replay, targets),
      settings,
      ...(recorded === null ? {} : asRecorded(recorded, settings)),
    };
  } catch (error) {
    await a.close();
    throw error;
  }
}

/** Both, before either is sent anything. A trace is sent nothing. */
function checkBothExclusive({ a, b, isRecorded }: ComparedTargets, options: GivenOptions): void {
  if (!isRecorded) checkExclusive(optionsOf(a, options), 'A: ');
  checkExclusive(optionsOf(b, options), 'B: ');
}

function checkFaults(targets: ComparedTargets): void {
  refuseUnknown('--fault', targets.faults, new Set(faults.map(({ id }) => id)), '"mock --list-faults"');
  if (targets.faults.length > 0 && targets.b !== reference)
    throw new UserError(`--fault: only the target "${reference}" has faults to switch on, and B is not that`);
}

function choices(
  options: GivenOptions,
  replay: Replay | null,
  targets: ComparedTargets,
): Pick<PlannedComparison, 'seed' | 'deadline' | 'replay' | 'carriedArguments'> {
  const faultArguments = targets.faults.length === 0 ? [] : ['--fault', ...targets.faults];
  return {
    seed: replay?.seed ?? options.seed ?? randomInt(1, 2 ** 31),
    deadline: runEnd.deadline,
    replay: replay?.path ?? null,
    carriedArguments: [...carriedArguments(options), ...faultArguments],
  };
}

/** `reference` means the embedded target, which is what a run without a target uses. */
function optionsOf(given: string, options: GivenOptions): GivenOptions {
  return { ...withoutMembers(options, 'target'), ...(given === reference ? {} : { target: given }) };
}

/** B uses the user and the password of A unless it has its own. */
function optionsOfB(given: string, options: GivenOptions): GivenOptions {
  const { PRISM_B_USERNAME: username, PRISM_B_PASSWORD: password } = process.env;
  return {
    ...optionsOf(given, options),
    ...(username === undefined || username === '' ? {} : { username }),
    ...(password === undefined || password === '' ? {} : { passwordEnv: 'PRISM_B_PASSWORD' }),
  };
}

async function connectSide(
  name: 'A' | 'B',
  options: GivenOptions,
  contract: Contract,
  switchedOn: readonly string[],
): Promise<ConnectedTarget> {
  try {
    return await connectTarget(options, contract, switchedOn);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    throw new UserError(`${name}: ${error.message}`, error.exitCode);
  }
}

/** Compares the cases that were recorded. */
function asRecorded(
  { head: { seed, runs, isReadOnly } }: OpenedTrace,
  settings: RunSettings,
): Pick<PlannedComparison, 'seed' | 'settings'> {
  return { seed, settings: { ...settings, runs, readOnly: isReadOnly } };
}

async function planSide(
  { origin, basePath, username, ca, required, secrets, close }: ConnectedTarget,
  how: { readonly options: GivenOptions; readonly settings: RunSettings; readonly mark: string } & (
    { readonly reportDir: string; readonly ledgerName: string } | { readonly trace: string }
  ),
): Promise<PlannedSide> {
  const { options, settings, mark } = how;
  const hasLedger = !('trace' in how) && !settings.readOnly;
  return {
    plan: {
      ...{ origin, basePath, username, ca, required, settings, rate: options.rate ?? null, mark },
      replay: null,
      ledgerFile: hasLedger ? await newClientLedgerFile(how.reportDir, how.ledgerName) : null,
    },
    ...{ secrets, close, trace: 'trace' in how ? how.trace : null },
  };
}
