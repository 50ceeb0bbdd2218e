import { rulesOf } from '../../checks/catalogue.ts';
import type { Rule } from '../../checks/rule.ts';
import type { Exchange, WireRequest } from '../../driver/exchange.ts';
import type { Example } from '../../reports/explain/example.ts';
import { suiteIds } from '../../spec/operation-ids.ts';
import type { SuiteId } from '../../spec/operation-ids.ts';
import type { Contract } from '../../spec/operation.ts';
import { cutQuotations } from '../../spec/quotation.ts';
import type { Fault } from '../../targets/reference/faults/fault.ts';
import { faults } from '../../targets/reference/faults/index.ts';
import { findCase, impatient } from './find-case.ts';
import type { Shown } from './find-case.ts';
import { runSide } from './taken-side.ts';
import type { TakenSide } from './taken-side.ts';
import { answerText, answerTitle, requestText, requestTitle } from './message-text.ts';
import { usualFaults } from './usual-faults.ts';

/** What the target answered without a fault, and with one. */
interface Sides {
  readonly good: TakenSide;
  readonly bad: TakenSide;
}

const notSent = 'not sent';
/** Equal seeds give equal examples. */
const seed = 1;

/** Operations that readers know come first. */
const knownFirst: readonly SuiteId[] = [
  'oauth_client_post',
  'oauth_token_post',
  'oauth_client_client_id_get',
];

/**
 * Takes the example of a rule from the reference target, by the first of its faults that shows it. Null if none does.
 */
export async function takeExample(usual: Rule, contract: Contract): Promise<Example | null> {
  const rule = impatient(usual);
  for (const fault of faultsOf(rule)) {
    for (const suite of suitesOf(rule, fault)) {
      const shown = await findCase({ contract, rule, fault: fault.id, suite, seed });
      if (shown === null) continue;
      const good = await runSide(contract, rule, null, shown.testCase);
      const bad = await runSide(contract, rule, fault.id, shown.testCase);
      if (good !== null && bad !== null)
        return { fault: fault.id, operation: suite, ...exampleOf(shown, { good, bad }) };
    }
  }
  return null;
}

/** The faults that trip a rule: the usual mistake, and then those that trip few other rules. */
function faultsOf({ id }: Rule): readonly Fault[] {
  const weight = (fault: Fault): number => (fault.id === usualFaults[id] ? 0 : fault.trips.length);
  return faults
    .filter(({ trips }) => trips.includes(id))
    .toSorted((one, other) => weight(one) - weight(other));
}

function suitesOf({ id }: Rule, { operations }: Fault): readonly SuiteId[] {
  return [...new Set([...knownFirst, ...suiteIds])].filter(
    (suite) =>
      rulesOf(suite).some((rule) => rule.id === id) &&
      (suite === 'session' || operations === undefined || operations.includes(suite)),
  );
}

function exampleOf(
  { testCase, violation: found }: Shown,
  sides: Sides,
): Omit<Example, 'fault' | 'operation'> {
  const { bad } = sides;
  // The values in it are those of the answers that are shown.
  const violation = bad.violation ?? found;
  const text = (value: string): string => bad.mask(cutQuotations(value));
  const sent = [...bad.exchanges.keys()];
  const shown = tellingSteps(sent, violation.expected, sides);
  const last = sent.indexOf(shown.at(-1) ?? '');
  return {
    family: testCase.family,
    at: text(violation.at),
    expected: text(violation.expected),
    actual: text(violation.actual),
    steps: sent.slice(0, last + 1).map((step) => written(step, sides, titles)),
    shown: shown.map((step) => written(step, sides, messages)),
  };
}

/**
 * The steps that give the values of a sample, or the one that the violation names, or the first one that is answered
 * differently, or the main one.
 */
function tellingSteps(sent: readonly string[], expected: string, sides: Sides): readonly string[] {
  const { givers, main } = sides.bad;
  if (givers.length > 0) return givers;
  const differing = sent.filter((step) => {
    const { good, bad } = written(step, sides, messages);
    return good !== bad;
  });
  const [, named] = /at step ([\w-]+)/.exec(expected) ?? [];
  return [differing.find((step) => step === named) ?? differing[0] ?? main];
}

/** How a request and an answer are written. */
interface Writing {
  readonly request: (request: WireRequest) => string;
  readonly answer: (exchange: Exchange, other: Exchange | undefined) => string;
}

/** In one line: method and path, status and reason. */
const titles: Writing = { request: requestTitle, answer: answerTitle };
const messages: Writing = { request: requestText, answer: answerText };

function written(step: string, { good, bad }: Sides, { request, answer }: Writing): Example['steps'][number] {
  const [one, other] = [good.exchanges.get(step), bad.exchanges.get(step)];
  return {
    step,
    request: other === undefined ? notSent : bad.mask(request(other.request)),
    good: one === undefined ? notSent : good.mask(answer(one, other)),
    bad: other === undefined ? notSent : bad.mask(answer(other, one)),
  };
}
