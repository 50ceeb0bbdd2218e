import type { StepName } from '../../generators/step-name.ts';
import type { JsonObject } from '../../spec/json-object.ts';
import { isJsonObject } from '../../spec/json-object.ts';
import { sessionRule, stepViolation } from '../make/session-rule.ts';
import { clientAnswer } from '../make/stored-client.ts';
import { clientDifferences } from '../read/client.ts';
import { jsonObjectOf } from '../read/json.ts';
import { mainRequestBody } from '../read/request.ts';
import { sentJson, succeeded } from '../read/steps.ts';
import type { Answered, AnswerRule, Attempt, Rule, Violation } from '../rule.ts';
import { filterHonoured, listFilterAccepted, listFilterFinds, listFilterLeavesOut } from './filter.ts';
import type { ListedClients } from './listed-clients.ts';
import { isWholeList, listedClients, orderOf, positionOf } from './listed-clients.ts';

/** Fewer is allowed: there may not be more clients, and a target may have its own limit. */
export const lengthHonoured: AnswerRule = {
  on: 'answer',
  id: 'list.length.honoured',
  level: 'MUST',
  mockLevel: 'memory',
  differenceClass: 'no memory',
  needs: [],
  source: { document: 'contract', section: 'oauth_client_list_metadata' },
  claim: 'lists no more clients than the length that was asked for',
  operations: ['oauth_client_list_post'],
  appliesTo: ({ case: testCase, response }) =>
    response.status === 200 &&
    isLength(mainRequestBody(testCase)?.['length']) &&
    Array.isArray(jsonObjectOf(response)?.['entities']),
  judge: ({ case: testCase, response }) => {
    const length = mainRequestBody(testCase)?.['length'];
    const entities = jsonObjectOf(response)?.['entities'];
    if (!isLength(length) || !Array.isArray(entities) || entities.length <= length) return [];
    return [
      { at: '/entities', expected: `at most ${length} entities`, actual: `${entities.length} entities` },
    ];
  },
};

function isLength(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 1;
}

/** More clients than any target has. */
const beyondAll = 1_000_000;

/** Sessions judge where a page begins if the offset is within the list. */
export const offsetHonoured: AnswerRule = {
  on: 'answer',
  id: 'list.offset.honoured',
  level: 'MUST',
  mockLevel: 'memory',
  differenceClass: 'no memory',
  needs: [],
  source: { document: 'contract', section: 'oauth_client_list_metadata' },
  claim: 'lists nobody at an offset beyond the last client',
  operations: ['oauth_client_list_post'],
  appliesTo: ({ case: testCase, response }) =>
    response.status === 200 &&
    Number(mainRequestBody(testCase)?.['offset']) >= beyondAll &&
    Array.isArray(jsonObjectOf(response)?.['entities']),
  judge: ({ response }) => {
    const entities = jsonObjectOf(response)?.['entities'];
    return !Array.isArray(entities) || entities.length === 0
      ? []
      : [{ at: '/entities', expected: 'no entity', actual: `${entities.length} entities` }];
  },
};

/**
 * Real lists state the total, the offset of the page, and either its actual length or the maximum length. The contract
 * only gives the response the members of the request, so each of them may be missing.
 */
export const metadataConsistent: AnswerRule = {
  on: 'answer',
  id: 'list.metadata.consistent',
  level: 'SHOULD',
  mockLevel: 'memory',
  differenceClass: 'no memory',
  needs: [],
  source: { document: 'contract', section: 'oauth_client_list_metadata' },
  claim: 'says of a page what is true of it, where it says so',
  operations: ['oauth_client_list_post'],
  appliesTo: (answered) => pageOf(answered) !== null,
  judge: (answered) => {
    const page = pageOf(answered);
    if (page === null) return [];
    const { count, metadata, asked } = page;
    const offset = numberIn(asked, 'offset') ?? 0;
    return [
      ...outside(metadata, 'total_matches', count === 0 ? 0 : offset + count, Infinity),
      ...outside(metadata, 'length', count, Math.max(count, numberIn(asked, 'length') ?? Infinity)),
      // If the client asked for no offset, the page may state any.
      ...(count > 0 && 'offset' in asked ? outside(metadata, 'offset', offset, offset) : []),
    ];
  },
};

interface Page {
  readonly count: number;
  readonly metadata: JsonObject;
  readonly asked: JsonObject;
}

