import type { Exchange, WireRequest } from '../exchange.ts';
import { readClient } from './list-clients.ts';
import type { ListedClient } from './list-clients.ts';
import { clientPath, plainRequest } from '../plain-request.ts';
import type { TargetLogin } from '../plain-request.ts';
import type { TimeLimit } from '../time-limit.ts';
import { withinLimit } from '../time-limit.ts';

/** The result of reading a client. */
export type ReadClient =
  /** Has neither name nor description if the target shows none, or shows another client. */
  | { readonly is: 'there'; readonly client: ListedClient }
  | { readonly is: 'gone' }
  | { readonly is: 'untold' }
  /** The time is over, or the target no longer answers. */
  | { readonly is: 'not asked'; readonly why: string };

/** What became of a client that was to be removed, or why it is left. */
export type Removal = 'removed' | 'absent' | { readonly left: string };

type Send = (request: WireRequest) => Promise<Exchange>;

/** After this many requests of a method in a row without an answer, the target hangs, and so would the rest. */
const silencesInARow = 5;

/** Reads and removes clients one by one, until a limit is over or the target no longer answers. */
export class ClientRemover {
  readonly #send: Send;
  readonly #login: TargetLogin;
  readonly #limit: TimeLimit;
  readonly #silences = { GET: 0, DELETE: 0 };

  constructor(send: Send, login: TargetLogin, limit: TimeLimit) {
    this.#send = send;
    this.#login = login;
    this.#limit = limit;
  }

  /** Why nothing more is sent, in one line; null if requests are still sent. */
  whyStopped(): string | null {
    if (this.#limit.isOver()) return 'the time was over before it could be removed';
    const isSilent = Math.max(this.#silences.GET, this.#silences.DELETE) >= silencesInARow;
    return isSilent ? 'the target no longer answers' : null;
  }

  async read(id: string): Promise<ReadClient> {
    const exchange = await this.#ask('GET', id);
    if (typeof exchange === 'string') return { is: 'not asked', why: exchange };
    const status = exchange.response?.status ?? 0;
    if (isGone(status)) return { is: 'gone' };
    const [client] = status === 200 ? readClient(exchange.response?.json) : [];
    if (client === undefined) return { is: 'untold' };
    return { is: 'there', client: client.id === id ? client : { id, name: null, description: null } };
  }

  /** Removes a client, and checks that it is gone: a target may report success and keep it. */
  async remove(id: string): Promise<Removal> {
    const deleted = await this.#ask('DELETE', id);
    if (typeof deleted === 'string') return { left: deleted };
    const status = deleted.response?.status ?? 0;
    if (status === 0) return { left: `its deletion has no answer (${deleted.failure?.kind ?? 'none'})` };
    if (!isGone(status) && (status < 200 || status > 299))
      return { left: `its deletion is answered with ${status}` };
    const after = await this.#ask('GET', id);
    if (typeof after !== 'string' && after.response?.status === 200)
      return { left: `its deletion is answered with ${status}, and it is still there` };
    return isGone(status) ? 'absent' : 'removed';
  }

  /**
   * Sends the request twice if the answer is one that gateways under load give sporadically. Or says why it was not
   * sent.
   */
  async #ask(method: 'GET' | 'DELETE', id: string): Promise<Exchange | string> {
    const first = await this.#askOnce(method, id);
    return typeof first !== 'string' && isSporadic(first) ? this.#askOnce(method, id) : first;
  }

  async #askOnce(method: 'GET' | 'DELETE', id: string): Promise<Exchange | string> {
    const stopped = this.whyStopped();
    if (stopped !== null) return stopped;
    const request = plainRequest(this.#login, method, clientPath(id));
    const exchange = await withinLimit(this.#limit, () => this.#send(request));
    if (exchange === null) return this.whyStopped() ?? 'the time was over';
    this.#silences[method] = exchange.response === null ? this.#silences[method] + 1 : 0;
    return exchange;
  }
}

function isGone(status: number): boolean {
  return status === 404 || status === 410;
}

/** A request that hangs is not sent twice. */
function isSporadic({ response, failure }: Exchange): boolean {
  if (response === null) return failure?.kind !== 'hang';
  return [401, 403, 429, 502, 503].includes(response.status);
}
