import type { HttpResponse } from '../../driver/exchange.ts';
import type { StepName } from '../../generators/step-name.ts';
import type { JsonObject } from '../../spec/json-object.ts';
import { isJsonObject, objectOrEmpty } from '../../spec/json-object.ts';
import type { Answered, Attempt } from '../rule.ts';
import { answersOperation, isThrottled } from './answer-kind.ts';
import { jsonObjectOf } from './json.ts';
import { settledAnswer, textsOf } from './steps.ts';

/** The token in an answer, with its JSON pointer. */
export interface IssuedToken {
  readonly at: string;
  readonly value: JsonObject;
}

/** The token that a success issues: the body of the token operation, or a member of the generation's answer. */
export function tokenOf({ operation, response }: Answered): IssuedToken | null {
  const body = response.status === 200 ? jsonObjectOf(response) : null;
  if (body === null) return null;
  if (operation.id === 'oauth_token_post') return { at: '', value: body };
  const token = body['oauth_token'];
  return isJsonObject(token) ? { at: '/oauth_token', value: token } : null;
}

/** Tells whether the members of the body are the parameters of a token response (RFC 6749 section 5.1). */
export function isTokenResponse(answered: Answered): boolean {
  return (
    answered.operation.id === 'oauth_token_post' && answersOperation(answered) && tokenOf(answered) !== null
  );
}

/** Tells whether the answer is to the revocation of a token that the target never issued. */
export function isOfUnknownToken({ case: { aspect, breakage, expectation }, response }: Answered): boolean {
  return (
    aspect === 'grant' &&
    breakage?.at === 'query:token' &&
    (expectation === 'refuse' || expectation === 'either') &&
    response.status < 500 &&
    !isThrottled(response)
  );
}

/** The tokens that a token request or a generation returned, or null if the step returned none. */
export function tokenAnswer(attempt: Attempt, step: StepName): JsonObject | null {
  return tokensOf(settledAnswer(attempt, step));
}

/** The tokens in an answer, or null if it has none. */
export function tokensOf(answer: HttpResponse | null): JsonObject | null {
  if (answer === null || answer.status >= 300 || !isJsonObject(answer.json)) return null;
  const nested = objectOrEmpty(answer.json['oauth_token']);
  const tokens = Object.hasOwn(nested, 'access_token') ? nested : answer.json;
  const accessToken = tokens['access_token'];
  return typeof accessToken === 'string' && accessToken !== '' ? tokens : null;
}

/** The scope of tokens as a set: from the text in a token answer, or from the array of a generated token. */
export function scopeOf(tokens: JsonObject): ReadonlySet<string> | null {
  const [scope, scopes] = [tokens['scope'], tokens['scopes']];
  if (typeof scope === 'string') return new Set(splitScope(scope));
  return Array.isArray(scopes) ? new Set(textsOf(scopes)) : null;
}

export function splitScope(text: string): readonly string[] {
  return text.split(/\s+/).filter((token) => token !== '');
}
