import type { HttpResponse } from '../../driver/exchange.ts';
import type { Case } from '../../generators/case.ts';
import { mainStep } from '../../generators/case.ts';
import type { JsonObject } from '../../spec/json-object.ts';
import { arrayOrEmpty } from '../../spec/json-object.ts';
import { isThrottled } from '../read/answer-kind.ts';
import { acceptedClient, clientDifferences, confirmedMembers, writtenClient } from '../read/client.ts';
import { foreignViolations, hasSuccessOf } from '../read/foreign-values.ts';
import { hasNoStore, headerValues } from '../read/headers.ts';
import { jsonObjectOf, pickPresent } from '../read/json.ts';
import { clientOperations, singleClientOperations, tokenOperations } from '../read/operations.ts';
import { hasOddPath, mainRequestBody } from '../read/request.ts';
import { show } from '../read/show.ts';
import {
  isGone,
  knownClient,
  namesClient,
  stepNamed,
  storedDifferences,
  tellingProbe,
} from '../read/steps.ts';
import type { Answered, AnswerRule, AttemptRule, Rule, Violation } from '../rule.ts';

/** RFC 7592 section 2 says 401, but the contract documents 404 by number and takes precedence. */
export const unknownNotFound: AnswerRule = {
  on: 'answer',
  id: 'client.unknown.not-found',
  level: 'MUST',
  mockLevel: 'memory',
  differenceClass: 'no memory',
  needs: [],
  source: { document: 'contract', section: 'responses' },
  claim: 'answers 404 for a client that does not exist',
  operations: singleClientOperations,
  appliesTo: ({ case: testCase, response, exchange }) =>
    testCase.aspect === 'client-id' &&
    testCase.expectation === 'refuse' &&
    response.status < 500 &&
    !isThrottled(response) &&
    !hasOddPath(exchange.request),
  judge: ({ response: { status } }) =>
    status === 404 ? [] : [{ at: 'status', expected: '404', actual: String(status) }],
};

/** Where a path leads out of the contract, anything but a client may be there. */
export const oddPathNobody: AnswerRule = {
  on: 'answer',
  id: 'client.odd-path.nobody',
  level: 'MUST',
  mockLevel: 'memory',
  differenceClass: 'no memory',
  needs: [],
  source: { document: 'contract', section: 'responses' },
  claim: 'reads, changes and deletes no client by a path that names none',
  operations: singleClientOperations,
  appliesTo: ({ case: { aspect, expectation }, response: { status } }) =>
    aspect === 'path' && expectation === 'clean' && status < 500,
  judge: ({ response }) => {
    const json = response.status < 300 ? jsonObjectOf(response) : null;
    return json !== null && ('client_id' in json || 'client_secret' in json)
      ? [{ at: '', expected: 'no client', actual: 'a client' }]
      : [];
  },
};

/** For answers that repeat what was sent. Missing and mistyped members are left to the schema rule. */
const echoing: Pick<AnswerRule, 'appliesTo' | 'judge'> = {
  appliesTo: (answered) => acceptedClient(answered) !== null && jsonObjectOf(answered.response) !== null,
  judge: (answered) => {
    const sent = acceptedClient(answered) ?? {};
    const answer = jsonObjectOf(answered.response) ?? {};
    return clientDifferences(pickPresent(sent, answer), answer);
  },
};

export const registrationEchoed: AnswerRule = {
  on: 'answer',
  id: 'client.registration.echoed',
  level: 'MUST',
  mockLevel: 'memory',
  differenceClass: 'no memory',
  needs: [],
  source: { document: 'contract', section: 'responses' },
  claim: 'answers a registration with the members as they were sent',
  operations: ['oauth_client_post'],
  ...echoing,
};

/** The id and the secret must also read back as the registration returned them. */
export const registrationStored: AnswerRule = {
  on: 'answer',
  id: 'client.registration.stored',
  level: 'MUST',
  mockLevel: 'memory',
  differenceClass: 'no memory',
  needs: [],
  source: { document: 'contract', section: 'responses' },
  claim: 'registers a client that reads back as it was written',
  operations: ['oauth_client_post'],
  appliesTo: (answered) => tellingProbe(answered, 'read-back') !== null && acceptedClient(answered) !== null,
  judge: (answered) => {
    const probe = tellingProbe(answered, 'read-back');
    return probe === null ? [] : storedDifferences(createdClient(answered), probe);
  },
};

