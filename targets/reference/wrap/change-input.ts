import type { OauthClientInput } from '../../../spec/models.ts';

/** Changes both arrays of a client's input. */
export function mapArrays(
  input: OauthClientInput,
  change: (array: readonly string[]) => readonly string[],
): OauthClientInput {
  return {
    ...input,
    redirect_uris: change(input.redirect_uris),
    default_scopes: change(input.default_scopes),
  };
}

/** Changes every text of a client's input except the redirect URIs. */
export function mapTexts(input: OauthClientInput, change: (text: string) => string): OauthClientInput {
  return {
    client_name: change(input.client_name),
    client_description: change(input.client_description),
    redirect_uris: input.redirect_uris,
    default_scopes: input.default_scopes.map(change),
  };
}
