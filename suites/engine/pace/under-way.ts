/** Work that is done at the same time. */
export class UnderWay {
  readonly #all = new Set<Promise<void>>();
  #failure: { readonly error: unknown } | null = null;

  get isEmpty(): boolean {
    return this.#all.size === 0;
  }

  add(work: Promise<void>): void {
    const watched = work
      .catch((error: unknown) => {
        this.#failure ??= { error };
      })
      .finally(() => this.#all.delete(watched));
    this.#all.add(watched);
  }

  /** Waits until some work has ended. Throws if any has failed. */
  async next(): Promise<void> {
    await Promise.race(this.#all);
    this.check();
  }

  /** Waits for all work. Throws if any has failed. */
  async all(): Promise<void> {
    while (this.#all.size > 0) await Promise.all(this.#all);
    this.check();
  }

  /** Throws if any work has failed. */
  check(): void {
    if (this.#failure !== null) throw this.#failure.error;
  }
}
