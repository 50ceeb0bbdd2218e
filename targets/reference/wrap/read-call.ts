import { isJsonObject, type JsonObject } from '../../../spec/json-object.ts';
import type { Call } from '../call.ts';

/** The parameters of a call's form body, leniently decoded. */
export function bodyForm(call: Call): URLSearchParams {
  return new URLSearchParams(Buffer.from(call.body).toString());
}

/** The body of a call as JSON, or undefined if it is not JSON. */
export function bodyJson(call: Call): unknown {
  try {
    return JSON.parse(Buffer.from(call.body).toString());
  } catch {
    return undefined;
  }
}

/** The members of a call's JSON body; empty if it has none. */
export function bodyMembers(call: Call): JsonObject {
  const body = bodyJson(call);
  return isJsonObject(body) ? body : {};
}

/** The scheme of a call's Authorization header, and what follows it; both empty if there is none. */
export function sentCredentials({ headers }: Call): { readonly scheme: string; readonly value: string } {
  const [scheme = '', value = ''] = (headers.authorization ?? '').split(' ');
  return { scheme, value };
}
