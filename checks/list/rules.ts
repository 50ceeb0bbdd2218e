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

/** Fewer is lawful: there may be no more, and a target may have a limit of its own. */
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

/** Where a page begins that is not beyond the end is what sessions look at. */
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
 * Real lists say how many there are in all, where the page begins, and either how long it is or how long it might have
 * been. The contract only has the members of the request, so that each may be missing.
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
      // A page that a client did not ask to begin anywhere begins where it says.
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

/** What is no number violates the schema. */
function outside(metadata: JsonObject, name: string, least: number, most: number): readonly Violation[] {
  const value = numberIn(metadata, name);
  if (value === null || (value >= least && value <= most)) return [];
  const expected =
    least === most ? `${least}` : most === Infinity ? `at least ${least}` : `${least} to ${most}`;
  return [{ at: `/metadata/${name}`, expected, actual: `${value}` }];
}

/** On whichever page it would have been: the one that was asked for is judged. */
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

/** Within one page: between pages others may have changed the list. */
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

/** The members of the contract; what else a target shows in one place is its own. */
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

/** The list that was asked for next to the read. */
function stepOf({ exchanges }: Attempt): StepName {
  return exchanges.has('list-before') ? 'list-before' : 'main';
}

function listed(attempt: Attempt): JsonObject | null {
  const list = listedClients(attempt, stepOf(attempt));
  return list?.entities[positionOf(attempt, list, 'client.id')] ?? null;
}

/** Judged only where the first page was the same before and after: others may use the target at the same time. */
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

/** Judged where both orders differ: a target that does not sort by this attribute is not accused of it. */
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
      // The names differ in `aa` and `zz`, which no collation has the other way round.
      const one = String(sentJson(attempt, 'register')['client_name']);
      const other = String(sentJson(attempt, 'register-other')['client_name']);
      const isUpwards = (one < other ? -1 : 1) === orderOf(attempt, 'main');
      return isUpwards ? [] : [stepViolation('main', 'aa before zz', 'zz before aa', '/entities')];
    },
  },
});

/** Only which of two clients comes first is looked at: how text is collated is the target's choice. */
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

/** A target may cap its pages, and does not say at what: judged on pages that are known to be the whole list. */
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

/** Rules on lists of clients. */
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
