import type { Answered, Attempt, Rule, Violation } from '../../checks/rule.ts';
import type { Exchange } from '../../driver/exchange.ts';
import { mainStep } from '../../generators/case.ts';
import type { Case } from '../../generators/case.ts';
import type { Contract } from '../../spec/operation.ts';
import { answered, judge } from '../../suites/engine/judge.ts';
import { attemptCase, onReference } from './find-case.ts';
import { maskChance, textsOf } from './mask-chance.ts';
import type { Mask } from './mask-chance.ts';

/** What a fresh target answered to a case. */
export interface TakenSide {
  /** By step, in the order of sending. */
  readonly exchanges: ReadonlyMap<string, Exchange>;
  readonly main: string;
  /** The steps that give the values of a sample; none for another rule. */
  readonly givers: readonly string[];
  /** What the rule says to the case; null if it is kept, or judged over many cases. */
  readonly violation: Violation | null;
  readonly mask: Mask;
}

/** Runs a case on a fresh target with a fault, or with none; null if it could not be set up. */
export async function runSide(
  contract: Contract,
  rule: Rule,
  fault: string | null,
  testCase: Case,
): Promise<TakenSide | null> {
  const once = (): Promise<(Omit<TakenSide, 'mask'> & { readonly origin: string }) | null> =>
    onReference(fault, async (wire, origin) => {
      const first = await attemptCase(contract, testCase, wire);
      if (first === null) return null;
      const [giver] = giversOf(rule, first);
      const violation = judge(rule, first)?.[0] ?? null;
      const side = { origin, main: mainStep(testCase).name, violation };
      if (giver === undefined) return { ...side, exchanges: first.exchanges, givers: [] };
      // Values are compared with others of their kind, so the case is run twice.
      const second = await attemptCase(contract, testCase, wire);
      const later = [...(second?.exchanges ?? [])].map(
        ([step, exchange]) => [`${step}-again`, exchange] as const,
      );
      return {
        ...side,
        exchanges: new Map([...first.exchanges, ...later]),
        givers: [giver, `${giver}-again`],
      };
    });
  const [run, again] = [await once(), await once()];
  if (run === null || again === null) return null;
  const mask = maskChance(textsOf(run.exchanges.values()), textsOf(again.exchanges.values()), run.origin);
  return { ...run, mask };
}

/** The steps without which a rule would collect fewer values from an attempt. */
function giversOf(rule: Rule, attempt: Attempt): readonly string[] {
  const answer = answered(attempt);
  if (rule.on !== 'sample' || answer === null) return [];
  const count = rule.collect(answer).length;
  return [...answer.exchanges.keys()].filter((step) => rule.collect(without(answer, step)).length < count);
}

/** Its members are named, because an attempt computes some of them on demand. */
function without(answer: Answered, left: string): Answered {
  const { contract, operation, case: testCase, exchange, response, slots } = answer;
  const exchanges = new Map([...answer.exchanges].filter(([step]) => step !== left));
  return { contract, operation, case: testCase, exchange, response, slots, secrets: [], exchanges };
}
