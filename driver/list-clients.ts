import type { Exchange, WireRequest } from './exchange.ts';
import { plainRequest, type Account } from './plain-request.ts';
import { noLimit, type TimeLimit } from './time-limit.ts';
import { withinLimit } from './within-limit.ts';

/** A client as a list shows it. */
export interface ListedClient {
  readonly id: string;
  readonly name: string | null;
  readonly description: string | null;
}

/** The clients of a target. */
export interface ClientList {
  readonly clients: readonly ListedClient[];
  /** Whether the list came to its end: false where it failed, or where there was too much of it. */
  readonly isComplete: boolean;
}

const pageLength = 500;

/**
 * Lists the clients of a target page by page. Pages are counted by what they hold: a target may cap its lists below
 * what was asked for. A page without anything new is the end, so that a target that ignores the offset ends it too. A
 * list without an end is ended by `maxPages` or by the limit: what was seen of it by then counts.
 */
export async function listClients(
  send: (request: WireRequest) => Promise<Exchange>,
  account: Account,
  maxPages: number,
  limit: TimeLimit = noLimit,
): Promise<ClientList> {
  const found = new Map<string, ListedClient>();
  let offset = 0;
  for (let page = 0; page < maxPages; page += 1) {
    const body = { length: pageLength, offset };
    const exchange = await withinLimit(limit, () =>
      send(plainRequest(account, 'POST', '/oauth/client/list', body)),
    );
    const entities = exchange === null ? null : entitiesOf(exchange);
    if (entities === null) return { clients: [...found.values()], isComplete: false };
    const known = found.size;
    for (const client of entities.flatMap(readClient)) found.set(client.id, client);
    if (found.size === known) return { clients: [...found.values()], isComplete: true };
    offset += entities.length;
  }
  return { clients: [...found.values()], isComplete: false };
}

function entitiesOf({ response }: Exchange): readonly unknown[] | null {
  const json = response?.status === 200 ? response.json : undefined;
  if (typeof json !== 'object' || json === null || !('entities' in json)) return null;
  return Array.isArray(json.entities) ? (json.entities as readonly unknown[]) : null;
}

/** The client that JSON shows; none where it has no id. */
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
