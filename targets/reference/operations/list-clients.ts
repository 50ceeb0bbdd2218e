import { jsonAnswer, type JsonObject } from '../answer.ts';
import type { Call } from '../call.ts';
import { readInteger } from '../read-integer.ts';
import { readJson } from '../read-json.ts';
import { readOptionalChoice, readOptionalText } from '../read-members.ts';
import type { Client } from '../store.ts';
import type { Perform } from './operation.ts';

/** What a list request asks for. */
interface ListRequest {
  readonly kind: 'oauth_client';
  readonly sort_attribute: string | undefined;
  readonly sort_order: 'ASCENDING' | 'DESCENDING' | undefined;
  readonly filter: string | undefined;
  readonly length: number;
  readonly offset: number;
}

const int32Maximum = 2n ** 31n - 1n;
const defaultLength = 20n;

/** POST /oauth/client/list: filters, sorts, then cuts the page out. */
export const listClients: Perform = (call, { store, behaviour }) => {
  const request = readListRequest(call);
  const matches = behaviour.readFilter(request.filter ?? '');
  const found = [...store.clients.values()].filter((client) => matches({ ...client }));
  const length = Math.min(request.length, behaviour.longestPage);
  const page = sort(found, request).slice(request.offset, request.offset + length);
  return jsonAnswer(200, { entities: page, metadata: request });
};

function readListRequest(call: Call): ListRequest {
  const body = readJson(call);
  const { members } = body;
  return {
    kind: readOptionalChoice(members, 'kind', ['oauth_client']) ?? 'oauth_client',
    sort_attribute: readOptionalText(members, 'sort_attribute'),
    sort_order: readOptionalChoice(members, 'sort_order', ['ASCENDING', 'DESCENDING']),
    filter: readOptionalText(members, 'filter'),
    length: Number(readInteger(body, 'length', { minimum: 1n, maximum: int32Maximum }) ?? defaultLength),
    offset: Number(readInteger(body, 'offset', { minimum: 0n, maximum: int32Maximum }) ?? 0n),
  };
}

/** Sorts by the text of an attribute, the name if none is asked for; one that clients do not have sorts nothing. */
function sort(clients: readonly Client[], request: ListRequest): readonly Client[] {
  const { sort_attribute: attribute = 'client_name', sort_order: order } = request;
  const keyOf = (client: JsonObject): string => String(client[attribute]);
  const sorted = clients
    .map((client) => ({ client, key: keyOf({ ...client }) }))
    .sort((a, b) => a.key.localeCompare(b.key))
    .map(({ client }) => client);
  return order === 'DESCENDING' ? sorted.reverse() : sorted;
}
