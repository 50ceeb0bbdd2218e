import type { ReferenceBehaviour, Context } from '../behaviour.ts';
import type { Call } from '../call.ts';
import { Refusal } from '../refusal.ts';
import type { Concern } from './concern.ts';
import { concerns } from './concern.ts';
import { bodyForm } from './read-call.ts';

/** Makes some authenticated calls of operations end in a server error, like an uncaught exception. */
export function failWhen(
  behaviour: ReferenceBehaviour,
  operations: Concern,
  when: (call: Call) => boolean,
): void {
  behaviour.preconditions.push((call) => {
    if (concerns(operations, call) && when(call)) {
      throw new Refusal(500, 'INTERNAL_ERROR', 'Internal Server Error');
    }
  });
}

/** Refuses some authenticated calls of operations although the contract requires them to be accepted. */
export function refuseWhen(
  behaviour: ReferenceBehaviour,
  operations: Concern,
  when: (call: Call, context: Context) => boolean,
): void {
  behaviour.preconditions.push((call, context) => {
    if (concerns(operations, call) && when(call, context)) {
      throw new Refusal(400, 'INVALID_ARGUMENT', 'The request could not be processed.');
    }
  });
}

/** Answers 400 to a client secret outside VSCHAR (RFC 6749 appendix A.2). */
export function refuseMalformedSecrets(behaviour: ReferenceBehaviour): void {
  refuseWhen(
    behaviour,
    ['oauth_token_post'],
    (call) => !/^[\x20-\x7e]*$/.test(bodyForm(call).get('client_secret') ?? ''),
  );
}
