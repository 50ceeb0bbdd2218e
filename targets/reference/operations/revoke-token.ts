import { completeAnswer } from '../envelope.ts';
import { readPairs, requiredChoice, requiredParameter } from '../read-pairs.ts';
import { Refusal } from '../refusal.ts';
import type { Perform } from './operation.ts';

/** POST /oauth/revoke_token. The contract has the token in the query and 404 for an unknown one, unlike RFC 7009. */
export const revokeToken: Perform = (call, { store, behaviour }) => {
  const query = readPairs(call.query);
  const value = requiredParameter(query, 'token');
  const hint = query.has('token_type_hint')
    ? requiredChoice(query, 'token_type_hint', ['access_token', 'refresh_token'])
    : 'access_token';
  const token = behaviour.findRevocable(value, hint, store);
  if (token === undefined) throw new Refusal(404, 'ENTITY_NOT_FOUND', 'The token does not exist.');
  behaviour.revokeToken(token, store);
  return completeAnswer();
};
