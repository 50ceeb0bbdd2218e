import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Case, Step } from '../../generators/case.ts';
import { familiesOf } from '../../generators/families.ts';
import { loadBundledContract } from '../../spec/load-contract.ts';
import { operationIds, suiteIds } from '../../spec/operation-ids.ts';
import type { SuiteId } from '../../spec/operation-ids.ts';

describe('families that may end the target', () => {
  it('are those of the suite that is driven last, from all operations', async () => {
    const contract = await loadBundledContract();
    const prone = (suite: SuiteId): readonly string[] =>
      familiesOf(contract, suite).flatMap(({ name, isCrashProne }) => (isCrashProne === true ? [name] : []));
    expect(operationIds.flatMap(prone)).toEqual([]);
    expect(suiteIds.at(-1)).toBe('session');
    expect(prone('session').filter((name) => !name.startsWith('hard-input.'))).toEqual(
      ['get', 'put', 'delete'].map((method) => `broken.path.bad-escape:oauth_client_client_id_${method}`),
    );
    const alone = familiesOf(contract, 'session').filter(({ isCrashProne }) => isCrashProne === true);
    expect(alone.every(({ isAlone }) => isAlone === true)).toBe(true);
  });
});

describe('the families of an operation', () => {
  it.each(operationIds)('are valid and broken ones with names of their own: %s', async (id) => {
    const families = familiesOf(await loadBundledContract(), id);
    const names = families.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => !/^[a-z0-9.:/=_~-]+$/i.test(name))).toEqual([]);
    expect(new Set(families.map(({ polarity }) => polarity))).toEqual(new Set(['valid', 'broken']));
    expect(families.filter(({ enough }) => enough < 1)).toEqual([]);
  });
});

describe('cases that use tokens of a grant', () => {
  // A target may end the tokens of a client with its next grant: a case of another family could bring that about.
  it.each(suiteIds)('have a client of their own: %s', async (suite) => {
    const families = familiesOf(await loadBundledContract(), suite);
    const sharing = families.filter(({ cases }) =>
      fc.sample(cases, { numRuns: 6, seed: 5 }).some(usesTokensOfSharedClient),
    );
    expect(sharing.map(({ name }) => name)).toEqual([]);
  });
});

function usesTokensOfSharedClient({ steps }: Case): boolean {
  const shared = new Set(
    steps.flatMap((step) => (step.shared === undefined ? [] : step.captures.map(({ slot }) => slot))),
  );
  return steps.some(
    (step) => step.operation === 'oauth_token_post' && step.captures.length > 0 && shared.has(clientIn(step)),
  );
}

function clientIn({ request: { body } }: Step): string {
  const value = body?.type === 'form' ? body.pairs.find(([name]) => name === 'client_id')?.[1] : undefined;
  return typeof value === 'object' && 'slot' in value ? value.slot : '';
}
