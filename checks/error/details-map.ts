import type { AnswerRule } from '../rule.ts';
import { isJsonObject } from '../../spec/json-object.ts';
import { messagesOf } from '../read/messages-of.ts';
import { show } from '../read/show.ts';
import { statusEnvelope } from '../read/status-envelope.ts';

/** Drift: gateways have been recorded to send a text, and a map of lists. */
export const detailsMap: AnswerRule = {
  on: 'answer',
  id: 'error.details.map',
  level: 'MAY',
  source: { document: 'contract', section: 'message_resource' },
  claim: 'details errors with a map of texts, where it details them',
  operations: 'all',
  appliesTo: (answered) =>
    messagesOf(statusEnvelope(answered) ?? {}).some(({ value }) => value['details'] !== undefined),
  judge: (answered) =>
    messagesOf(statusEnvelope(answered) ?? {})
      .filter(({ value: { details } }) => details !== undefined && !isMapOfTexts(details))
      .map(({ at, value: { details } }) => ({
        at: `${at}/details`,
        expected: 'a map of texts',
        actual: show(details),
      })),
};

function isMapOfTexts(details: unknown): boolean {
  return isJsonObject(details) && Object.values(details).every((value) => typeof value === 'string');
}
