import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sceneOf, watchedSceneOf } from '../../../generators/broken/scenes.ts';
import { decodeRequest } from '../../../generators/request/decode-request.ts';
import { renderRequest } from '../../../generators/request/render-request.ts';
import { loadBundledContract } from '../../../spec/load-contract.ts';
import { operationIds } from '../../../spec/operation-ids.ts';
import type { OperationId } from '../../../spec/operation-ids.ts';
import type { Contract } from '../../../spec/operation.ts';

const target = { basePath: '/api/nutanix/v3', username: 'user', password: 'Password1' };

let contract: Contract;

beforeAll(async () => {
  contract = await loadBundledContract();
});

describe.each(operationIds)('a scene of %s', (id) => {
  it.each([
    ['plain', (operation: OperationId) => sceneOf(operation)],
    ['watched', (operation: OperationId) => watchedSceneOf(operation, 'undocumented.propfind')],
  ])('is valid as it is: %s', (_, sceneFor) => {
    for (const { before, request } of fc.sample(sceneFor(id), { numRuns: 50, seed: 5 })) {
      const slots = new Map(before.flatMap(({ captures }) => captures.map(({ slot }) => [slot, 'value1'])));
      const { label, reason } = decodeRequest(
        contract,
        contract.operations[id],
        renderRequest(request, slots, target),
      );
      expect({ label, reason }).toEqual({ label: 'valid', reason: 'fits the contract' });
    }
  });

  it('gives steps that are shared under one key the same request', () => {
    const requests = new Map<string, Set<string>>();
    for (const { before } of fc.sample(sceneOf(id), { numRuns: 200, seed: 5 })) {
      for (const { shared, request } of before) {
        if (shared === undefined) continue;
        requests.set(shared, (requests.get(shared) ?? new Set()).add(JSON.stringify(request)));
      }
    }
    for (const bodies of requests.values()) expect(bodies.size).toBe(1);
  });
});
