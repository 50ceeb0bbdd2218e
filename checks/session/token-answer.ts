import type { HttpResponse } from '../../driver/exchange.ts';
import { isJsonObject, objectOrEmpty } from '../../spec/json-object.ts';
import type { JsonObject } from '../../spec/json-object.ts';
import type { Attempt } from '../rule.ts';
import { settledAnswer } from './settled-answer.ts';
import { textsOf } from './sent-values.ts';

/** The tokens that a step was given, by a token request or a generation, or null where it was given none. */
export function tokenAnswer(attempt: Attempt, step: string): JsonObject | null {
  return tokensOf(settledAnswer(attempt, step));
}

/** The tokens in an answer, or null where it has none. */
export function tokensOf(answer: HttpResponse | null): JsonObject | null {
  if (answer === null || answer.status >= 300 || !isJsonObject(answer.json)) return null;
  const nested = objectOrEmpty(answer.json['oauth_token']);
  const tokens = Object.hasOwn(nested, 'access_token') ? nested : answer.json;
  const accessToken = tokens['access_token'];
  return typeof accessToken === 'string' && accessToken !== '' ? tokens : null;
}

/** The scope of tokens as a set: of the text of a token answer, or the array of a generated token. */
export function scopeOf(tokens: JsonObject): ReadonlySet<string> | null {
  const [scope, scopes] = [tokens['scope'], tokens['scopes']];
  if (typeof scope === 'string') return new Set(splitScope(scope));
  return Array.isArray(scopes) ? new Set(textsOf(scopes)) : null;
}

/** The scope tokens in a text. */
export function splitScope(text: string): readonly string[] {
  return text.split(/\s+/).filter((token) => token !== '');
}
