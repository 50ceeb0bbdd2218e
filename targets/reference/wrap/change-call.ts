import { isJsonObject, type JsonObject } from '../../../spec/json-object.ts';
import type { ReferenceBehaviour, Context, ReferenceLogin } from '../behaviour.ts';
import type { Call } from '../call.ts';
import type { Concern } from './concern.ts';
import { concerns } from './concern.ts';
import { bodyForm, bodyJson } from './read-call.ts';

/** Replaces the form body of a call. */
export function withForm(call: Call, form: URLSearchParams): Call {
  return { ...call, body: Buffer.from(form.toString()) };
}

/** Replaces the credentials of a call by a Bearer token. */
export function withBearer(call: Call, token: string): Call {
  return { ...call, headers: { ...call.headers, authorization: `Bearer ${token}` } };
}

/** Replaces the credentials of a call by the right ones. */
export function withLogin(call: Call, { username, password }: ReferenceLogin): Call {
  const authorization = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
  return { ...call, headers: { ...call.headers, authorization } };
}

export function mapForm(
  form: URLSearchParams,
  change: (value: string, name: string) => string,
): URLSearchParams {
  const changed = new URLSearchParams();
  for (const [name, value] of form) changed.append(name, change(value, name));
  return changed;
}

/** Changes calls of operations before they are handled. */
export function onCall(
  behaviour: ReferenceBehaviour,
  operations: Concern,
  change: (call: Call, context: Context) => Call,
): void {
  behaviour.wrappers.push((call, next, context) =>
    next(concerns(operations, call) ? change(call, context) : call),
  );
}

/** Changes the form bodies of calls, as a lenient parser would. */
export function onForm(
  behaviour: ReferenceBehaviour,
  operations: Concern,
  change: (form: URLSearchParams) => URLSearchParams,
): void {
  onCall(behaviour, operations, (call) => withForm(call, change(bodyForm(call))));
}

/** Changes the JSON objects of calls, as a lenient parser would. */
export function onJson(
  behaviour: ReferenceBehaviour,
  operations: Concern,
  change: (members: JsonObject) => JsonObject,
): void {
  onCall(behaviour, operations, (call) => {
    const members = bodyJson(call);
    return isJsonObject(members) ? { ...call, body: Buffer.from(JSON.stringify(change(members))) } : call;
  });
}
