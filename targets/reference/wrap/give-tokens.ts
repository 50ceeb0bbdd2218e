import type { ReferenceBehaviour } from '../behaviour.ts';
import { randomText } from '../behaviour.ts';
import { onSuccess } from './change-answer.ts';
import { tokenOperation } from './concern.ts';
import { bodyForm } from './read-call.ts';

/** Makes all tokens JSON Web Tokens. */
export function jwtTokens(behaviour: ReferenceBehaviour): void {
  behaviour.newToken = (kind) =>
    [
      { alg: 'RS256', typ: 'JWT' },
      { iss: 'prism', use: kind, jti: randomText(16) },
    ]
      .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
      .concat(randomText(64))
      .join('.');
}

/** Makes a new grant of a client end its earlier ones. */
export function oneGrantAClient(behaviour: ReferenceBehaviour): void {
  onSuccess(behaviour, tokenOperation, (body, call, { store }) => {
    const clientId = bodyForm(call).get('client_id');
    const kept = store.tokens.get(String(body['access_token']))?.grant;
    for (const { grant } of store.tokens.values())
      if (grant.clientId === clientId && grant !== kept) store.revokeGrant(grant);
    return body;
  });
}
