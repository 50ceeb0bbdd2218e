import type { Answered, AnswerRule, Violation } from '../rule.ts';
import { acceptedClient } from '../read/accepted-client.ts';
import { clientDifferences } from '../read/client-members.ts';
import { isThrottled } from '../read/is-throttled.ts';
import { jsonObjectOf } from '../read/json-object-of.ts';

/** The secret may change with every update; nothing else that the client shows may. */
export const updateIdempotent: AnswerRule = {
  on: 'answer',
  id: 'client.update.idempotent',
  level: 'MUST',
  source: { document: 'RFC 9110', section: '9.2.2' },
  claim: 'gives a client the same members when the same update is sent again',
  operations: ['oauth_client_client_id_put'],
  appliesTo: (answered) => {
    const replay = answered.exchanges.get('replay')?.response ?? null;
    return (
      replay !== null && !isThrottled(replay) && replay.status < 500 && acceptedClient(answered) !== null
    );
  },
  judge,
};

function judge(answered: Answered): readonly Violation[] {
  const replay = answered.exchanges.get('replay')?.response ?? null;
  if (replay === null) return [];
  if (replay.status !== 200) {
    return [{ at: 'status', expected: '200 on sending it again', actual: String(replay.status) }];
  }
  const first = jsonObjectOf(answered.response);
  const second = jsonObjectOf(replay);
  if (first === null || second === null) return [];
  const sent = Object.keys(acceptedClient(answered) ?? {});
  const kept = Object.entries(first).filter(([name]) => name === 'client_id' || sent.includes(name));
  return clientDifferences(Object.fromEntries(kept), second);
}
