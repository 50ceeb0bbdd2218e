import type { TargetAnswer } from '../../../targets/reference/answer.ts';
import type { Call } from '../../../targets/reference/call.ts';
import type { Context } from '../../../targets/reference/behaviour.ts';
import { completeAnswer } from '../../../targets/reference/envelope.ts';
import { readPairs, requiredChoice, requiredParameter } from '../../../targets/reference/read-pairs.ts';
import { Refusal } from '../../../targets/reference/refusal.ts';
import type { Adapter } from '../adapter.ts';
import { refusalOf } from '../translate.ts';

/**
 * POST /oauth/revoke_token. The contract has the token in the query, 404 for an unknown one, and no client
 * authentication, so the gateway looks the token up and speaks for its client. The revoking is the library's.
 */
export async function revokeToken(call: Call, adapter: Adapter, { store }: Context): Promise<TargetAnswer> {
  const query = readPairs(call.query);
  const token = requiredParameter(query, 'token');
  const hint = query.has('token_type_hint')
    ? { token_type_hint: requiredChoice(query, 'token_type_hint', ['access_token', 'refresh_token']) }
    : {};
  await oneAtATime(token, async () => {
    const found = await adapter.lookUp(token);
    const client = found === null ? undefined : store.clients.get(found.client_id);
    if (client === undefined) throw new Refusal(404, 'ENTITY_NOT_FOUND', 'The token does not exist.');
    const { client_id, client_secret } = client;
    const form = new URLSearchParams({ token, ...hint, client_id, client_secret });
    const answer = await adapter.post('revoke', form.toString());
    if (answer.status >= 300) throw refusalOf(answer);
  });
  return completeAnswer();
}

const running = new Map<string, Promise<void>>();

/** Looking up and revoking are two steps only here. A second call for the same token waits for both. */
async function oneAtATime(token: string, work: () => Promise<void>): Promise<void> {
  const before = running.get(token) ?? Promise.resolve();
  const mine = before.then(work, work);
  running.set(token, mine);
  try {
    await mine;
  } finally {
    if (running.get(token) === mine) running.delete(token);
  }
}
