import type { Attempt } from '../checks/rule.ts';
import { formValues, requestBodyOf } from '../checks/read/request.ts';
import type { Exchange } from '../driver/exchange.ts';
import type { Case } from '../generators/case.ts';
import { arrayOrEmpty } from '../spec/json-object.ts';
import { bodyFacts } from './body-facts.ts';
import type { AnswerFact, Fact } from './fact.ts';
import { headerFacts } from './header-facts.ts';
import { KnownValues } from './known-values.ts';
import { redirectFacts } from './redirect-facts.ts';
import type { RedirectContext } from './redirect-facts.ts';

const utf8 = new TextDecoder();

/**
 * The observations on a case by which two targets can be compared. They describe each answer, step by step. Everything
 * that a target chooses is described by its kind, or by where it was seen before. Racing steps, and all steps after a
 * race, are left out: even lawful targets differ there from run to run.
 */
export function observe({ case: testCase, exchanges }: Pick<Attempt, 'case' | 'exchanges'>): readonly Fact[] {
  const known = new KnownValues();
  const facts: Fact[] = [];
  for (const step of testCase.steps) {
    if (step.together !== undefined) break;
    const exchange = exchanges.get(step.name);
    if (exchange === undefined) continue;
    known.add(step.name, exchange);
    for (const fact of answerFacts(testCase, exchange, known))
      facts.push({ step: step.name, role: step.role, ...fact });
  }
  return facts;
}

function answerFacts(testCase: Case, exchange: Exchange, known: KnownValues): readonly AnswerFact[] {
  const { request, response, failure } = exchange;
  if (response === null) return [{ facet: 'outcome', at: 'status', value: failure?.kind ?? 'no answer' }];
  return [
    { facet: 'outcome', at: 'status', value: String(response.status) },
    ...headerFacts(response),
    ...(request.method === 'HEAD' ? [] : bodyFacts(response, known)),
    ...redirectFacts(response, redirectContext(testCase, exchange)),
  ];
}

function redirectContext(testCase: Case, exchange: Exchange): RedirectContext {
  const { request } = exchange;
  const query = new URLSearchParams(request.path.split('?')[1] ?? '');
  const registered = testCase.steps.flatMap((other) =>
    arrayOrEmpty(requestBodyOf(other)?.['redirect_uris']).filter((uri) => typeof uri === 'string'),
  );
  const form = new URLSearchParams(request.body === null ? '' : utf8.decode(request.body));
  return {
    values: [...query.values(), ...form.values()],
    redirectUris: [...formValues(exchange, 'redirect_uri'), ...registered],
    state: formValues(exchange, 'state')[0] ?? query.get('state'),
  };
}
