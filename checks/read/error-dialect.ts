import { quoteWhole, shownCharacters } from '../../spec/quotation.ts';
import type { HttpResponse } from '../../driver/exchange.ts';
import { isJsonObject } from '../../spec/json-object.ts';
import { isOauthError } from './oauth-error.ts';

/** What an error that is no status envelope is instead, in a few words and without quoting it. */
export function errorDialect({ body, json, text }: HttpResponse): string {
  if (body.length === 0) return 'no body';
  if (json === undefined) return text?.trimStart().startsWith('<') === true ? 'markup' : 'no JSON';
  if (!isJsonObject(json)) return 'JSON that is no object';
  if (isOauthError(json)) return 'the error object of RFC 6749';
  if (typeof json['title'] === 'string' && 'status' in json) return 'the problem details of RFC 9457';
  const names = Object.keys(json).slice(0, 5).join(', ') || 'no members';
  return `an object with ${names.length > shownCharacters ? quoteWhole(names) : names}`;
}
