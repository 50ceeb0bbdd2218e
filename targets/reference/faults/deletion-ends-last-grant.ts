import type { Fault } from './fault.ts';

/** Deleting a client ends the tokens of its last grant, and leaves those of the others. */
export const fault: Fault = {
  id: 'deletion-ends-last-grant',
  description: 'Deleting a client ends the tokens of its last grant, and leaves those of the others.',
  trips: ['bearer.deleted-client.refused'],
  operations: ['oauth_client_client_id_delete'],
  install: (behaviour) => {
    behaviour.wrappers.push(async (call, next, { store }) => {
      if (call.operation !== 'oauth_client_client_id_delete') return next(call);
      const before = [...store.tokens.values()];
      const answer = await next(call);
      const ended = before.filter(
        ({ value, grant }) => !store.tokens.has(value) && !store.clients.has(grant.clientId),
      );
      const last = ended.at(-1)?.grant;
      for (const token of ended) if (token.grant !== last) store.addToken(token);
      return answer;
    });
  },
};
