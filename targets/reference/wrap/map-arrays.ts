import type { ClientInput } from '../store.ts';

/** Changes both arrays of what a caller says of a client. */
export function mapArrays(
  input: ClientInput,
  change: (array: readonly string[]) => readonly string[],
): ClientInput {
  return {
    ...input,
    redirect_uris: change(input.redirect_uris),
    default_scopes: change(input.default_scopes),
  };
}
