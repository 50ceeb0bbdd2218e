import type { Operation } from '../../spec/operation.ts';
import { arrayOrEmpty } from '../../spec/json-object.ts';
import { resolvePointer } from '../../spec/json-pointer.ts';
import type { AnswerRule } from '../rule.ts';
import { messagesOf } from '../read/messages-of.ts';
import { show } from '../read/show.ts';
import { statusEnvelope } from '../read/status-envelope.ts';

/** Drift: the vocabulary has grown from build to build. */
export const reasonKnown: AnswerRule = {
  on: 'answer',
  id: 'error.reason.known',
  level: 'MAY',
  source: { document: 'contract', section: 'message_resource' },
  claim: 'answers errors with reasons that the contract lists',
  operations: 'all',
  appliesTo: (answered) => statusEnvelope(answered) !== null && knownReasons(answered.operation).length > 0,
  judge: (answered) => {
    const known = knownReasons(answered.operation);
    return messagesOf(statusEnvelope(answered) ?? {})
      .filter(({ value: { reason } }) => typeof reason === 'string' && !known.includes(reason))
      .map(({ at, value: { reason } }) => ({
        at: `${at}/reason`,
        expected: 'a listed reason',
        actual: show(reason),
      }));
  },
};

/** None for the logins: they document no error. */
function knownReasons({ responses }: Operation): readonly unknown[] {
  const schema = responses['default']?.schema ?? null;
  return arrayOrEmpty(resolvePointer(schema, '/properties/message_list/items/properties/reason/enum'));
}
