import { ClientRegister } from './client-register.ts';
import type { ClientsBefore } from './client-register.ts';
import { isRegistration, mayChangeClient, namedId, requestedId } from './creation.ts';
import type { Exchange, WireRequest } from '../exchange.ts';
import { namesOthers, WithheldRequest } from './foreign-value.ts';
import type { ForeignReason, ForeignValue } from './foreign-value.ts';
import { likenessOf } from './likeness.ts';
import { clientsIn, clientsShownBy, tokensHandedBy, tokensIn } from './named-values.ts';
import { plainRequest } from '../plain-request.ts';
import type { TargetLogin } from '../plain-request.ts';
import { readAsSent } from '../read-as-sent.ts';
import { TokenRegister } from './token-register.ts';

type Send = (request: WireRequest) => Promise<Exchange>;

/** When a request was sent, and how to send another one. */
interface Asked {
  /** A moment of the register. */
  readonly sentAt: number;
  readonly send: Send;
  readonly login: TargetLogin;
}

/**
 * Knows what on a target belongs to the requests of this process: the clients that it registered, and their tokens. An
 * id is ours only if it answered a registration and nothing speaks against it. If the clients that existed before are
 * not completely known, the client is read first, and its name and description must be as sent. All suites of a process
 * share one instance for each target. On a target that belongs to the run, everything is ours.
 */
export class Ownership {
  readonly #clients: ClientRegister;
  readonly #tokens = new TokenRegister();

  constructor(before?: ClientsBefore) {
    this.#clients = new ClientRegister(before);
  }

  /** Passes requests on, and marks values in their answers that are not new: {@link Exchange.foreign}. */
  mark(send: Send, login: TargetLogin): Send {
    return async (request) => {
      const sentAt = this.#clients.now();
      const exchange = await send(request);
      const clients = await this.#foreignClient(exchange, { sentAt, send, login });
      const foreign = [...clients, ...this.#foreignTokens(exchange, namesOthers({ foreign: clients }))];
      return foreign.length === 0 ? exchange : { ...exchange, foreign };
    };
  }

  /** Passes requests on, except those that name what is known not to be ours: they reject with a `WithheldRequest`. */
  guard(send: Send, login: TargetLogin): Send {
    return async (request) => {
      const objection = this.objectionTo(request) ?? (await this.#objectionToReading(request, send, login));
      if (objection === null) return send(request);
      throw new WithheldRequest(objection);
    };
  }

  /** Why a request is not sent, in one line; null if it is sent. */
  objectionTo(request: WireRequest): string | null {
    if (this.#clients.isExclusive) return null;
    if (clientsIn(request).some((text) => this.#clients.isOthers(text)))
      return 'it names a client that is not ours';
    return tokensIn(request).some((text) => this.#tokens.isOthers(text))
      ? 'it names a token that is not ours alone'
      : null;
  }

  /**
   * A target may take an id that nobody has for a pattern or a path, and find a client by it. So what is not known to
   * be ours is read before it is changed or deleted.
   */
  async #objectionToReading(request: WireRequest, send: Send, login: TargetLogin): Promise<string | null> {
    const named = clientsIn(request);
    const isOurs = named.length > 0 && named.every((id) => this.#clients.isOurs(id));
    if (this.#clients.isExclusive || isOurs || !mayChangeClient(request)) return null;
    const sentAt = this.#clients.now();
    const reading = plainRequest(login, 'GET', request.path.slice(login.basePath.length));
    const shown = clientsShownBy(await send(reading));
    return shown.some((id) => this.#clients.wasOthers(id, sentAt))
      ? 'by its path, a client that is not ours is read'
      : null;
  }

  async #foreignClient(exchange: Exchange, asked: Asked): Promise<readonly ForeignValue[]> {
    const id = namedId(exchange);
    if (id === null) {
      for (const shown of clientsShownBy(exchange)) this.#clients.see(shown);
      return [];
    }
    const why = await this.#reasonAgainst(id, exchange.request, asked);
    if (why === null || why === 'inherited') this.#clients.own(id);
    else if (why !== 'earlier') this.#clients.see(id);
    return why === null ? [] : [{ at: '/client_id', why }];
  }

  async #reasonAgainst(
    id: string,
    request: WireRequest,
    { sentAt, send, login }: Asked,
  ): Promise<ForeignReason | null> {
    const isNew = isRegistration(request);
    const standing = this.#clients.standingOf(id, sentAt);
    // A request that names a client of ours and gets it back has not created one.
    if (standing === 'earlier' || standing === 'inherited') return isNew ? standing : null;
    if (standing === 'new' && (isNew || id === requestedId(request))) return null;
    return standing === 'new' || standing === 'doubtful'
      ? readAsSent(send, login, { id, request })
      : standing;
  }

  /** Tokens that no other client has received before belong to the client. */
  #foreignTokens(exchange: Exchange, isOthers: boolean): readonly ForeignValue[] {
    const handed = tokensHandedBy(exchange);
    if (handed.length === 0) return [];
    if (isOthers) for (const { value } of handed) this.#tokens.disown(value);
    const [client] = [namedId(exchange) ?? [], clientsIn(exchange.request)].flat();
    if (isOthers || client === undefined) return [];
    return handed
      .filter(({ value }) => this.#tokens.give(value, likenessOf(client)))
      .map(({ at }) => ({ at, why: 'earlier' as const }));
  }
}
