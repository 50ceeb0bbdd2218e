import { beforeAll, describe, expect, it } from '@jest/globals';
import { catalogue } from '../../checks/catalogue.ts';
import { accepts } from '../../checks/make/session-rule.ts';
import type { AttemptRule } from '../../checks/rule.ts';
import type { Case } from '../../generators/case.ts';
import { familiesOf } from '../../generators/families.ts';
import { sessionFamilyNames } from '../../generators/session/family-name.ts';
import { stepNames } from '../../generators/step-name.ts';
import { loadBundledContract } from '../../spec/load-contract.ts';
import { drawCases } from '../../suites/engine/draw-cases.ts';
import { suiteIds } from '../../spec/operation-ids.ts';
import type { JudgedSteps } from './judge-reference.ts';
import { judgeReference } from './judge-reference.ts';
import type { NamedStep } from './named-steps.ts';
import { namedSteps } from './named-steps.ts';

const named = namedSteps();
let cases: readonly Case[];
let judged: JudgedSteps;
beforeAll(async () => {
  const contract = await loadBundledContract();
  cases = suiteIds.flatMap((suite) => {
    const families = familiesOf(contract, suite);
    return [...drawCases({ families, suite, seed: 1, runs: 400 })].map(({ testCase }) => testCase);
  });
  judged = await judgeReference();
}, 600_000);

/** Described by rule and place, so that a failure says where to look. */
function told(steps: readonly NamedStep[]): readonly string[] {
  return steps.map(({ step, place, rules }) => `${place} ${step} (${[...rules].join(', ')})`);
}

describe('a step that a rule names', () => {
  it('is found in the code of rules', () => {
    const both = named.filter(({ rules }) => rules.has('generate.refresh.works')).map(({ step }) => step);
    expect(both).toEqual(['refresh-generated', 'refresh-generated-again']);
    expect(named.length).toBeGreaterThan(200);
  });

  it('is a step of some drawn case that a rule of that name is judged on', () => {
    const met = new Map(
      catalogue.map((rule) => [rule.id, stepsOf(cases.filter((each) => concerns(rule, each)))]),
    );
    const unmet = named.filter(
      ({ step, rules }) => ![...rules].some((id) => met.get(id)?.has(step) === true),
    );
    expect(told(unmet)).toEqual([]);
  });

  it('has been answered where the rule has judged the reference target', () => {
    const dead = named.filter(
      ({ step, rules }) => ![...rules].some((id) => judged.get(id)?.has(step) === true),
    );
    expect(told(dead)).toEqual([]);
  });

  it('does not compile where no case has it', () => {
    // @ts-expect-error There is no step of this name.
    expect(accepts('refresh-generated-agian').judge).toBeDefined();
  });
});

describe('a beginning of names of families that a rule names', () => {
  const beginnings = catalogue.flatMap(({ id, families = [] }) =>
    families.map((family) => [id, family] as const),
  );

  it.each(beginnings)('%s: %s is met by a drawn case', (_, family) => {
    expect(cases.some((testCase) => testCase.family.startsWith(family))).toBe(true);
  });

  it('does not compile where no family begins so', () => {
    // @ts-expect-error There is no family with this prefix.
    const families: AttemptRule['families'] = ['generate.lief'];
    expect(families).toHaveLength(1);
  });
});

describe('the names of steps and families', () => {
  it('are those of the cases that there are', () => {
    const steps = stepsOf(cases);
    expect(stepNames.filter((name) => !steps.has(name))).toEqual([]);
    const families = new Set(cases.map(({ family }) => family));
    expect(sessionFamilyNames.filter((name) => !families.has(name))).toEqual([]);
  });
});

function stepsOf(of: readonly Case[]): ReadonlySet<string> {
  return new Set(of.flatMap(({ steps }) => steps.map(({ name }) => name)));
}

/** Whether a rule may be judged on a case. */
function concerns({ operations, families }: (typeof catalogue)[number], testCase: Case): boolean {
  if (families !== undefined) return families.some((family) => testCase.family.startsWith(family));
  const isSession = sessionFamilyNames.some((name) => name === testCase.family);
  if (operations === 'all') return !isSession;
  return operations.includes('session') ? isSession : operations.includes(testCase.operation);
}
