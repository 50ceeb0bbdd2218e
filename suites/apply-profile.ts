import { needsOf } from '../checks/classification.ts';
import type { Rule } from '../checks/rule.ts';
import type { OperationRecord, RuleRecord } from '../checks/verdict.ts';
import { features } from '../targets/features.ts';
import type { Profile } from '../targets/profile.ts';
import { promisedFeature, ruledOut } from '../targets/ruled-out.ts';
import type { SuiteId } from '../spec/operation-ids.ts';

/** The rules of a suite that a profile does not rule out. */
export function rulesUnder(profile: Profile, suite: SuiteId, rules: readonly Rule[]): readonly Rule[] {
  return rules.filter((rule) => ruledOut(profile, suite, rule) === null);
}

/**
 * Applies a profile to a suite's record. A rule that it rules out is not applicable, and keeps its place among `rules`.
 * A feature that it declares and no answer showed is broken (nothing follows from a part of a run).
 */
export function applyProfile(
  record: OperationRecord,
  rules: readonly Rule[],
  profile: Profile,
  { isWhole }: { readonly isWhole: boolean },
): OperationRecord {
  const judged = new Map(record.rules.map((rule) => [rule.rule, rule]));
  const all = rules.flatMap((rule) => {
    const { id, level } = rule;
    const known = judged.get(id);
    if (known !== undefined) return [known];
    const reason = ruledOut(profile, record.operation, rule);
    if (reason === null) return [];
    const { operation } = record;
    const nothing = { judged: 0, violated: 0, findings: [] };
    return [{ operation, rule: id, level, verdict: 'not applicable' as const, ...nothing, reason }];
  });
  return { ...record, rules: isWhole ? all.map((rule) => keepPromise(rule, all, profile)) : all };
}

/** If one rule of a feature could be judged, the feature exists; the others may have lacked cases. */
function keepPromise(rule: RuleRecord, all: readonly RuleRecord[], profile: Profile): RuleRecord {
  const promised = promisedFeature(profile, rule.operation, needsOf(rule.rule));
  if (promised === null) return rule;
  const isShown = all.some(
    (other) =>
      other.judged > 0 && promisedFeature(profile, other.operation, needsOf(other.rule)) === promised,
  );
  if (isShown) return rule;
  const reason = `profile ${profile.name} declares supports.${promised} true, but nothing showed that the target ${features[promised].claim}`;
  return { ...rule, verdict: 'broken', reason };
}
