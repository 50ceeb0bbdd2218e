import { isJsonObject, type JsonObject } from '../../spec/json-object.ts';
import type { AnswerRule, Violation } from '../rule.ts';
import { show } from '../read/show.ts';
import { statusEnvelope } from '../read/status-envelope.ts';

/** Who is refused wants to know why: each message has a text and a reason. */
export const messageListFilled: AnswerRule = {
  on: 'answer',
  id: 'error.message-list.filled',
  level: 'MUST',
  source: { document: 'contract', section: 'message_resource' },
  claim: 'answers errors with at least one message, each with text and reason',
  operations: 'all',
  appliesTo: (answered) => statusEnvelope(answered) !== null,
  judge: (answered) => emptinessOf(statusEnvelope(answered)?.['message_list']),
};

function emptinessOf(list: unknown): readonly Violation[] {
  if (!Array.isArray(list) || list.length === 0) {
    return [{ at: '/message_list', expected: 'a list with a message', actual: show(list) }];
  }
  return list.flatMap((message: unknown, index) => {
    const at = `/message_list/${index}`;
    return isJsonObject(message)
      ? missingTexts(at, message)
      : [{ at, expected: 'an object', actual: show(message) }];
  });
}

function missingTexts(at: string, message: JsonObject): readonly Violation[] {
  return ['message', 'reason']
    .filter((name) => typeof message[name] !== 'string' || message[name] === '')
    .map((name) => ({ at: `${at}/${name}`, expected: 'a text', actual: show(message[name]) }));
}
