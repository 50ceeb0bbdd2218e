/** The places for cases under way. One that only waits gives its place to another. */
export class Places {
  #free: number;
  readonly #waiting: (() => void)[] = [];

  constructor(count: number) {
    this.#free = count;
  }

  async take(): Promise<void> {
    await this.#take(() => this.#waiting.length);
  }

  give(): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#free += 1;
    else next();
  }

  /** Does something for which a case needs no place, and goes on before any case that has not begun. */
  async lend<Result>(wait: () => Promise<Result>): Promise<Result> {
    this.give();
    try {
      return await wait();
    } finally {
      await this.#take(() => 0);
    }
  }

  async #take(turn: () => number): Promise<void> {
    if (this.#free > 0) this.#free -= 1;
    else await new Promise<void>((resolve) => this.#waiting.splice(turn(), 0, resolve));
  }
}
