import type { Behaviour } from '../behaviour.ts';
import { bodyForm } from './body-form.ts';
import { onSuccess } from './on-success.ts';
import { tokenOperation } from './operation-groups.ts';

/** Lets a new grant of a client end its earlier ones. */
export function oneGrantAClient(behaviour: Behaviour): void {
  onSuccess(behaviour, tokenOperation, (body, call, { store }) => {
    const clientId = bodyForm(call).get('client_id');
    const kept = store.tokens.get(String(body['access_token']))?.grant;
    for (const { grant } of store.tokens.values())
      if (grant.clientId === clientId && grant !== kept) store.revokeGrant(grant);
    return body;
  });
}
