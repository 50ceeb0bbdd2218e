import { isJsonObject, type JsonObject } from '../../spec/json-object.ts';
import { basicChallenge } from '../../targets/reference/authenticate.ts';
import { Refusal } from '../../targets/reference/refusal.ts';
import type { AdapterAnswer } from './adapter.ts';

/** The members of an answer's JSON body; empty if it has none. */
export function membersOf({ body }: AdapterAnswer): JsonObject {
  try {
    const value: unknown = JSON.parse(body);
    return isJsonObject(value) ? value : {};
  } catch {
    return {};
  }
}

/**
 * A library's error as the contract's envelope. The contract documents 401 for a client that is not authenticated, where
 * RFC 6749 section 5.2 leaves 400 free, and a 401 needs a challenge. Other statuses stay the library's.
 */
export function refusalOf(answer: AdapterAnswer, challenge: string = basicChallenge): Refusal {
  const { error, error_description: description } = membersOf(answer);
  const status = error === 'invalid_client' ? 401 : answer.status;
  const message = [error, description].filter((part) => typeof part === 'string').join(': ');
  const own = answer.headers['www-authenticate'];
  const headers = status === 401 ? { 'WWW-Authenticate': own ?? challenge } : {};
  return new Refusal(status, reasonOf(status), message || `The server answers ${answer.status}.`, headers);
}

function reasonOf(status: number): string {
  if (status >= 500) return 'INTERNAL_ERROR';
  return status === 401 ? 'AUTHENTICATION_REQUIRED' : 'INVALID_ARGUMENT';
}