function createdClient(answered: Answered): JsonObject {
  const id = answered.slots.get('created.id');
  const secret = answered.slots.get('created.secret');
  return {
    ...(id === undefined ? {} : { client_id: id }),
    ...(secret === undefined ? {} : { client_secret: secret }),
    ...acceptedClient(answered),
  };
}

/** Missing and mistyped members are left to the schema rule. */
export const readEqual: AnswerRule = {
  on: 'answer',
  id: 'client.read.equal',
  level: 'MUST',
  mockLevel: 'memory',
  differenceClass: 'no memory',
  needs: [],
  source: { document: 'contract', section: 'responses' },
  claim: 'reads a client as it was registered',
  operations: ['oauth_client_client_id_get'],
  appliesTo: (answered) =>
    answered.response.status === 200 &&
    answered.exchange.request.method === 'GET' &&
    jsonObjectOf(answered.response) !== null &&
    knownClient(answered, mainStep(answered.case)) !== null,
  judge: (answered) => {
    const answer = jsonObjectOf(answered.response) ?? {};
    const known = knownClient(answered, mainStep(answered.case)) ?? {};
    return clientDifferences(pickPresent(known, answer), answer);
  },
};

export const updateEchoed: AnswerRule = {
  on: 'answer',
  id: 'client.update.echoed',
  level: 'MUST',
  mockLevel: 'memory',
  differenceClass: 'no memory',
  needs: [],
  source: { document: 'contract', section: 'responses' },
  claim: 'answers an update with the members as they were sent',
  operations: ['oauth_client_client_id_put'],
  ...echoing,
};

/** An update replaces everything its owner writes. The secret may change with it. The id has its own rule. */
export const updateStored: AnswerRule = {
  on: 'answer',
  id: 'client.update.stored',
  level: 'MUST',
  mockLevel: 'memory',
  differenceClass: 'no memory',
  needs: [],
  source: { document: 'RFC 9110', section: '9.3.4' },
  claim: 'updates a client so that it reads back as it was written',
  operations: ['oauth_client_client_id_put'],
  appliesTo: (answered) =>
    tellingProbe(answered, 'read-back') !== null &&
    acceptedClient(answered) !== null &&
    readsWhatWasWritten(answered.case),
  judge: (answered) => {
    const probe = tellingProbe(answered, 'read-back');
    return probe === null ? [] : storedDifferences(acceptedClient(answered) ?? {}, probe);
  },
};

function readsWhatWasWritten(testCase: Case): boolean {
  const readBack = stepNamed(testCase, 'read-back');
  if (readBack === undefined) return false;
  return namesClient(mainStep(testCase), 'client.id') && namesClient(readBack, 'client.id');
}

/** Applies even if the body names a `client_id`: it is not a member of the input. */
export const updateKeepsId: AnswerRule = {
  on: 'answer',
  id: 'client.update.keeps-id',
  level: 'MUST',
  mockLevel: 'memory',
  differenceClass: 'no memory',
  needs: [],
  source: { document: 'RFC 7592', section: '2.2' },
  claim: 'keeps the id of the client that it updates',
  operations: ['oauth_client_client_id_put'],
  appliesTo: (answered) =>
    answered.response.status === 200 &&
    typeof jsonObjectOf(answered.response)?.['client_id'] === 'string' &&
    answered.slots.has('client.id') &&
    namesClient(mainStep(answered.case), 'client.id'),
  judge: judgeKeptId,
};

function judgeKeptId({ response, exchanges, slots }: Answered): readonly Violation[] {
  const expected = slots.get('client.id');
  const readBack = exchanges.get('read-back')?.response ?? null;
  const answers = readBack?.status === 200 ? [response, readBack] : [response];
  return answers
    .map((answer) => jsonObjectOf(answer)?.['client_id'])
    .filter((id) => typeof id === 'string' && id !== expected)
    .map((id) => ({ at: '/client_id', expected: show(expected), actual: show(id) }));
}

