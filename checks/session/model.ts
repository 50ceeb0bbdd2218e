import type { ClientName, ModelAction } from './model-action.ts';

/** What a step may come to: either of the two where the contract and the standards leave it open. */
export type Expected = 'success' | 'refusal' | 'any';

/** What a step came to. Unsettled is a step without an answer that tells anything. */
export type Observed = 'success' | 'refusal' | 'unsettled';

/** Whether something is good: `maybe` where a lawful target may have ended it. What is not good stays so. */
type Fate = 'yes' | 'maybe' | 'no';

/** A code or token. */
interface Item {
  readonly client: ClientName;
  readonly kind: 'code' | 'access' | 'refresh';
  fate: Fate;
}

/**
 * The state that a target has to have after a sequence of steps, as far as every lawful target agrees on it. It is
 * told of each step and what came of it, and says what the next one may come to.
 *
 * Lawful targets differ in this: a refresh token may be replaced or kept on its use, a new grant or an update may end
 * older ones of the client, one token may serve several grants of a client, misuse of a code or token may end all that
 * belongs to it, tokens may outlive their client.
 */
export class SessionModel {
  readonly #clients = new Map<ClientName, Fate>();
  readonly #items = new Map<string, Item>();

  /** What a step may come to now. */
  expect(action: ModelAction): Expected {
    switch (action.type) {
      case 'register':
      case 'generate':
      case 'list':
        return 'success';
      case 'read':
      case 'update':
      case 'delete':
        return byFate(this.#fateOf(action.client));
      case 'authorize':
        return action.code === null ? 'refusal' : byFate(this.#fateOf(action.client));
      case 'redeem':
        return this.#expectGrant(action.client, this.#items.get(action.code), 'refusal');
      case 'refresh':
        return this.#expectGrant(action.client, this.#items.get(action.token), 'any');
      case 'revoke':
        return this.#items.get(action.token)?.fate === 'yes' ? 'success' : 'any';
      case 'use':
        return byFate(this.#items.get(action.token)?.fate ?? 'maybe');
    }
  }

  /** Takes note of what a step came to. */
  observe(action: ModelAction, observed: Observed): void {
    if (observed === 'unsettled') this.#doubtAll();
    else if (observed === 'success') this.#succeed(action);
    else this.#fail(action);
  }

  /** The clients that are gone for certain. */
  get deleted(): readonly ClientName[] {
    return [...this.#clients.keys()].filter((client) => this.#isDeleted(client));
  }

  #isDeleted(client: ClientName): boolean {
    return this.#clients.get(client) === 'no';
  }

  #fateOf(client: ClientName): Fate {
    return this.#clients.get(client) ?? 'maybe';
  }

  #expectGrant(client: ClientName, item: Item | undefined, ofDeletedClient: Expected): Expected {
    if (item === undefined) return 'any';
    if (item.client !== client || item.fate === 'no') return 'refusal';
    if (this.#isDeleted(client)) return ofDeletedClient;
    return item.fate === 'yes' && this.#fateOf(client) === 'yes' ? 'success' : 'any';
  }

  #succeed(action: ModelAction): void {
    switch (action.type) {
      case 'register':
        this.#clients.set(action.client, 'yes');
        break;
      case 'generate':
        this.#clients.set(action.client, 'yes');
        this.#issue(action.client, action.into);
        break;
      case 'update':
        this.#doubt((item) => item.client === action.client);
        break;
      case 'delete':
        this.#clients.set(action.client, 'no');
        this.#doubt((item) => item.client === action.client);
        break;
      case 'authorize':
        this.#doubt((item) => item.client === action.client && item.kind === 'code');
        if (action.code !== null) this.#add(action.code, action.client, 'code');
        break;
      case 'redeem':
        this.#issue(action.client, action.into);
        this.#end(action.code);
        break;
      case 'refresh':
        this.#issue(action.client, action.into);
        break;
      case 'revoke':
        this.#doubtKinOf(action.token);
        this.#end(action.token);
        break;
      case 'read':
      case 'list':
      case 'use':
    }
  }

  /** A refusal may be a sign of misuse to the target, which may then end what belongs together. */
  #fail(action: ModelAction): void {
    if (action.type === 'redeem') this.#doubtKinOf(action.code);
    if (action.type === 'refresh' || action.type === 'revoke') this.#doubtKinOf(action.token);
  }

  /** New tokens are good; older ones of the client, the refresh token that was used among them, may not be. */
  #issue(client: ClientName, into: string): void {
    this.#doubt((item) => item.client === client && item.kind !== 'code');
    this.#add(`${into}access_token`, client, 'access');
    this.#add(`${into}refresh_token`, client, 'refresh');
  }

  #add(slot: string, client: ClientName, kind: Item['kind']): void {
    this.#items.set(slot, { client, kind, fate: 'yes' });
  }

  #end(slot: string): void {
    const item = this.#items.get(slot);
    if (item !== undefined) item.fate = 'no';
  }

  /** The code or token itself, and all tokens of its client. */
  #doubtKinOf(slot: string): void {
    const found = this.#items.get(slot);
    this.#doubt((item) => item === found || (item.client === found?.client && item.kind !== 'code'));
  }

  #doubtAll(): void {
    this.#doubt(() => true);
    for (const [client, fate] of this.#clients) this.#clients.set(client, weaken(fate));
  }

  #doubt(concerns: (item: Item) => boolean): void {
    for (const item of this.#items.values()) if (concerns(item)) item.fate = weaken(item.fate);
  }
}

function weaken(fate: Fate): Fate {
  return fate === 'no' ? 'no' : 'maybe';
}

function byFate(fate: Fate): Expected {
  return fate === 'maybe' ? 'any' : fate === 'yes' ? 'success' : 'refusal';
}
