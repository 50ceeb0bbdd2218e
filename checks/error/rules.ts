import type { JsonObject } from '../../spec/json-object.ts';
import { arrayOrEmpty, isJsonObject } from '../../spec/json-object.ts';
import { resolvePointer } from '../../spec/json-pointer.ts';
import type { Operation } from '../../spec/operation.ts';
import { quoteWhole } from '../../spec/quotation.ts';
import { errorDuty, knownKinds } from '../read/answer-kind.ts';
import { errorDialect } from '../read/dialect.ts';
import { messagesOf, statusEnvelope } from '../read/envelope.ts';
import { findInternals } from '../read/find-internals.ts';
import { headerValues, mediaTypeOf } from '../read/headers.ts';
import { requestText } from '../read/request.ts';
import { show } from '../read/show.ts';
import type { AnswerRule, Rule, Violation } from '../rule.ts';
import { leakSecret, sentSecretNotRepeated } from './secrets.ts';

/**
 * The `error` object of RFC 6749 section 5.2 is another dialect. Where the contract documents the envelope, the
 * contract takes precedence.
 */
export const envelopeDocumented: AnswerRule = {
  on: 'answer',
  id: 'error.envelope.documented',
  level: 'MUST',
  mockLevel: 'shape',
  differenceClass: 'wrong shape',
  needs: [],
  source: { document: 'contract', section: 'responses' },
  claim: 'refuses a request with the documented status envelope',
  operations: 'all',
  appliesTo: (answered) =>
    answered.response.status >= 400 && !answered.response.isCut && errorDuty(answered) === 'operation',
  judge: (answered) =>
    statusEnvelope(answered) === null
      ? [{ at: '', expected: 'a status envelope', actual: errorDialect(answered.response) }]
      : [],
};

/** For credentials, methods, paths and size limits, a component other than the application may answer. */
export const envelopeGateway: AnswerRule = {
  on: 'answer',
  id: 'error.envelope.gateway',
  level: 'SHOULD',
  mockLevel: 'shape',
  differenceClass: 'wrong shape',
  needs: [],
  source: { document: 'contract', section: 'responses' },
  claim: 'answers errors of its gateway with a status envelope, too',
  operations: 'all',
  appliesTo: (answered) =>
    answered.response.status >= 400 && !answered.response.isCut && errorDuty(answered) === 'gateway',
  judge: (answered) =>
    statusEnvelope(answered) === null
      ? [{ at: '', expected: 'a status envelope', actual: errorDialect(answered.response) }]
      : [],
};

/** An error without an envelope already violates another rule. */
export const errorContentTypeJson: AnswerRule = {
  on: 'answer',
  id: 'error.content-type.json',
  level: 'MUST',
  mockLevel: 'shape',
  differenceClass: 'wrong shape',
  needs: [],
  source: { document: 'contract', section: 'produces' },
  claim: 'labels its status envelope as application/json',
  operations: 'all',
  appliesTo: (answered) =>
    answered.response.status >= 400 &&
    errorDuty(answered) === 'operation' &&
    statusEnvelope(answered) !== null,
  judge: ({ response }) =>
    mediaTypeOf(response) === 'application/json'
      ? []
      : [
          {
            at: 'header Content-Type',
            expected: 'application/json',
            actual: show(headerValues(response, 'content-type').join(', ') || undefined),
          },
        ],
};

/** The schema does not require any member of the envelope, but its text and every recorded error have the state. */
export const stateError: AnswerRule = {
  on: 'answer',
  id: 'error.state.error',
  level: 'MUST',
  mockLevel: 'shape',
  differenceClass: 'wrong shape',
  needs: [],
  source: { document: 'contract', section: 'message_resource' },
  claim: 'answers errors with the state ERROR',
  operations: 'all',
  appliesTo: (answered) => statusEnvelope(answered) !== null,
  judge: (answered) => {
    const state = statusEnvelope(answered)?.['state'];
    return state === 'ERROR' ? [] : [{ at: '/state', expected: '"ERROR"', actual: show(state) }];
  },
};

/** The contract calls it "the HTTP error code". */
export const codeEqualsStatus: AnswerRule = {
  on: 'answer',
  id: 'error.code.equals-status',
  level: 'MUST',
  mockLevel: 'shape',
  differenceClass: 'wrong shape',
  needs: [],
  source: { document: 'contract', section: 'oauth_status' },
  claim: 'answers errors with the status as their code',
  operations: 'all',
  appliesTo: (answered) => statusEnvelope(answered) !== null,
  judge: (answered) => {
    const code = statusEnvelope(answered)?.['code'];
    const { status } = answered.response;
    return code === status ? [] : [{ at: '/code', expected: String(status), actual: show(code) }];
  },
};

