import type { Piece, Step } from '../../generators/case.ts';

/** A client in a sequence, by the prefix of its slots: `client`, `other`, or the prefix of a generated token. */
export type ClientName = string;

/** What a step of a sequence does, in the terms of the model. Codes and tokens are named by their slots. */
export type ModelAction =
  | { readonly type: 'register' | 'read' | 'update' | 'delete'; readonly client: ClientName }
  | { readonly type: 'list' }
  | { readonly type: 'generate'; readonly client: ClientName; readonly into: string }
  | { readonly type: 'authorize'; readonly client: ClientName; readonly code: string | null }
  | { readonly type: 'redeem'; readonly client: ClientName; readonly code: string; readonly into: string }
  | { readonly type: 'refresh'; readonly client: ClientName; readonly token: string; readonly into: string }
  | { readonly type: 'revoke'; readonly token: string }
  | { readonly type: 'use'; readonly token: string };

/** Reads the action of a step from its request; null for a step that is not in the model. */
export function actionOf(step: Step): ModelAction | null {
  switch (step.operation) {
    case 'oauth_client_post':
      return { type: 'register', client: clientNamed(step.captures[0]?.slot) };
    case 'oauth_client_client_id_get':
      return { type: 'read', client: clientInPath(step) };
    case 'oauth_client_client_id_put':
      return { type: 'update', client: clientInPath(step) };
    case 'oauth_client_client_id_delete':
      return { type: 'delete', client: clientInPath(step) };
    case 'oauth_client_list_post':
      return { type: 'list' };
    case 'oauth_authorize_post':
      return { type: 'authorize', client: clientInForm(step), code: step.captures[0]?.slot ?? null };
    case 'oauth_generate_token_post': {
      const client = clientNamed(step.captures[0]?.slot);
      return { type: 'generate', client, into: `${client}.` };
    }
    case 'oauth_token_post':
      return tokenAction(step);
    case 'oauth_revoke_token_post':
      return { type: 'revoke', token: slotName(step.request.query[0]?.[1]) };
    case 'gateway':
      return useAction(step);
    default:
      return null;
  }
}

function tokenAction(step: Step): ModelAction {
  const client = clientInForm(step);
  const into = (step.captures[0]?.slot ?? '').replace(/access_token$/, '');
  const code = slotName(formPiece(step, 'code'));
  return code === ''
    ? { type: 'refresh', client, token: slotName(formPiece(step, 'refresh_token')), into }
    : { type: 'redeem', client, code, into };
}

function useAction({ request: { credentials } }: Step): ModelAction | null {
  return credentials.type === 'bearer' ? { type: 'use', token: slotName(credentials.token) } : null;
}

function clientInPath(step: Step): ClientName {
  return clientNamed(slotName(step.request.path.at(-1)));
}

function clientInForm(step: Step): ClientName {
  return clientNamed(slotName(formPiece(step, 'client_id')));
}

function formPiece({ request: { body } }: Step, name: string): Piece | undefined {
  return body?.type === 'form' ? body.pairs.find((pair) => pair[0] === name)?.[1] : undefined;
}

function clientNamed(slot = ''): ClientName {
  return slot.slice(0, slot.lastIndexOf('.'));
}

function slotName(piece: Piece | undefined): string {
  return typeof piece === 'object' && 'slot' in piece ? piece.slot : '';
}
