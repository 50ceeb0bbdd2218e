import type { HttpResponse } from '../../driver/exchange.ts';
import type { SchemaError } from '../../spec/compile-schema.ts';
import { compileSchema } from '../../spec/compile-schema.ts';
import { contentCoding } from '../../spec/content-coding.ts';
import { isDocumentedSuccess } from '../../spec/operation.ts';
import { resolvePointer } from '../../spec/json-pointer.ts';
import { headerRule } from '../make/header-rule.ts';
import { answersOperation, documentedSuccess, isSchemaDrift } from '../read/answer-kind.ts';
import { headerValues, mediaTypeOf } from '../read/headers.ts';
import { hasByteOrderMark } from '../read/json.ts';
import { jsonAnswerOperations, redirectOperations } from '../read/operations.ts';
import { repeatedMember } from '../read/repeated-member.ts';
import { formValues } from '../read/request.ts';
import { holdsSecret, shortestSecret } from '../read/secrets.ts';
import { show } from '../read/show.ts';
import { isTokenResponse } from '../read/tokens.ts';
import type { Answered, AnswerRule, Rule, Violation } from '../rule.ts';
import { locationReference } from './location.ts';

/** `default` documents errors only, so a success must be documented by number, or as a range of numbers. */
export const statusDocumented: AnswerRule = {
  on: 'answer',
  id: 'response.status.documented',
  level: 'MUST',
  mockLevel: 'shape',
  differenceClass: 'wrong status',
  needs: [],
  source: { document: 'contract', section: 'responses' },
  claim: 'answers with a success status that the contract documents by number',
  operations: 'all',
  appliesTo: (answered) => answered.response.status < 400 && answersOperation(answered),
  judge: ({ operation, response: { status } }) =>
    isDocumentedSuccess(operation, status)
      ? []
      : [
          {
            at: 'status',
            expected: `${operation.documentedSuccesses.join(' or ')}, or an error`,
            actual: String(status),
          },
        ],
};