/** The caller needs to know why it was refused: each message has a text and a reason. */
export const messageListFilled: AnswerRule = {
  on: 'answer',
  id: 'error.message-list.filled',
  level: 'MUST',
  mockLevel: 'shape',
  differenceClass: 'wrong shape',
  needs: [],
  source: { document: 'contract', section: 'message_resource' },
  claim: 'answers errors with at least one message, each with text and reason',
  operations: 'all',
  appliesTo: (answered) => statusEnvelope(answered) !== null,
  judge: (answered) => emptinessOf(statusEnvelope(answered)?.['message_list']),
};

function emptinessOf(list: unknown): readonly Violation[] {
  if (!Array.isArray(list) || list.length === 0) {
    return [{ at: '/message_list', expected: 'a list with a message', actual: show(list) }];
  }
  return list.flatMap((message: unknown, index) => {
    const at = `/message_list/${index}`;
    return isJsonObject(message)
      ? missingTexts(at, message)
      : [{ at, expected: 'an object', actual: show(message) }];
  });
}

function missingTexts(at: string, message: JsonObject): readonly Violation[] {
  return ['message', 'reason']
    .filter((name) => typeof message[name] !== 'string' || message[name] === '')
    .map((name) => ({ at: `${at}/${name}`, expected: 'a text', actual: show(message[name]) }));
}

/** The kind of the other model, or no kind, is only noted: recorded errors often have none. */
export const kindDocumented: AnswerRule = {
  on: 'answer',
  id: 'error.kind.documented',
  level: 'MUST',
  mockLevel: 'shape',
  differenceClass: 'wrong shape',
  needs: [],
  source: { document: 'contract', section: 'oauth_status' },
  claim: 'answers errors of a documented kind, where it names one',
  operations: 'all',
  appliesTo: (answered) =>
    errorDuty(answered) === 'operation' && statusEnvelope(answered)?.['kind'] !== undefined,
  judge: (answered) => {
    const kind = statusEnvelope(answered)?.['kind'];
    return knownKinds.includes(kind)
      ? []
      : [{ at: '/kind', expected: knownKinds.map(show).join(' or '), actual: show(kind) }];
  },
};

/** Drift: recorded gateway errors sometimes have no kind. */
export const kindOwn: AnswerRule = {
  on: 'answer',
  id: 'error.kind.own',
  level: 'MAY',
  mockLevel: 'shape',
  differenceClass: 'wrong shape',
  needs: [],
  source: { document: 'contract', section: 'oauth_status' },
  claim: 'answers errors of the kind that its own model has',
  operations: 'all',
  appliesTo: (answered) => errorDuty(answered) === 'operation' && statusEnvelope(answered) !== null,
  judge: (answered) => {
    const kind = statusEnvelope(answered)?.['kind'];
    const own = answered.operation.path.startsWith('/oauth/client') ? 'oauth_client' : 'oauth';
    return kind === own ? [] : [{ at: '/kind', expected: show(own), actual: show(kind) }];
  },
};

/** Recorded details include plain text and maps of lists. Both are tolerated, and `error.details.map` notes them. */
export const membersTyped: AnswerRule = {
  on: 'answer',
  id: 'error.members.typed',
  level: 'MUST',
  mockLevel: 'shape',
  differenceClass: 'wrong shape',
  needs: [],
  source: { document: 'contract', section: 'message_resource' },
  claim: 'answers errors with members of the documented types',
  operations: 'all',
  appliesTo: (answered) => statusEnvelope(answered) !== null,
  judge: (answered) => {
    const envelope = statusEnvelope(answered) ?? {};
    return [
      ...versionMistype(envelope),
      ...messagesOf(envelope).flatMap(({ at, value }) => detailsMistype(at, value)),
    ];
  },
};

function versionMistype({ api_version: version }: JsonObject): readonly Violation[] {
  return version === undefined || typeof version === 'string'
    ? []
    : [{ at: '/api_version', expected: 'a text', actual: show(version) }];
}

function detailsMistype(at: string, { details }: JsonObject): readonly Violation[] {
  if (details === undefined || typeof details === 'string') return [];
  if (typeof details !== 'object' || details === null || Array.isArray(details)) {
    return [{ at: `${at}/details`, expected: 'a map of texts', actual: show(details) }];
  }
  return Object.entries(details)
    .filter(([, value]: [string, unknown]) => !isTolerated(value))
    .map(([name, value]: [string, unknown]) => ({
      at: `${at}/details/${name}`,
      expected: 'a text',
      actual: show(value),
    }));
}

