import type { HttpResponse } from '../../driver/exchange.ts';
import type { JsonObject } from '../../spec/json-object.ts';
import { isJsonObject } from '../../spec/json-object.ts';
import { quoteWhole, shownCharacters } from '../../spec/quotation.ts';

/**
 * The pattern of all registered OAuth error codes. The grammar of RFC 6749 allows any sentence, so it proves nothing.
 */
const code = /^[a-z]+(?:_[a-z]+)+$/;

/** Whether a body is the error object of RFC 6749 section 5.2: `error` is a code, not the message of a framework. */
export function isOauthError(json: JsonObject): boolean {
  return typeof json['error'] === 'string' && code.test(json['error']);
}

/** The formats of errors, the documented one first. */
export type Dialect =
  | 'status envelope'
  | 'RFC 6749 error'
  | 'problem details'
  | 'framework message'
  | 'other JSON'
  | 'HTML'
  | 'text'
  | 'empty';

/** The format of an error body, whatever its media type says. */
export function dialectOf({ body, json, text }: HttpResponse): Dialect {
  if (body.length === 0) return 'empty';
  if (json === undefined) return text?.trimStart().startsWith('<') === true ? 'HTML' : 'text';
  return isJsonObject(json) ? dialectOfObject(json) : 'other JSON';
}

function dialectOfObject(json: JsonObject): Dialect {
  if (Object.hasOwn(json, 'state') || Object.hasOwn(json, 'message_list')) return 'status envelope';
  if (isOauthError(json)) return 'RFC 6749 error';
  if (typeof json['title'] === 'string' && Object.hasOwn(json, 'status')) return 'problem details';
  return ['message', 'detail', 'error'].some((name) => typeof json[name] === 'string')
    ? 'framework message'
    : 'other JSON';
}

/** A short description of an error that is not a status envelope, without quoting it. */
export function errorDialect({ body, json, text }: HttpResponse): string {
  if (body.length === 0) return 'no body';
  if (json === undefined) return text?.trimStart().startsWith('<') === true ? 'markup' : 'no JSON';
  if (!isJsonObject(json)) return 'JSON that is no object';
  if (isOauthError(json)) return 'the error object of RFC 6749';
  if (typeof json['title'] === 'string' && 'status' in json) return 'the problem details of RFC 9457';
  const names = Object.keys(json).slice(0, 5).join(', ') || 'no members';
  return `an object with ${names.length > shownCharacters ? quoteWhole(names) : names}`;
}
