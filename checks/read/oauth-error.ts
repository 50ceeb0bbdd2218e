import type { JsonObject } from '../../spec/json-object.ts';

/** As every registered OAuth error code is written. The grammar of RFC 6749 takes any sentence, and so proves nothing. */
const code = /^[a-z]+(?:_[a-z]+)+$/;

/** Whether a body is the error object of RFC 6749 section 5.2: `error` is a code, not the message of some framework. */
export function isOauthError(json: JsonObject): boolean {
  return typeof json['error'] === 'string' && code.test(json['error']);
}
