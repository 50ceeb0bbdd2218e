import type { RuleRecord } from '../../checks/verdict.ts';
import { placeOf } from '../fingerprint.ts';

/** What is told of a rule for one reason, on all operations together. */
export interface RuleGroup {
  readonly rule: string;
  readonly records: readonly [RuleRecord, ...RuleRecord[]];
  /** Why it has a verdict although nothing violates it: it is broken, or a known deviation is gone. Null otherwise. */
  readonly reason: string | null;
  readonly isBroken: boolean;
  /** Where it shows: its operations, and for sequences those of its evidence. */
  readonly shown: ReadonlySet<string>;
  /** Where it shows, and the operations of the steps before. */
  readonly touched: ReadonlySet<string>;
  /** The operations nearly all of whose cases violate it. */
  readonly inMost: ReadonlySet<string>;
  /** The places in which it is violated, as fingerprints have them. */
  readonly places: ReadonlySet<string>;
}

/** The share of cases that stands for nearly all of them. */
export const mostCases = 0.9;

/** Groups records by rule, and those that are broken by the reason. */
export function groupByRule(records: readonly RuleRecord[]): readonly RuleGroup[] {
  const groups = new Map<string, [RuleRecord, ...RuleRecord[]]>();
  for (const record of records) {
    const key = keyOf(record);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [record]);
    else group.push(record);
  }
  return [...groups.values()].map(ruleGroup);
}

function keyOf(record: RuleRecord): string {
  const { rule, verdict, reason } = record;
  return isViolated(record) ? rule : `${verdict} ${verdict === 'broken' ? (reason ?? rule) : rule}`;
}

function ruleGroup(records: readonly [RuleRecord, ...RuleRecord[]]): RuleGroup {
  const [first] = records;
  const { rule, verdict, reason } = first;
  return {
    rule,
    records,
    reason: isViolated(first) ? null : (reason ?? 'no reason was given'),
    isBroken: verdict === 'broken',
    shown: new Set(
      records.flatMap((record) => (record.operation === 'session' ? stepsOf(record) : [record.operation])),
    ),
    touched: new Set(records.flatMap((record) => [record.operation, ...stepsOf(record)])),
    inMost: new Set(
      records
        .filter(({ violated, judged }) => violated > 0 && violated >= mostCases * judged)
        .map(({ operation }) => operation),
    ),
    places: new Set(records.flatMap(({ findings }) => findings.map(({ at }) => placeOf(at)))),
  };
}

/** Whether answers of the target violate the rule, and not only our expectations. */
function isViolated({ verdict }: RuleRecord): boolean {
  return verdict === 'fail' || verdict === 'warn' || verdict === 'note';
}

function stepsOf({ findings }: RuleRecord): readonly string[] {
  return findings.flatMap(({ exchanges }) => exchanges.map(({ operation }) => operation));
}

/** Which share of the cases that violate a rule violate another one, too, and the other way round. */
export function sharedCases(
  rule: RuleGroup,
  other: RuleGroup,
): { readonly ofRule: number; readonly ofOther: number } {
  let own = 0;
  let both = 0;
  let others = 0;
  for (const record of rule.records) {
    own += record.together?.[rule.rule] ?? record.violated;
    both += record.together?.[other.rule] ?? 0;
    const same = other.records.find(({ operation }) => operation === record.operation);
    others += same?.together?.[other.rule] ?? 0;
  }
  return { ofRule: own === 0 ? 0 : both / own, ofOther: others === 0 ? 0 : both / others };
}