/** The secret may change with every update. No other member of the client may change. */
export const updateIdempotent: AnswerRule = {
  on: 'answer',
  id: 'client.update.idempotent',
  level: 'MUST',
  mockLevel: 'memory',
  differenceClass: 'no memory',
  needs: [],
  source: { document: 'RFC 9110', section: '9.2.2' },
  claim: 'gives a client the same members when the same update is sent again',
  operations: ['oauth_client_client_id_put'],
  appliesTo: (answered) => {
    const replay = answered.exchanges.get('replay')?.response ?? null;
    return (
      replay !== null && !isThrottled(replay) && replay.status < 500 && acceptedClient(answered) !== null
    );
  },
  judge: judgeRepetition,
};

function judgeRepetition(answered: Answered): readonly Violation[] {
  const replay = answered.exchanges.get('replay')?.response ?? null;
  if (replay === null) return [];
  if (replay.status !== 200) {
    return [{ at: 'status', expected: '200 on sending it again', actual: String(replay.status) }];
  }
  const first = jsonObjectOf(answered.response);
  const second = jsonObjectOf(replay);
  if (first === null || second === null) return [];
  const sent = Object.keys(acceptedClient(answered) ?? {});
  const kept = Object.entries(first).filter(([name]) => name === 'client_id' || sent.includes(name));
  return clientDifferences(Object.fromEntries(kept), second);
}

/** An answer without a client is left to the schema rule and the next one. */
export const deletionEchoed: AnswerRule = {
  on: 'answer',
  id: 'client.deletion.echoed',
  level: 'MUST',
  mockLevel: 'memory',
  differenceClass: 'no memory',
  needs: [],
  source: { document: 'contract', section: 'responses' },
  claim: 'answers a deletion with the client that was deleted',
  operations: ['oauth_client_client_id_delete'],
  appliesTo: (answered) =>
    answered.response.status === 200 &&
    answered.case.aspect !== 'method' &&
    jsonObjectOf(answered.response) !== null &&
    knownClient(answered, mainStep(answered.case)) !== null,
  judge: (answered) => {
    const answer = jsonObjectOf(answered.response) ?? {};
    const known = knownClient(answered, mainStep(answered.case)) ?? {};
    return clientDifferences(pickPresent(known, answer), answer);
  },
};

/** Drift: builds of 2018 document no model for this answer. */
export const deletionWithClient: AnswerRule = {
  on: 'answer',
  id: 'client.deletion.with-client',
  level: 'MAY',
  mockLevel: 'shape',
  differenceClass: 'wrong shape',
  needs: [],
  source: { document: 'contract', section: 'responses' },
  claim: 'answers a deletion with a client, not with nothing',
  operations: ['oauth_client_client_id_delete'],
  appliesTo: ({ case: { aspect }, response }) =>
    response.status === 200 && aspect !== 'method' && !response.isCut,
  judge: ({ response: { body, json } }) =>
    body.length === 0 || json === null
      ? [{ at: '', expected: 'the client', actual: body.length === 0 ? 'no body' : 'null' }]
      : [],
};

/** Reads the client back. `client.lifecycle.gone` covers deleting it a second time. */
export const deletionFinal: AnswerRule = {
  on: 'answer',
  id: 'client.deletion.final',
  level: 'MUST',
  mockLevel: 'memory',
  differenceClass: 'no memory',
  needs: [],
  source: { document: 'contract', section: 'responses' },
  claim: 'deletes a client so that it is not found any more',
  operations: ['oauth_client_client_id_delete'],
  appliesTo: (answered) =>
    answered.response.status >= 200 &&
    answered.response.status < 300 &&
    answered.case.aspect !== 'method' &&
    namesClient(mainStep(answered.case), 'client.id') &&
    laterAnswer(answered) !== null,
  judge: (answered) => {
    const status = laterAnswer(answered)?.status ?? 404;
    return status === 404 ? [] : [{ at: 'status', expected: '404 to the read-back', actual: String(status) }];
  },
};

/** How the target later answered a read of the client's id. A 5xx or rate limiting says nothing about the client. */
function laterAnswer({ case: testCase, exchanges }: Answered): HttpResponse | null {
  const step = stepNamed(testCase, 'read-back');
  const response = exchanges.get('read-back')?.response ?? null;
  if (step === undefined || response === null || !namesClient(step, 'client.id')) return null;
  return response.status >= 500 || isThrottled(response) ? null : response;
}

/**
 * Line ends, control characters and other unusual text may be refused. A server that accepts the text but stores
 * something else changes what its owner wrote. This is only a warning, because some servers strip control characters on
 * purpose.
 */
