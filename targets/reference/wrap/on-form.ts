import type { Behaviour } from '../behaviour.ts';
import type { Concern } from './concerns.ts';
import { onCall } from './on-call.ts';

/** Changes the form bodies that calls bring, as a lenient reader would. */
export function onForm(
  behaviour: Behaviour,
  operations: Concern,
  change: (form: URLSearchParams) => URLSearchParams,
): void {
  onCall(behaviour, operations, (call) => {
    const form = change(new URLSearchParams(Buffer.from(call.body).toString()));
    return { ...call, body: Buffer.from(form.toString()) };
  });
}
