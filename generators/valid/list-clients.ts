import fc from 'fast-check';
import type { JsonValue } from '../../spec/json-schema.ts';
import type { Operation } from '../../spec/operation.ts';
import type { Family } from '../family.ts';
import { buildRequest } from '../request/build-request.ts';
import { mainRequestStep } from '../setup/main-request-step.ts';
import { fixtureClient } from '../setup/fixture-client.ts';
import { registerStep } from '../setup/register-step.ts';
import { jsonFamilies } from './json-families.ts';
import { validFamily } from './valid-family.ts';

// Two clients, so that no list is empty for lack of them, and that a length of one and an order show.
const registered = [
  registerStep(fixtureClient('listed-a'), { shared: 'listed-a' }),
  registerStep(fixtureClient('listed-b'), { shared: 'listed-b', name: 'register-other' }),
];

const filtersToRefuse = ['', 'client_name', 'client_name==', '==x', '((', 'a=b', 'no_such_member==x'];
const sortAttributesToRefuse = ['no_such_member', '', 'client_secret', 'CLIENT_NAME'];

/** What a page of one may be asked for along with: a length is easily lost on the way that one of them takes. */
const companions: readonly Readonly<Record<string, JsonValue>>[] = [
  {},
  { offset: 0 },
  { offset: 1 },
  { kind: 'oauth_client' },
  { sort_attribute: 'client_name' },
  { sort_order: 'ASCENDING' },
  { sort_attribute: 'client_name', sort_order: 'DESCENDING' },
  { kind: 'oauth_client', offset: 0, sort_attribute: 'client_name', sort_order: 'ASCENDING' },
];

/** Valid lists of clients: all of them by default, and every page, order and kind. */
export function listClientsFamilies(operation: Operation): readonly Family[] {
  const requests = (json: JsonValue) => [
    ...registered,
    mainRequestStep(operation.id, buildRequest(operation.id, { json })),
  ];
  return [
    ...jsonFamilies(operation, { before: fc.constant(registered) }),
    validFamily({
      operation: operation.id,
      name: 'everything',
      steps: fc.constant(requests({})),
      enough: 1,
    }),
    validFamily({
      operation: operation.id,
      name: 'page-of-one',
      steps: fc.constantFrom(...companions).map((companion) => requests({ length: 1, ...companion })),
      enough: 2 * companions.length,
    }),
    validFamily({
      operation: operation.id,
      name: 'filter-unknown',
      expectation: 'either',
      steps: fc.constantFrom(...filtersToRefuse).map((filter) => requests({ filter })),
      enough: filtersToRefuse.length,
    }),
    validFamily({
      operation: operation.id,
      name: 'sort-attribute-unknown',
      expectation: 'either',
      steps: fc
        .constantFrom(...sortAttributesToRefuse)
        .map((attribute) => requests({ sort_attribute: attribute })),
      enough: sortAttributesToRefuse.length,
    }),
  ];
}