export const oddTextKept: AnswerRule = {
  on: 'answer',
  id: 'client.odd-text.kept',
  level: 'SHOULD',
  mockLevel: 'memory',
  differenceClass: 'no memory',
  needs: [],
  source: { document: 'contract', section: 'oauth_client_input' },
  claim: 'keeps line ends and other odd text as it was sent, where it takes it',
  operations: ['oauth_client_post', 'oauth_client_client_id_put'],
  appliesTo: (answered) =>
    isTakenOddText(answered) && sentClient(answered) !== null && jsonObjectOf(answered.response) !== null,
  judge: (answered) => {
    const sent = sentClient(answered) ?? {};
    const answer = jsonObjectOf(answered.response) ?? {};
    const shown = pickPresent(sent, answer);
    const changed = clientDifferences(shown, answer);
    const probe = tellingProbe(answered, 'read-back');
    const stored = probe === null || isGone(probe) ? null : jsonObjectOf(probe);
    return stored === null
      ? changed
      : [...changed, ...clientDifferences(pickPresent(confirmedMembers(shown, answer), stored), stored)];
  },
};

function isTakenOddText({ case: { expectation, breakage }, response: { status } }: Answered): boolean {
  return status === 200 && expectation === 'clean' && breakage === null;
}

function sentClient({ case: testCase }: Answered): JsonObject | null {
  return writtenClient(mainRequestBody(testCase));
}

/** In the standard, only the example has this header, so this is only a SHOULD. */
export const clientAnswerNoStore: AnswerRule = {
  on: 'answer',
  id: 'client.answer.no-store',
  level: 'SHOULD',
  mockLevel: 'shape',
  differenceClass: 'wrong shape',
  needs: [],
  source: { document: 'RFC 7591', section: '3.2.1' },
  claim: 'forbids caches to store an answer with a client secret',
  operations: clientOperations,
  appliesTo: ({ response }) => response.status === 200 && hasSecret(response),
  judge: ({ response }) =>
    hasNoStore(response)
      ? []
      : [
          {
            at: 'header Cache-Control',
            expected: 'no-store',
            actual: show(headerValues(response, 'cache-control').join(', ') || undefined),
          },
        ],
};

function hasSecret(response: HttpResponse): boolean {
  const body = jsonObjectOf(response);
  return body !== null && (Object.hasOwn(body, 'client_secret') || arrayOrEmpty(body['entities']).length > 0);
}

const reasons = {
  before: 'that of a client which stood there before the run',
  inherited: 'that of a client which stood there before the run',
  meanwhile: 'that of a client which stood there before the request',
  another: 'one under which there is no client as it was sent',
  earlier: 'that of an earlier registration',
};

/**
 * Judged in every suite: a target that answers a registration with an existing client makes the caller change and
 * delete someone else's client.
 */
export const clientIdNew: AttemptRule = {
  on: 'attempt',
  id: 'client.id.new',
  level: 'MUST',
  mockLevel: 'memory',
  differenceClass: 'no memory',
  needs: [],
  source: { document: 'RFC 6749', section: '2.2' },
  claim: 'answers a registration with the id of no client that was there before',
  operations: [
    ...clientOperations,
    ...tokenOperations,
    'oauth_authorize_post',
    'oauth_revoke_token_post',
    'session',
  ],
  judgesUnset: true,
  appliesTo: (attempt) =>
    hasSuccessOf(attempt, ['oauth_client_post', 'oauth_generate_token_post']) ||
    judgeNewId(attempt).length > 0,
  judge: judgeNewId,
};

function judgeNewId(attempt: Parameters<AttemptRule['judge']>[0]): ReturnType<AttemptRule['judge']> {
  return foreignViolations(attempt, 'the id of a new client', reasons, (at) => at === '/client_id');
}

/** Rules on the answers to single requests on a client, and on what those requests leave behind. */
export const clientAnswerRules: readonly Rule[] = [
  unknownNotFound,
  oddPathNobody,
  clientIdNew,
  registrationEchoed,
  registrationStored,
  readEqual,
  updateEchoed,
  updateStored,
  updateKeepsId,
  updateIdempotent,
  deletionEchoed,
  deletionWithClient,
  deletionFinal,
  oddTextKept,
  clientAnswerNoStore,
];
