import type { ReferenceBehaviour } from '../behaviour.ts';
import { randomText } from '../behaviour.ts';
import type { TokenKind } from '../store.ts';
import { mapMembers, onSuccess } from './change-answer.ts';
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

/** Gives the tokens of refreshes other values. Those of codes stay as they are. */
export function renameRefreshed(
  behaviour: ReferenceBehaviour,
  rename: (value: string, kind: TokenKind) => string,
): void {
  onSuccess(behaviour, tokenOperation, (body, call, { store }) => {
    if (!bodyForm(call).has('refresh_token')) return body;
    return mapMembers(body, (value, name) => {
      const token = store.tokens.get(String(value));
      if (token === undefined || token.kind !== name) return value;
      const renamed = { ...token, value: rename(token.value, token.kind) };
      store.removeToken(token);
      store.addToken(renamed);
      return renamed.value;
    });
  });
}
