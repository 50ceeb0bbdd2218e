import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { creationOf, mayCreate } from '../../../driver/clients/creation.ts';
import type { Case } from '../../../generators/case.ts';
import { familiesOf } from '../../../generators/families.ts';
import { renderRequest } from '../../../generators/request/render-request.ts';
import { fixtureClient } from '../../../generators/setup/fixture-client.ts';
import { markClient } from '../../../generators/setup/mark-client.ts';
import { runMark } from '../../../generators/setup/run-mark.ts';
import { loadBundledContract } from '../../../spec/load-contract.ts';
import type { Contract } from '../../../spec/operation.ts';
import { operationIds } from '../../../spec/operation-ids.ts';

let contract: Contract;
beforeAll(async () => {
  contract = await loadBundledContract();
});

const limits = {
  properties: { client_name: { maxLength: 64 }, client_description: { maxLength: 1000 } },
};
const client = (client_name: string, client_description: string) => ({ client_name, client_description });

describe('the mark in a client', () => {
  it('stands between its text and the same text again, now in the name and now in the description', () => {
    expect(markClient(client(' a', 'b'), limits)).toEqual(client(` a${runMark} a`, 'b'));
    expect(markClient(client(' a', 'b '), limits)).toEqual(client(' a', `b ${runMark}b `));
  });

  it('leaves what a case is about alone', () => {
    for (const text of ['a', 'ab'])
      expect(markClient(client(text, 'b'), limits, '/client_name')).toMatchObject({ client_name: text });
    expect(markClient(client('n', 'd'.repeat(1000)), limits, '/client_description')).toEqual(
      client(`n${runMark}n`, 'd'.repeat(1000)),
    );
  });

  it('goes where there is room for it, counted in code points', () => {
    const astral = '\u{1F600}'.repeat(54);
    expect(markClient(client(astral, 'd'.repeat(999)), limits)).toEqual(
      client(`${'\u{1F600}'.repeat(27)}${runMark}${'\u{1F600}'.repeat(27)}`, 'd'.repeat(999)),
    );
    const full = client('n'.repeat(64), 'd'.repeat(1000));
    expect(markClient(full, limits)).toBe(full);
  });

  it.each([[fixtureClient('x')], [[]], [null], [{ client_name: 7 }]])('adds nothing to %j', (value) => {
    expect(markClient(value, limits)).toBe(value);
  });
});

describe('the cases of all suites', () => {
  it.each([...operationIds, 'session'] as const)(
    'mark every client that they may create and that names itself: %s',
    (suite) => {
      const bare = familiesOf(contract, suite).flatMap(({ name, cases, enough }) =>
        fc
          .sample(cases, { seed: 3, numRuns: Math.min(enough, 40) })
          .flatMap((one) => unmarkedSteps(one).map((step) => `${name} ${step}`)),
      );
      expect([...new Set(bare)]).toEqual([]);
    },
  );
});

/** The steps whose requests may create a client without a mark in its name or description. */
function unmarkedSteps({ steps }: Case): readonly string[] {
  return steps.flatMap(({ name, request }) => {
    const slots = new Map(
      [...JSON.stringify(request).matchAll(/(?<="slot":")[^"]*/g)].map(([slot]) => [slot, 'x'] as const),
    );
    const wire = renderRequest(request, slots, { basePath: contract.basePath, username: 'u', password: 'p' });
    const creation = mayCreate(wire) ? creationOf(wire) : null;
    const text = creation === null ? runMark : `${creation.name} ${creation.description ?? ''}`;
    return text.toLowerCase().includes(runMark) ? [] : [`${name}: ${text.slice(0, 200)}`];
  });
}
