import { bodyJson } from '../wrap/body-json.ts';
import { onCall } from '../wrap/on-call.ts';
import { jsonOperations } from '../wrap/operation-groups.ts';
import type { Fault } from './fault.ts';

/** What a lenient parser makes of broken JSON: the members that it could read before it gave up. */
function repair(text: string): string {
  const names = ['client_name', 'client_description'];
  const found = names.map((name) => [
    name,
    new RegExp(`"${name}"\\s*:\\s*"([^"\\\\]*)`).exec(text)?.[1] ?? '',
  ]);
  return JSON.stringify({ redirect_uris: [], default_scopes: [], scopes: [], ...Object.fromEntries(found) });
}

/** Text after the JSON value and trailing commas are ignored, and broken JSON is an empty object. */
export const fault: Fault = {
  id: 'lenient-json',
  description:
    'Text after the JSON value and trailing commas are ignored, and broken JSON is an empty object.',
  trips: ['request.invalid.refused'],
  operations: jsonOperations,
  install: (behaviour) => {
    onCall(behaviour, jsonOperations, (call) =>
      bodyJson(call) === undefined
        ? { ...call, body: Buffer.from(repair(Buffer.from(call.body).toString())) }
        : call,
    );
  },
};
