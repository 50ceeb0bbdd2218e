import { arrayOrEmpty, isJsonObject, objectOrEmpty } from '../../spec/json-object.ts';
import type { Exchange, WireRequest } from '../exchange.ts';
import { plainRequest } from '../plain-request.ts';
import type { TargetLogin } from '../plain-request.ts';
import { noLimit, withinLimit } from '../time-limit.ts';
import type { TimeLimit } from '../time-limit.ts';

/** A client as a list shows it. */
export interface ListedClient {
  readonly id: string;
  readonly name: string | null;
  readonly description: string | null;
}

/** The clients of a target. */
export interface ClientList {
  readonly clients: readonly ListedClient[];
  /** Whether the list came to its end: false if it failed, or if it was too long. */
  readonly isComplete: boolean;
  /**
   * Whether these are all clients, as far as can be told. The list must have ended by going on from page to page, not
   * by showing its first page again, as a list does that ignores the offset. And it must not say that there are more.
   */
  readonly isWhole: boolean;
}

const pageLength = 500;

/**
 * Lists the clients of a target page by page. The offset advances by the entries received, since a target may return
 * fewer than requested. A page without anything new is the end, so that a list also ends if the target ignores the
 * offset. An endless list is ended by `maxPages` or by the limit, and what was seen by then is returned.
 */
export async function listClients(
  send: (request: WireRequest) => Promise<Exchange>,
  login: TargetLogin,
  maxPages: number,
  limit: TimeLimit = noLimit,
): Promise<ClientList> {
  const found = new Map<string, ListedClient>();
  const end = (isComplete: boolean, isWhole: boolean): ClientList => ({
    clients: [...found.values()],
    isComplete,
    isWhole,
  });
  let first: readonly unknown[] | null = null;
  let offset = 0;
  let total = 0;
  let areAllRead = true;
  for (let page = 0; page < maxPages; page += 1) {
    const body = { length: pageLength, offset };
    const exchange = await withinLimit(limit, () =>
      send(plainRequest(login, 'POST', '/oauth/client/list', body)),
    );
    const list = exchange === null ? null : listOf(exchange);
    if (list === null) return end(false, false);
    const known = found.size;
    const { entities } = list;
    const clients = entities.flatMap(readClient);
    for (const client of clients) found.set(client.id, client);
    areAllRead &&= clients.length === entities.length;
    if (found.size === known) {
      const isAtItsEnd =
        list.total <= offset + entities.length && (first === null || goesOn(first, entities));
      return end(true, areAllRead && total <= found.size && isAtItsEnd);
    }
    first ??= entities;
    total = Math.max(total, list.total);
    offset += entities.length;
  }
  return end(false, false);
}

/**
 * Whether a page without anything new differs from the first and is the last. It need not be empty: if somebody
 * registers clients meanwhile, the last ones of the page before move to it.
 */
function goesOn(first: readonly unknown[], last: readonly unknown[]): boolean {
  const [of, on] = [first, last].map(([entity]) => readClient(entity)[0]?.id);
  return last.length < first.length && of !== on;
}

/** The entities of a page, and the total number that it states, else 0. Null for anything else. */
function listOf({
  response,
}: Exchange): { readonly entities: readonly unknown[]; readonly total: number } | null {
  const json = response?.status === 200 ? response.json : undefined;
  if (!isJsonObject(json) || !Array.isArray(json['entities'])) return null;
  const total = objectOrEmpty(json['metadata'])['total_matches'];
  return { entities: arrayOrEmpty(json['entities']), total: typeof total === 'number' ? total : 0 };
}

/** The client in a JSON value; none if it has no id. */
export function readClient(entity: unknown): readonly ListedClient[] {
  if (typeof entity !== 'object' || entity === null) return [];
  const {
    client_id: id,
    client_name: name,
    client_description: description,
  } = entity as Readonly<Record<string, unknown>>;
  if (typeof id !== 'string' || id === '') return [];
  return [
    {
      id,
      name: typeof name === 'string' ? name : null,
      description: typeof description === 'string' ? description : null,
    },
  ];
}
