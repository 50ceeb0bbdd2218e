import fc from 'fast-check';
import type { JsonValue } from '../../spec/json-schema.ts';
import type { Operation } from '../../spec/operation.ts';
import type { Family } from '../family.ts';
import { buildRequest } from '../request/build-request.ts';
import { mainRequestStep, registerStep } from '../setup/setup-steps.ts';
import { fixtureClient } from '../setup/fixture-client.ts';
import { jsonFamilies } from './json-families.ts';
import { validFamily } from './valid-family.ts';
import { inTurn } from '../text/in-turn.ts';

// Three clients, so that no list is empty, and that a length, an offset and an order have an effect.
const registered = [
  registerStep(fixtureClient('listed-a'), { shared: 'listed-a' }),
  registerStep(fixtureClient('listed-b'), { shared: 'listed-b', name: 'register-other' }),
  registerStep(fixtureClient('listed-c'), { shared: 'listed-c', name: 'register-third' }),
];

const filtersToRefuse = ['', 'client_name', 'client_name==', '==x', '((', 'a=b', 'no_such_member==x'];
const sortAttributesToRefuse = ['no_such_member', '', 'client_secret', 'CLIENT_NAME'];

/**
 * Short pages, and the parameters that may accompany a length. In code for these the length is easily lost or mistaken
 * for the offset.
 */
const pages: readonly Readonly<Record<string, JsonValue>>[] = [
  { length: 1 },
  { length: 1, offset: 0 },
  { length: 1, offset: 1 },
  { length: 1, offset: 2 },
  { length: 1, kind: 'oauth_client' },
  { length: 1, sort_attribute: 'client_name' },
  { length: 1, sort_order: 'ASCENDING' },
  { length: 1, sort_attribute: 'client_name', sort_order: 'DESCENDING' },
  { length: 1, kind: 'oauth_client', offset: 0, sort_attribute: 'client_name', sort_order: 'ASCENDING' },
  { length: 2 },
  { length: 2, offset: 0 },
];

/** Valid lists of clients: the default list, and every page, order and kind. */
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
      name: 'short-pages',
      steps: inTurn(...pages).map(requests),
      enough: 2 * pages.length,
    }),
    validFamily({
      operation: operation.id,
      name: 'filter-unknown',
      expectation: 'either',
      steps: inTurn(...filtersToRefuse).map((filter) => requests({ filter })),
      enough: filtersToRefuse.length,
    }),
    validFamily({
      operation: operation.id,
      name: 'sort-attribute-unknown',
      expectation: 'either',
      steps: inTurn(...sortAttributesToRefuse).map((attribute) => requests({ sort_attribute: attribute })),
      enough: sortAttributesToRefuse.length,
    }),
  ];
}
