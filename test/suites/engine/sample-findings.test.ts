import { describe, expect, it } from '@jest/globals';
import type { SampleRule } from '../../../checks/rule.ts';
import type { Contract } from '../../../spec/operation.ts';
import { EvidenceRoom, Sample } from '../../../suites/engine/sample.ts';
import { sampleFindings } from '../../../suites/engine/sample-findings.ts';
import { caseOf, exchangeOf, step, unclassified } from './fake-suite.ts';
import type { Answered } from '../../../checks/rule.ts';

const jsonOf = (response: unknown): Readonly<Record<string, unknown>> =>
  (response as { readonly json: Readonly<Record<string, unknown>> }).json;

const idUnique: SampleRule = {
  ...unclassified,
  id: 'test.id.unique',
  level: 'MUST',
  source: { document: 'contract', section: 'test' },
  claim: 'gives no id twice',
  operations: ['session'],
  on: 'sample',
  isPublic: true,
  collect: ({ exchanges }) =>
    [...exchanges.values()].flatMap(({ response }) => {
      const { id } = jsonOf(response);
      return typeof id === 'string' ? [id] : [];
    }),
  judge: (values) => {
    const repeats = values.length - new Set(values).size;
    return repeats === 0 ? [] : [{ at: 'id', expected: 'no id twice', actual: `${repeats} repeats` }];
  },
};

/** A case that makes something and deletes it. */
function attempt(family: string, id: string, filler = ''): Answered {
  const sent = (path: string) => ({ method: 'POST', path, headers: [], body: null });
  const made = exchangeOf(sent(`/make-${id}`), 200, { id, filler });
  const deleted = exchangeOf(sent(`/delete-${id}`), 200, {});
  return {
    contract: {} as unknown as Contract,
    operation: {} as unknown as Answered['operation'],
    case: caseOf([step({ name: 'register', role: 'setup' }), step({ name: 'main', role: 'main' })], family),
    exchange: deleted,
    response: deleted.response,
    exchanges: new Map([
      ['register', made],
      ['main', deleted],
    ]),
    slots: new Map(),
    secrets: [],
  } as unknown as Answered;
}

function findingsOf(attempts: readonly Answered[], rule = idUnique): ReturnType<typeof sampleFindings> {
  const sample = new Sample(new EvidenceRoom());
  for (const one of attempts) sample.collect(rule, one);
  return sampleFindings(rule, sample, 'a-long-password');
}

const many = Array.from({ length: 500 }, (_, index) => attempt('valid.many', `id-${index}`));

describe('a finding over a sample', () => {
  it('shows the answers that gave a value twice, and no other steps of their cases', () => {
    const again = [attempt('race.make', 'id-321'), attempt('valid.many', 'id-7')];
    const [finding] = findingsOf([...many, ...again]);
    expect(finding).toMatchObject({ at: 'id', actual: '2 repeats', family: 'race.make', path: '' });
    expect(finding?.exchanges.map(({ step: name }) => name)).toEqual(['register', 'register']);
    for (const { request, response, curl } of finding?.exchanges ?? []) {
      expect(request).toContain('POST /make-id-321');
      expect(response).toContain('"id":"id-321"');
      expect(curl).toContain('/make-id-321');
    }
  });

  it('shows the answer with which the sample got bad', () => {
    const few: SampleRule = {
      ...idUnique,
      judge: (values) =>
        values.length < 40 ? [] : [{ at: 'id', expected: 'under 40', actual: `${values.length}` }],
    };
    const [finding] = findingsOf(many, few);
    expect(finding?.exchanges.map(({ request }) => request.split(' ')[1])).toEqual(['/make-id-39']);
  });

  it('shows the main answer where the values are not in an answer', () => {
    const prompt: SampleRule = {
      ...idUnique,
      collect: ({ exchange }) => [String(exchange.durationMs)],
      judge: (values) => (values.length > 2 ? [{ at: 'duration', expected: 'short', actual: 'long' }] : []),
    };
    expect(findingsOf(many, prompt)[0]?.exchanges.map(({ step: name }) => name)).toEqual(['main', 'main']);
  });

  it('keeps no answers whose values cannot tip the sample', () => {
    const collected: SampleRule = { ...idUnique, isTelling: (id) => id === 'id-tells' };
    expect(findingsOf([attempt('valid.many', 'a'), attempt('valid.many', 'a')], collected)).toMatchObject([
      { family: 'valid.many', exchanges: [] },
    ]);
    const telling = [attempt('valid.many', 'id-tells'), attempt('valid.many', 'id-tells')];
    expect(findingsOf(telling, collected)[0]?.exchanges).toHaveLength(2);
  });

  it('keeps no long answers', () => {
    const long = ['a', 'a'].map((id) => attempt('valid.long', id, 'x'.repeat(70_000)));
    expect(findingsOf(long)).toMatchObject([{ family: 'valid.long', exchanges: [] }]);
  });

  it('is none where the sample is lawful', () => {
    expect(findingsOf(many)).toEqual([]);
  });
});
