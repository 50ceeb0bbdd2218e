import { rulesOf } from '../../checks/catalogue.ts';
import { withLatencyLimit } from '../../checks/robustness/answer-prompt.ts';
import type { Rule } from '../../checks/rule.ts';
import type { OperationRecord, RuleRecord } from '../../checks/verdict.ts';
import type { Exchange, WireRequest } from '../../driver/exchange.ts';
import { openTarget } from '../../driver/open-target.ts';
import { buildFamilies } from '../../generators/families.ts';
import type { Family } from '../../generators/family.ts';
import { buildSessionFamilies } from '../../generators/session/session-families.ts';
import type { Contract } from '../../spec/operation.ts';
import { runSuite } from '../../suites/engine/run-suite.ts';
import { suiteIds } from '../../suites/jest-configuration.ts';
import type { SuiteId } from '../../suites/suite-host.ts';
import { createReference } from '../../targets/reference/create-reference.ts';
import type { Fault } from '../../targets/reference/faults/fault.ts';
import { faults } from '../../targets/reference/faults/index.ts';
import { Search } from './search.ts';
import type { Trial, TrialResult } from './trial.ts';
import { watchRules } from './watch-rules.ts';

const password = 'nutanix/4u';
/**
 * Cases in flight: as in a usual run, and then one at a time for what was not found: a defect that ends what others
 * hold hides among many cases, each of which finds its own already ended.
 */
const concurrencies = [32, 1];
/** Cases of each polarity and suite: half of what the command sends when it is not told otherwise. */
const runs = 200;
/** A fault that never answers costs this much, once for each round of requests. */
const timeoutMs = 1000;
/**
 * What answers of a fault may take, so that a slow one need not take as long as a user's patience; and of what has no
 * such fault: a busy machine is none.
 */
const latencyLimitsMs = { fault: timeoutMs / 2, other: 60_000 };

/** What all trials of a process share. */
export interface TrialSetting {
  readonly contract: Contract;
  readonly seed: number;
}

/** What is driven of a trial, and by which rules it is judged. */
interface TrialPlan {
  readonly rules: (rule: Rule) => boolean;
  readonly suites: readonly SuiteId[];
  readonly concurrencies: readonly number[];
  readonly latencyLimitMs: number;
  readonly search: Search;
}

/**
 * Drives a target as a run of the command would, but makes no finding smaller. A fault is driven on the suites that
 * can show it, judged by the rules that it names, and only until each of them has been violated; a mutant until any
 * rule is violated that a strict run fails by.
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
    for (const concurrency of plan.concurrencies) {
      for (const suite of plan.suites) {
        if (plan.search.isOver()) break;
        records.push(await driveSuite(suite, { ...setting, concurrency, url: reference.url }, plan));
      }
    }
  } finally {
    await reference.close();
  }
  return summarise(trial, records, plan.search.firstViolation);
}

function planTrial({ kind, id, suites = suiteIds }: Trial): TrialPlan {
  const { other: latencyLimitMs, fault: ofFault } = latencyLimitsMs;
  const once = { suites, concurrencies: concurrencies.slice(0, 1), latencyLimitMs };
  switch (kind) {
    case 'clean':
    case 'variant':
      return { ...once, rules: () => true, search: new Search([], 'end') };
    case 'mutant':
      return { ...once, rules: ({ level }) => level !== 'MAY', search: new Search([], 'any') };
    case 'fault': {
      const fault = faults.find((candidate) => candidate.id === id);
      const trips = fault?.trips ?? [];
      const rules = (rule: Rule): boolean => trips.includes(rule.id);
      const search = new Search(trips, 'each');
      return { rules, suites: suitesOf(fault, rules), concurrencies, latencyLimitMs: ofFault, search };
    }
  }
}

/** The suites that judge a rule which the fault names: those of its operations, and sessions. */
function suitesOf(fault: Fault | undefined, rules: TrialPlan['rules']): readonly SuiteId[] {
  return suiteIds.filter(
    (suite) =>
      rulesOf(suite).some(rules) &&
      (suite === 'session' || fault?.operations === undefined || fault.operations.includes(suite)),
  );
}

async function driveSuite(
  suite: SuiteId,
  { contract, seed, concurrency, url }: TrialSetting & { readonly concurrency: number; readonly url: string },
  { rules, latencyLimitMs, search }: TrialPlan,
): Promise<OperationRecord> {
  const { origin, pathname } = new URL(url);
  const target = openTarget({ origin, connections: concurrency, timeoutMs });
  const plan = {
    suite,
    contract,
    families: familiesOf(suite, contract),
    rules: watchRules(withLatencyLimit(rulesOf(suite).filter(rules), latencyLimitMs), (rule) => {
      search.found(rule);
    }),
    seed,
    runs,
    concurrency,
    deadline: null,
    replay: null,
    shrinkBudget: { each: 0, all: 0 },
    isInterrupted: () => false,
    isEnough: () => search.isOver(),
    onProgress: () => undefined,
  };
  const send = (request: WireRequest): Promise<Exchange> => {
    search.requests += 1;
    return target.send(request);
  };
  try {
    const record = await runSuite(plan, {
      target: { basePath: pathname, username: 'admin', password },
      send,
    });
    for (const { rule, violated } of record.rules) if (violated > 0) search.found(rule);
    return record;
  } finally {
    await target.close();
  }
}

const families = new Map<SuiteId, readonly Family[]>();

function familiesOf(suite: SuiteId, contract: Contract): readonly Family[] {
  const built =
    families.get(suite) ??
    (suite === 'session' ? buildSessionFamilies(contract) : buildFamilies(contract, suite));
  families.set(suite, built);
  return built;
}

function summarise(
  trial: Trial,
  records: readonly OperationRecord[],
  firstViolation: TrialResult['firstViolation'],
): TrialResult {
  const rules = records.flatMap((record) => record.rules);
  return {
    trial,
    judged: [...new Set(rules.filter(({ judged }) => judged > 0).map(({ rule }) => rule))],
    violated: rules
      .filter(({ violated }) => violated > 0)
      .map((record) => ({ ...record, detail: describe(record) })),
    broken: [
      ...records
        .filter(({ broken }) => broken !== null)
        .map(({ operation, broken }) => `${operation}: ${broken ?? ''}`),
      ...rules
        .filter(({ verdict }) => verdict === 'broken')
        .map(({ operation, rule, reason }) => `${operation} ${rule}: ${reason ?? ''}`),
    ],
    left: records.flatMap(({ operation, residue }) => residue.left.map((id) => `${operation}: ${id}`)),
    firstViolation,
  };
}

function describe({ operation, rule, verdict, findings }: RuleRecord): string {
  const [finding] = findings;
  const what =
    finding === undefined
      ? ''
      : `: ${finding.path}: ${finding.at}: expected ${finding.expected}, got ${finding.actual}`;
  return `${operation} ${rule} ${verdict}${what}`;
}
