import type { Behaviour } from '../behaviour.ts';
import { bodyForm } from './body-form.ts';
import type { Concern } from './concerns.ts';
import { onCall } from './on-call.ts';
import { withForm } from './with-form.ts';

/** Changes the form bodies that calls bring, as a lenient reader would. */
export function onForm(
  behaviour: Behaviour,
  operations: Concern,
  change: (form: URLSearchParams) => URLSearchParams,
): void {
  onCall(behaviour, operations, (call) => withForm(call, change(bodyForm(call))));
}