function pageOf({ case: testCase, response }: Answered): Page | null {
  if (response.status !== 200 || testCase.expectation === 'refuse') return null;
  const list = jsonObjectOf(response);
  const [entities, metadata] = [list?.['entities'], list?.['metadata']];
  const asked = mainRequestBody(testCase);
  return Array.isArray(entities) && isJsonObject(metadata) && asked !== null
    ? { count: entities.length, metadata, asked }
    : null;
}

function numberIn(object: JsonObject, name: string): number | null {
  const value = object[name];
  return typeof value === 'number' ? value : null;
}

/** A value that is not a number violates the schema. */
function outside(metadata: JsonObject, name: string, least: number, most: number): readonly Violation[] {
  const value = numberIn(metadata, name);
  if (value === null || (value >= least && value <= most)) return [];
  const expected =
    least === most ? `${least}` : most === Infinity ? `at least ${least}` : `${least} to ${most}`;
  return [{ at: `/metadata/${name}`, expected, actual: `${value}` }];
}

/** Judges only the page that was requested; the client may have been on any page. */
export const listDeletedAbsent = sessionRule({
  id: 'list.deleted.absent',
  level: 'MUST',
  mockLevel: 'memory',
  differenceClass: 'no memory',
  needs: [],
  source: { document: 'contract', section: 'oauth_client_list_post' },
  claim: 'lists no deleted client',
  families: ['list.deleted'],
  when: (attempt) => succeeded(attempt, 'delete'),
  judgement: {
    appliesTo: (attempt) => listedClients(attempt, 'main') !== null,
    judge: (attempt) => {
      const list = listedClients(attempt, 'main');
      return list === null || positionOf(attempt, list, 'client.id') === -1
        ? []
        : [stepViolation('main', 'absent', 'the deleted client', '/entities')];
    },
  },
});

/** Within one page only: others may have changed the list between pages. */
export const listEntitiesUnique = sessionRule({
  id: 'list.entities.unique',
  level: 'SHOULD',
  mockLevel: 'memory',
  differenceClass: 'no memory',
  needs: [],
  source: { document: 'contract', section: 'oauth_client_list_post' },
  claim: 'lists no client twice',
  families: ['list.'],
  judgement: {
    appliesTo: (attempt) => ids(attempt).length > 0,
    judge: (attempt) => {
      const repeats = ids(attempt).length - new Set(ids(attempt)).size;
      return repeats === 0 ? [] : [stepViolation('main', 'no repeats', `${repeats} repeats`, '/entities')];
    },
  },
});

function ids(attempt: Attempt): readonly unknown[] {
  return listedClients(attempt, 'main')?.entities.map((entity) => entity['client_id']) ?? [];
}

const members = [
  'client_id',
  'client_secret',
  'client_name',
  'client_description',
  'redirect_uris',
  'default_scopes',
];

/** Only the members of the contract are compared. A target may show further members in one place only. */
export const listEntityEqualsRead = sessionRule({
  id: 'list.entity.equals-read',
  level: 'MUST',
  mockLevel: 'memory',
  differenceClass: 'no memory',
  needs: [],
  source: { document: 'contract', section: 'OauthClientResponse' },
  claim: 'lists a client as it is read',
  families: ['list.listed.', 'list.updated'],
  judgement: {
    appliesTo: (attempt) => listed(attempt) !== null && clientAnswer(attempt, 'read') !== null,
    judge: (attempt) => {
      const read = Object.entries(clientAnswer(attempt, 'read') ?? {}).filter(([name]) =>
        members.includes(name),
      );
      return clientDifferences(Object.fromEntries(read), listed(attempt) ?? {}).map(
        ({ at, expected, actual }) => stepViolation(stepOf(attempt), expected, actual, at),
      );
    },
  },
});

/** The list that was requested just before or after the read. */
function stepOf({ exchanges }: Attempt): StepName {
  return exchanges.has('list-before') ? 'list-before' : 'main';
}

function listed(attempt: Attempt): JsonObject | null {
  const list = listedClients(attempt, stepOf(attempt));
  return list?.entities[positionOf(attempt, list, 'client.id')] ?? null;
}

