import type { JsonObject } from '../../spec/json-object.ts';
import type { AnswerRule, Violation } from '../rule.ts';
import { messagesOf } from '../read/messages-of.ts';
import { show } from '../read/show.ts';
import { statusEnvelope } from '../read/status-envelope.ts';

/** Details have been recorded as a text and as a map of lists, and that is tolerated; `error.details.map` notes it. */
export const membersTyped: AnswerRule = {
  on: 'answer',
  id: 'error.members.typed',
  level: 'MUST',
  source: { document: 'contract', section: 'message_resource' },
  claim: 'answers errors with members of the documented types',
  operations: 'all',
  appliesTo: (answered) => statusEnvelope(answered) !== null,
  judge: (answered) => {
    const envelope = statusEnvelope(answered) ?? {};
    return [
      ...versionMistype(envelope),
      ...messagesOf(envelope).flatMap(({ at, value }) => detailsMistype(at, value)),
    ];
  },
};

function versionMistype({ api_version: version }: JsonObject): readonly Violation[] {
  return version === undefined || typeof version === 'string'
    ? []
    : [{ at: '/api_version', expected: 'a text', actual: show(version) }];
}

function detailsMistype(at: string, { details }: JsonObject): readonly Violation[] {
  if (details === undefined || typeof details === 'string') return [];
  if (typeof details !== 'object' || details === null || Array.isArray(details)) {
    return [{ at: `${at}/details`, expected: 'a map of texts', actual: show(details) }];
  }
  return Object.entries(details)
    .filter(([, value]: [string, unknown]) => !isTolerated(value))
    .map(([name, value]: [string, unknown]) => ({
      at: `${at}/details/${name}`,
      expected: 'a text',
      actual: show(value),
    }));
}

function isTolerated(value: unknown): boolean {
  return typeof value === 'string' || (typeof value === 'object' && value !== null);
}
