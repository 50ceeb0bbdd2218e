/** How many of the latest tokens are remembered: a target that issues a token again does so soon. */
const mostTokens = 20_000;

/**
 * Remembers to which client each token was issued. A token issued to two clients, or with somebody else's client, is
 * not ours to revoke: another holder would lose it.
 */
export class TokenRegister {
  readonly #clients = new Map<string, string>();
  readonly #others = new Set<string>();

  /** Records a token issued to a client of ours. Returns whether another client was issued it before. */
  give(token: string, client: string): boolean {
    const known = this.#clients.get(token);
    if (known !== undefined && known !== client) this.disown(token);
    this.#clients.set(token, client);
    if (this.#clients.size > mostTokens) dropOldest(this.#clients);
    return this.#others.has(token);
  }

  /** Records a token that is not ours, or not ours alone. */
  disown(token: string): void {
    this.#others.add(token);
    if (this.#others.size > mostTokens) dropOldest(this.#others);
  }

  /** Whether a text is a token that is known not to be ours alone. */
  isOthers(text: string): boolean {
    return this.#others.has(text);
  }
}

function dropOldest(values: Map<string, unknown> | Set<string>): void {
  const [oldest] = values.keys();
  if (oldest !== undefined) values.delete(oldest);
}