function isTolerated(value: unknown): boolean {
  return typeof value === 'string' || (typeof value === 'object' && value !== null);
}

/** The contract says 3.1.0. Recorded gateways send 3.1 and 3.0. */
const version3 = /^3\.\d+(?:\.\d+)?$/;

/** The member may be absent, and a version that is not text violates another rule. */
export const apiVersionKnown: AnswerRule = {
  on: 'answer',
  id: 'error.api-version.known',
  level: 'SHOULD',
  mockLevel: 'shape',
  differenceClass: 'wrong shape',
  needs: [],
  source: { document: 'contract', section: 'api_version' },
  claim: 'answers errors with a version 3 of the API, where it names one',
  operations: 'all',
  appliesTo: (answered) => typeof statusEnvelope(answered)?.['api_version'] === 'string',
  judge: (answered) => {
    const version = statusEnvelope(answered)?.['api_version'];
    return typeof version === 'string' && version3.test(version)
      ? []
      : [{ at: '/api_version', expected: 'such as "3.1"', actual: show(version) }];
  },
};

/** Drift: the vocabulary has grown from build to build. */
export const reasonKnown: AnswerRule = {
  on: 'answer',
  id: 'error.reason.known',
  level: 'MAY',
  mockLevel: 'shape',
  differenceClass: 'wrong shape',
  needs: [],
  source: { document: 'contract', section: 'message_resource' },
  claim: 'answers errors with reasons that the contract lists',
  operations: 'all',
  appliesTo: (answered) => statusEnvelope(answered) !== null && knownReasons(answered.operation).length > 0,
  judge: (answered) => {
    const known = knownReasons(answered.operation);
    return messagesOf(statusEnvelope(answered) ?? {})
      .filter(({ value: { reason } }) => typeof reason === 'string' && !known.includes(reason))
      .map(({ at, value: { reason } }) => ({
        at: `${at}/reason`,
        expected: 'a listed reason',
        actual: show(reason),
      }));
  },
};

/** Empty for the logins, which document no error. */
function knownReasons({ responses }: Operation): readonly unknown[] {
  const schema = responses['default']?.schema ?? null;
  return arrayOrEmpty(resolvePointer(schema, '/properties/message_list/items/properties/reason/enum'));
}

/** Drift: recorded gateways send text, or a map of lists. */
export const detailsMap: AnswerRule = {
  on: 'answer',
  id: 'error.details.map',
  level: 'MAY',
  mockLevel: 'shape',
  differenceClass: 'wrong shape',
  needs: [],
  source: { document: 'contract', section: 'message_resource' },
  claim: 'details errors with a map of texts, where it details them',
  operations: 'all',
  appliesTo: (answered) =>
    messagesOf(statusEnvelope(answered) ?? {}).some(({ value }) => value['details'] !== undefined),
  judge: (answered) =>
    messagesOf(statusEnvelope(answered) ?? {})
      .filter(({ value: { details } }) => details !== undefined && !isMapOfTexts(details))
      .map(({ at, value: { details } }) => ({
        at: `${at}/details`,
        expected: 'a map of texts',
        actual: show(details),
      })),
};

function isMapOfTexts(details: unknown): boolean {
  return isJsonObject(details) && Object.values(details).every((value) => typeof value === 'string');
}

/** Text that the request itself contained may be quoted back. */
export const leakInternals: AnswerRule = {
  on: 'answer',
  id: 'error.leak.internals',
  level: 'MUST',
  mockLevel: 'shape',
  differenceClass: 'wrong shape',
  needs: [],
  source: { document: 'project', section: 'error messages' },
  claim: 'keeps stack traces, source paths and SQL out of its errors',
  operations: 'all',
  appliesTo: ({ response }) => response.status >= 400 && response.body.length > 0 && response.text !== null,
  judge: ({ response, exchange }) => {
    const found = findInternals(response.text ?? '');
    if (found.length === 0) return [];
    const sent = requestText(exchange.request);
    return found
      .filter(({ text }) => !sent.includes(text))
      .map(({ what, source, index }) => ({
        ...{ at: '', expected: `no ${what}` },
        actual: quoteWhole(source, index),
      }));
  },
};

/** Rules on the format of errors. */
export const errorRules: readonly Rule[] = [
  envelopeDocumented,
  envelopeGateway,
  errorContentTypeJson,
  stateError,
  codeEqualsStatus,
  messageListFilled,
  kindDocumented,
  kindOwn,
  membersTyped,
  apiVersionKnown,
  reasonKnown,
  detailsMap,
  leakInternals,
  leakSecret,
  sentSecretNotRepeated,
];
