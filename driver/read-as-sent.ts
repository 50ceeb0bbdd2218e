import { isJsonObject } from '../spec/json-object.ts';
import { creationOf } from './clients/creation.ts';
import type { Exchange, WireRequest } from './exchange.ts';
import type { ForeignReason } from './clients/foreign-value.ts';
import { likenessOf } from './clients/likeness.ts';
import { clientPath, plainRequest } from './plain-request.ts';
import type { TargetLogin } from './plain-request.ts';

/** Gateways under load sporadically refuse valid requests. */
const tries = 2;
const registrationPath = /\/oauth\/client\/?$/i;

/**
 * Reads the client that a request received. Returns what speaks against its being the one that was sent, or null if its
 * name and description match. A target may strip control characters, so texts only have to be alike.
 */
export async function readAsSent(
  send: (request: WireRequest) => Promise<Exchange>,
  login: TargetLogin,
  { id, request }: { readonly id: string; readonly request: WireRequest },
): Promise<Extract<ForeignReason, 'another' | 'unread'> | null> {
  const sent = creationOf(request);
  if (sent === null) return 'unread';
  for (let time = 0; time < tries; time += 1) {
    const { response } = await send(plainRequest(login, 'GET', clientPath(id)));
    // By the contract, a registered client can be read. The contract does not say so of a generated token's client.
    if (response?.status === 404 && registrationPath.test(request.path)) return 'another';
    if (response?.status !== 200 || !isJsonObject(response.json)) continue;
    const { client_id, client_name, client_description } = response.json;
    const isSame =
      client_id === id &&
      isAlike(client_name, sent.name) &&
      (sent.description === null || isAlike(client_description, sent.description));
    return isSame ? null : 'another';
  }
  return 'unread';
}

function isAlike(read: unknown, sent: string): boolean {
  return typeof read === 'string' && likenessOf(read) === likenessOf(sent);
}
