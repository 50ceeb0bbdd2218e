import { variant as jwtTokens } from '../variants/jwt-tokens.ts';
import { onCall } from '../wrap/on-call.ts';
import { sentCredentials } from '../wrap/sent-credentials.ts';
import { withBearer } from '../wrap/with-bearer.ts';
import type { Fault } from './fault.ts';

/** A JSON Web Token that claims no algorithm needs no signature. */
export const fault: Fault = {
  id: 'unsigned-token-accepted',
  description: 'A JSON Web Token that claims no algorithm needs no signature.',
  trips: ['bearer.altered.refused'],
  install: (behaviour) => {
    jwtTokens.install(behaviour);
    onCall(behaviour, 'all', (call, { store }) => {
      const { value } = sentCredentials(call);
      const [header = '', payload = ''] = value.split('.');
      if (!Buffer.from(header, 'base64url').toString().includes('none')) return call;
      const token = [...store.tokens.keys()].find((known) => known.split('.')[1] === payload);
      return token === undefined ? call : withBearer(call, token);
    });
  },
};