/** Judged only if the first page was the same before and after: others may use the target at the same time. */
export const listOffsetMoves = sessionRule({
  id: 'list.offset.moves',
  level: 'SHOULD',
  mockLevel: 'memory',
  differenceClass: 'no memory',
  needs: [],
  source: { document: 'contract', section: 'OauthClientListMetadata' },
  claim: 'begins a page at its offset',
  families: ['list.pages'],
  when: (attempt) => {
    const before = pageIds(attempt, 'list-first');
    return before.length === 2 && before.join() === pageIds(attempt, 'list-first-again').join();
  },
  judgement: {
    appliesTo: (attempt) => listedClients(attempt, 'main') !== null,
    judge: (attempt) => {
      const [, second = ''] = pageIds(attempt, 'list-first');
      const [found = 'nothing'] = pageIds(attempt, 'main');
      return found === second ? [] : [stepViolation('main', second, found, '/entities/0/client_id')];
    },
  },
});

function pageIds(attempt: Attempt, step: StepName): readonly string[] {
  const entities = listedClients(attempt, step)?.entities ?? [];
  return entities.map((entity) => entity['client_id']).filter((id) => typeof id === 'string');
}

/** Judged only if the two orders differ: a target need not sort by this attribute. */
export const listOrderKept = sessionRule({
  id: 'list.order.kept',
  level: 'SHOULD',
  mockLevel: 'memory',
  differenceClass: 'no memory',
  needs: [],
  source: { document: 'contract', section: 'OauthClientListMetadata' },
  claim: 'lists upwards where ASCENDING is asked for',
  families: ['list.order'],
  judgement: {
    appliesTo: (attempt) =>
      orderOf(attempt, 'main') !== 0 && orderOf(attempt, 'main') === -orderOf(attempt, 'list-descending'),
    judge: (attempt) => {
      // The names differ in `aa` and `zz`, which every collation sorts in this order.
      const one = String(sentJson(attempt, 'register')['client_name']);
      const other = String(sentJson(attempt, 'register-other')['client_name']);
      const isUpwards = (one < other ? -1 : 1) === orderOf(attempt, 'main');
      return isUpwards ? [] : [stepViolation('main', 'aa before zz', 'zz before aa', '/entities')];
    },
  },
});

/** Only the relative order of two clients is compared: the target chooses the collation. */
export const listOrderReversed = sessionRule({
  id: 'list.order.reversed',
  level: 'SHOULD',
  mockLevel: 'memory',
  differenceClass: 'no memory',
  needs: [],
  source: { document: 'contract', section: 'OauthClientListMetadata' },
  claim: 'lists in the reverse order where DESCENDING is asked for',
  families: ['list.order'],
  judgement: {
    appliesTo: (attempt) => orderOf(attempt, 'main') !== 0 && orderOf(attempt, 'list-descending') !== 0,
    judge: (attempt) =>
      orderOf(attempt, 'main') === orderOf(attempt, 'list-descending')
        ? [stepViolation('list-descending', 'the reverse order', 'the same order', '/entities')]
        : [],
  },
});

/** A target may cap its pages without saying at what length, so only pages known to be the whole list are judged. */
export const listRegisteredPresent = sessionRule({
  id: 'list.registered.present',
  level: 'MUST',
  mockLevel: 'memory',
  differenceClass: 'no memory',
  needs: [],
  source: { document: 'contract', section: 'oauth_client_list_post' },
  claim: 'lists every registered client',
  families: ['list.listed.'],
  judgement: {
    appliesTo: (attempt) => wholeLists(attempt).length > 0,
    judge: (attempt) =>
      wholeLists(attempt).flatMap(({ step, list }) =>
        (step === 'main' ? ['client.id', 'other.id'] : ['client.id'])
          .filter((slot) => positionOf(attempt, list, slot) === -1)
          .map((slot) => stepViolation(step, `the client ${slot}`, 'absent', '/entities')),
      ),
  },
});

interface NamedList {
  readonly step: StepName;
  readonly list: ListedClients;
}

function wholeLists(attempt: Attempt): readonly NamedList[] {
  const steps: readonly StepName[] = ['list-before', 'main'];
  const lists = steps.flatMap((step): readonly NamedList[] => {
    const list = listedClients(attempt, step);
    return list === null ? [] : [{ step, list }];
  });
  const longest = Math.max(...lists.map(({ list }) => list.entities.length));
  return lists.filter(({ list }) => isWholeList(list, longest));
}

export const listRules: readonly Rule[] = [
  lengthHonoured,
  offsetHonoured,
  filterHonoured,
  metadataConsistent,
  listDeletedAbsent,
  listEntitiesUnique,
  listEntityEqualsRead,
  listFilterAccepted,
  listFilterFinds,
  listFilterLeavesOut,
  listOffsetMoves,
  listOrderKept,
  listOrderReversed,
  listRegisteredPresent,
];