/** Parameters such as a charset are tolerated. An empty body is left to the schema rule. */
export const contentTypeJson: AnswerRule = {
  on: 'answer',
  id: 'response.content-type.json',
  level: 'MUST',
  mockLevel: 'shape',
  differenceClass: 'wrong shape',
  needs: [],
  source: { document: 'contract', section: 'produces' },
  claim: 'labels the body of a success as application/json',
  operations: jsonAnswerOperations,
  appliesTo: (answered) =>
    answered.response.body.length > 0 && (documentedSuccess(answered)?.schema ?? null) !== null,
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

/** Judged on successes only. The format of errors has its own rules, which tolerate known drift. */
export const schemaValid: AnswerRule = {
  on: 'answer',
  id: 'response.schema.valid',
  level: 'MUST',
  mockLevel: 'shape',
  differenceClass: 'wrong shape',
  needs: [],
  source: { document: 'contract', section: 'responses' },
  claim: 'answers a success with the documented model',
  operations: jsonAnswerOperations,
  // Text that is not UTF-8 or has a byte order mark is left to the UTF-8 rule.
  appliesTo: (answered) =>
    (documentedSuccess(answered)?.schema ?? null) !== null &&
    !answered.response.isCut &&
    answered.response.text !== null &&
    !hasByteOrderMark(answered.response) &&
    !isSilentDeletion(answered),
  judge,
};

/** Five of the six builds of 2018 document the 200 of a deletion without a model, so no client need come back. */
function isSilentDeletion({ operation, response: { body, json } }: Answered): boolean {
  return operation.id === 'oauth_client_client_id_delete' && (body.length === 0 || json === null);
}

function judge(answered: Answered): readonly Violation[] {
  const schema = documentedSuccess(answered)?.schema ?? true;
  const { json, body } = answered.response;
  if (json === undefined) {
    return [{ at: '', expected: 'JSON', actual: body.length === 0 ? 'no body' : 'a body that is not JSON' }];
  }
  const violations = compileSchema(schema)(json)
    .filter((error) => !isSchemaDrift(error, json))
    .map((error) => describe(error, json));
  // One violation per place: a fraction, for example, fails both the type and the format of an integer.
  return [...new Map(violations.map((violation) => [violation.at, violation])).values()];
}

function describe({ pointer, keyword, message, params }: SchemaError, json: unknown): Violation {
  const missing = params['missingProperty'];
  if (keyword === 'required' && typeof missing === 'string') {
    return { at: `${pointer}/${missing}`, expected: 'a required member', actual: 'absent' };
  }
  return { at: pointer, expected: message, actual: show(resolvePointer(json, pointer)) };
}

/** Other rules judge where it leads. */
export const locationPresent: AnswerRule = {
  on: 'answer',
  id: 'response.location.present',
  level: 'MUST',
  mockLevel: 'shape',
  differenceClass: 'wrong shape',
  needs: ['identityProvider', 'adfs'],
  source: { document: 'contract', section: 'responses' },
  claim: 'redirects with exactly one Location',
  operations: redirectOperations,
  appliesTo: (answered) =>
    documentedSuccess(answered)?.headers.some((name) => name.toLowerCase() === 'location') ?? false,
  judge: ({ response }) => {
    const values = headerValues(response, 'location');
    return values.length === 1 && values[0] !== ''
      ? []
      : [{ at: 'header Location', expected: 'one value', actual: show(values[0] && values.join(', ')) }];
  },
};

const absolute = /^https?:\/\/[^/?#]/i;
const withScheme = /^[a-z][a-z\d+.-]*:/i;
/** How an unset value is written. */
const unset = /^(?:null|undefined|none|nil|nan)$/;
const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/**
 * A relative reference (RFC 9110 section 10.2.2) leads to a page of the target's own. On a loopback host, nobody can
 * eavesdrop on plain http.
 */
export const locationAbsolute: AnswerRule = {
  on: 'answer',
  id: 'response.location.absolute',
  level: 'MUST',
  mockLevel: 'shape',
  differenceClass: 'wrong shape',
  needs: ['identityProvider', 'adfs'],
  source: { document: 'RFC 6749', section: '3.1' },
  claim: 'sends a login nowhere but over https',
  operations: ['oauth_adfs_login_get', 'oauth_idp_login_get'],
  appliesTo: (answered) =>
    documentedSuccess(answered) !== null && Boolean(headerValues(answered.response, 'location')[0]),
  judge: ({ response }) => {
    const location = headerValues(response, 'location')[0] ?? '';
    return isSafe(location)
      ? []
      : [{ at: 'header Location', expected: 'an https URI with a host, or a path', actual: show(location) }];
  },
};

function isSafe(location: string): boolean {
  const own = 'https://target.invalid';
  if (unset.test(location) || !URL.canParse(location, own)) return false;
  if (withScheme.test(location) && !absolute.test(location)) return false;
  const { protocol, hostname } = new URL(location, own);
  return (
    (protocol === 'https:' && !unset.test(hostname)) || (protocol === 'http:' && loopback.test(hostname))
  );
}

/** Not judged if the driver cut the body, perhaps in the middle of a character. */
export const jsonUtf8: AnswerRule = {
  on: 'answer',
  id: 'response.json.utf-8',
  level: 'MUST',
  mockLevel: 'shape',
  differenceClass: 'wrong shape',
  needs: [],
  source: { document: 'RFC 8259', section: '8.1' },
  claim: 'writes JSON in UTF-8 without a byte order mark',
  operations: 'all',
  appliesTo: ({ response }) =>
    response.body.length > 0 && !response.isCut && mediaTypeOf(response) === 'application/json',
  judge: ({ response }) => {
    const actual = otherEncoding(response);
    return actual === null ? [] : [{ at: '', expected: 'UTF-8 without a byte order mark', actual }];
  },
};

function otherEncoding(response: HttpResponse): string | null {
  if (response.text === null) {
    const coding = contentCoding(response.headers);
    return coding === null
      ? 'bytes that are not UTF-8'
      : `bytes that do not decode from ${show(coding)} to UTF-8`;
  }
  return hasByteOrderMark(response) ? 'a byte order mark' : null;
}

/**
 * Parsers differ in which of two members with the same name they keep. The parameters of a token response have a rule of
 * their own, since RFC 6749 demands more of them.
 */
export const jsonUniqueMembers: AnswerRule = {
  on: 'answer',
  id: 'response.json.unique-members',
  level: 'SHOULD',
  mockLevel: 'shape',
  differenceClass: 'wrong shape',
  needs: [],
  source: { document: 'RFC 8259', section: '4' },
  claim: 'writes JSON objects whose member names are unique',
  operations: 'all',
  appliesTo: ({ response }) =>
    response.body.length > 0 &&
    !response.isCut &&
    mediaTypeOf(response) === 'application/json' &&
    response.json !== undefined,
  judge: (answered) => {
    const { text, json } = answered.response;
    const name = repeatedMember(text ?? '', json, isTokenResponse(answered) ? 'inside' : 'anywhere');
    return name === null
      ? []
      : [{ at: '', expected: 'each member once', actual: `${show(name)} more than once` }];
  },
};

/** The standard requires it only of a server with a clock, and a tester cannot know: hence a SHOULD. */
export const datePresent: AnswerRule = {
  on: 'answer',
  id: 'response.date.present',
  level: 'SHOULD',
  mockLevel: 'shape',
  differenceClass: 'wrong shape',
  needs: [],
  source: { document: 'RFC 9110', section: '6.6.1' },
  claim: 'dates its answer',
  operations: 'all',
  appliesTo: ({ response }) => response.status < 500,
  judge: ({ response }) =>
    headerValues(response, 'date').length > 0
      ? []
      : [{ at: 'header Date', expected: 'a date', actual: show(undefined) }],
};

/** IMF-fixdate, the only format that may be sent. Names of days and months are case-sensitive. */
const fixdate =
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d:\d\d GMT$/;

/** A server without a clock sends no Date at all, and none need be sent with a 5xx. One that is sent has this form. */
export const dateWellFormed = headerRule({
  id: 'response.date.well-formed',
  level: 'MUST',
  source: { document: 'RFC 9110', section: '5.6.7' },
  claim: 'writes its Date as an IMF-fixdate',
  header: 'date',
  problems: (lines) => lines.filter((line) => !fixdate.test(line)),
});

/** Errors have their own rule. The caller has no need of the secret, and logs and histories keep it. */
export const secretNotRepeated: AnswerRule = {
  on: 'answer',
  id: 'response.secret.not-repeated',
  level: 'SHOULD',
  mockLevel: 'shape',
  differenceClass: 'wrong shape',
  needs: [],
  source: { document: 'project', section: 'secrets' },
  claim: 'repeats no secret, code or token of the request in a success',
  operations: ['oauth_token_post', 'oauth_revoke_token_post', 'oauth_idp_callback_get'],
  appliesTo: (answered) => answered.response.status < 400 && sentSecrets(answered).length > 0,
  judge: (answered) =>
    sentSecrets(answered).flatMap((secret) => {
      const place = placeOf(answered, secret);
      return place === null ? [] : [{ at: place, expected: 'no secret', actual: 'a secret of the request' }];
    }),
};

/** Refresh tokens are left out: the target need not replace them, so one may come back. */
function sentSecrets({ operation, exchange }: Answered): readonly string[] {
  const [, query = ''] = exchange.request.path.split('?', 2);
  const sent =
    operation.id === 'oauth_token_post'
      ? ['client_secret', 'code'].flatMap((name) => formValues(exchange, name))
      : ['token', 'code'].flatMap((name) => new URLSearchParams(query).getAll(name));
  return sent.filter(({ length }) => length >= shortestSecret);
}

function placeOf({ response }: Answered, secret: string): string | null {
  if (holdsSecret(response.text ?? '', secret)) return '';
  const locations = headerValues(response, 'location');
  return locations.some((location) => holdsSecret(location, secret)) ? 'header location' : null;
}

/** Rules on the format of successes. */
export const responseRules: readonly Rule[] = [
  statusDocumented,
  contentTypeJson,
  schemaValid,
  locationPresent,
  locationAbsolute,
  locationReference,
  jsonUtf8,
  jsonUniqueMembers,
  datePresent,
  dateWellFormed,
  secretNotRepeated,
];
