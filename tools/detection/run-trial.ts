import { rulesOf } from '../../checks/catalogue.ts';
import { withLatencyLimit } from '../../checks/robustness/rules.ts';
import type { Rule } from '../../checks/rule.ts';
import type { OperationRecord } from '../../checks/verdict.ts';
import type { EffortName } from '../../generators/effort.ts';
import type { Contract } from '../../spec/operation.ts';
import { applyProfile } from '../../suites/apply-profile.ts';
import { suiteIds } from '../../spec/operation-ids.ts';
import type { SuiteId } from '../../spec/operation-ids.ts';
import type { Profile } from '../../targets/profile.ts';
import { createReference } from '../../targets/reference/create-reference.ts';
import type { Fault } from '../../targets/reference/faults/fault.ts';
import { faults } from '../../targets/reference/faults/index.ts';
import { driveSuite } from './drive-suite.ts';
import { Search } from './search.ts';
import { summariseTrial } from './summarise-trial.ts';
import type { Trial, TrialResult } from './trial.ts';

/** A time that all suites are driven. */
interface Round {
  /** Default: that of the trial. */
  readonly effort?: 'smoke';
  /** Cases at once. */
  readonly concurrency: number;
}

/**
 * What is sought is sought first among the cases of a smoke run, on all suites: any longer run sends them too, as its
 * first. What is not found there is sought as in a usual run. A fault is then sought with one case at a time: a defect
 * that ends what other cases hold hides among many cases, because each of them finds its own already ended.
 */
const usual: Round = { concurrency: 32 };
const rounds = {
  whole: [usual],
  mutant: [{ ...usual, effort: 'smoke' }, usual],
  fault: [{ ...usual, effort: 'smoke' }, usual, { concurrency: 1 }],
} as const satisfies Record<string, readonly Round[]>;

/** Each round of requests to a fault that never answers takes this long. */
const timeoutMs = 1000;
/**
 * The latency limit with a fault, low so that a slow fault need not be slower than a user would accept; and without
 * one, high so that a busy machine does not look like a fault.
 */
const latencyLimitsMs = { fault: timeoutMs / 2, other: 60_000 };

/** What all trials of a process share. */
export interface TrialSetting {
  readonly contract: Contract;
  readonly seed: number;
  /** How much is sent. Default: what a run sends by default. */
  readonly effort?: EffortName;
  /** What the target declares about itself. A rule for a declared feature must then be judged. Default: nothing. */
  readonly profile?: Profile;
}

/** What a trial drives, and the rules that judge it. */
interface TrialPlan {
  readonly rules: (rule: Rule) => boolean;
  readonly suites: readonly SuiteId[];
  readonly rounds: readonly Round[];
  readonly latencyLimitMs: number;
  readonly search: Search;
}

/**
 * Drives a target as a run of the command would, but without shrinking. A fault is driven on the suites that can show
 * it, judged by the rules that it names, until each of them has been violated. A mutant is driven until any rule is
 * violated that makes a strict run fail. Notes are only reported at the end.
 */
export async function runTrial(trial: Trial, setting: TrialSetting): Promise<TrialResult> {
  const { kind, id } = trial;
  const reference = await createReference({
    faults: kind === 'fault' ? [id] : [],
    variants: kind === 'variant' ? [id] : [],
  });
  const plan = planTrial(trial);
  const records: OperationRecord[] = [];
  try {
    for (const round of plan.rounds) {
      if (round.effort !== undefined && round.effort === setting.effort) continue;
      for (const suite of plan.suites) {
        if (plan.search.isOver()) break;
        const record = await driveWatched(suite, { ...setting, ...round, url: reference.url }, plan);
        const isShort = round.effort !== undefined || plan.search.isOver();
        records.push(isShort ? record : withPromises(record, suite, setting.profile));
      }
    }
  } finally {
    await reference.close();
  }
  return summariseTrial(trial, records, plan.search.firstViolation);
}

function planTrial({ kind, id, suites = suiteIds }: Trial): TrialPlan {
  const { other: latencyLimitMs, fault: ofFault } = latencyLimitsMs;
  const whole = { suites, rounds: rounds.whole, latencyLimitMs };
  const all = (): boolean => true;
  switch (kind) {
    case 'clean':
    case 'variant':
      return { ...whole, rules: all, search: new Search([], 'end') };
    case 'mutant':
      return { ...whole, rounds: rounds.mutant, rules: all, search: new Search([], 'any') };
    case 'fault': {
      const fault = faults.find((candidate) => candidate.id === id);
      const trips = fault?.trips ?? [];
      const rules = (rule: Rule): boolean => trips.includes(rule.id);
      return {
        ...{ rules, suites: suitesOf(fault, rules), rounds: rounds.fault, latencyLimitMs: ofFault },
        search: new Search(trips, 'each'),
      };
    }
  }
}

/** The suites that judge a rule named by the fault: those of its operations, and sessions. */
function suitesOf(fault: Fault | undefined, rules: TrialPlan['rules']): readonly SuiteId[] {
  return suiteIds.filter(
    (suite) =>
      rulesOf(suite).some(rules) &&
      (suite === 'session' || fault?.operations === undefined || fault.operations.includes(suite)),
  );
}

/** Applied only if all cases of a suite were sent: an incomplete suite proves nothing. */
function withPromises(
  record: OperationRecord,
  suite: SuiteId,
  profile: Profile | undefined,
): OperationRecord {
  return profile === undefined ? record : applyProfile(record, rulesOf(suite), profile, { isWhole: true });
}

async function driveWatched(
  suite: SuiteId,
  {
    contract,
    seed,
    effort = 'default',
    concurrency,
    url,
  }: TrialSetting & { readonly concurrency: number; readonly url: string },
  { rules, latencyLimitMs, search }: TrialPlan,
): Promise<OperationRecord> {
  const record = await driveSuite(suite, {
    ...{ contract, seed, concurrency, url, runs: effort, timeoutMs },
    rules: withLatencyLimit(rulesOf(suite).filter(rules), latencyLimitMs),
    onRequest: () => {
      search.requests += 1;
    },
    onJudged: ({ violated }) => {
      // What may be chance counts only if it shows again, which is tried at the end.
      for (const { rule, isCertain } of violated) if (isCertain) search.found(rule.id, rule.level);
    },
    isEnough: () => search.isOver(),
  });
  for (const { rule, level, violated } of record.rules) if (violated > 0) search.found(rule, level);
  return record;
}
