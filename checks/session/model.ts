import type { ClientName, ModelAction } from './model-action.ts';

/** The allowed outcome of a step: `any` where the contract and the standards leave it open. */
export type Expected = 'success' | 'refusal' | 'any';

/** The actual outcome of a step. It is unsettled if no answer settles it. */
export type Observed = 'success' | 'refusal' | 'unsettled';

/** Whether something is valid: `maybe` if a conformant target may have ended it. Once invalid, it stays invalid. */
type Fate = 'yes' | 'maybe' | 'no';

interface Item {
  readonly client: ClientName;
  readonly kind: 'code' | 'access' | 'refresh';
  fate: Fate;
}

/**
 * The state that a target must have after a sequence of steps, as far as all conformant targets agree on it. The model
 * is told each step and its outcome, and predicts the outcome of the next.
 * Conformant targets may differ in these points: a refresh token may be replaced or kept when it is used; a new grant
 * or an update may end older codes and tokens of the client; one token may serve several grants of a client; misuse of
 * a code or token may end everything related to it; tokens may outlive their client.
 */
export class SessionModel {
  readonly #clients = new Map<ClientName, Fate>();
  readonly #items = new Map<string, Item>();

  /** The outcome that a step may have now. */
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

  /** Records the outcome of a step. */
  observe(action: ModelAction, observed: Observed): void {
    if (observed === 'unsettled') this.#doubtAll();
    else if (observed === 'success') this.#succeed(action);
    else this.#fail(action);
  }

  /** The clients that are certainly deleted. */
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

  /** The target may take a refused request for misuse, and then end everything related to it. */
  #fail(action: ModelAction): void {
    if (action.type === 'redeem') this.#doubtKinOf(action.code);
    if (action.type === 'refresh' || action.type === 'revoke') this.#doubtKinOf(action.token);
  }

  /** New tokens are valid. Older tokens of the client, including the refresh token just used, may not be. */
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
