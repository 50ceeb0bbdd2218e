import type { ReferenceBehaviour } from './behaviour.ts';
import type { Call } from './call.ts';
import { readJson } from './read-json.ts';
import { readLimitedText, readTexts } from './read-members.ts';
import { Refusal } from './refusal.ts';
import type { OauthClientInput } from '../../spec/models.ts';

/** The body of a registration or an update. Unknown members are ignored. */
export function readClientInput(call: Call, behaviour: ReferenceBehaviour): OauthClientInput {
  const { members } = readJson(call);
  const input = {
    client_name: readLimitedText(members, 'client_name', behaviour),
    client_description: readLimitedText(members, 'client_description', behaviour),
    redirect_uris: readTexts(members, 'redirect_uris'),
    default_scopes: readTexts(members, 'default_scopes'),
  };
  if (!input.redirect_uris.every((uri) => behaviour.acceptsRedirectUri(uri))) {
    throw new Refusal(
      400,
      'INVALID_ARGUMENT',
      'A redirect URI is not an absolute URI, or it has a fragment.',
    );
  }
  return behaviour.recordInput(input);
}
