/** Work that waits for its turn. */
interface Waiting {
  readonly isAlone: boolean;
  readonly begin: () => void;
}

/** Runs cases in parallel, and runs alone those that other cases would disturb, in the order of the calls. */
export class ReadWriteLock {
  #running = 0;
  #isAloneRunning = false;
  readonly #waiting: Waiting[] = [];

  async take(isAlone: boolean, work: () => Promise<void>): Promise<void> {
    if (this.#waiting.length === 0 && this.#isFree(isAlone)) this.#begin(isAlone);
    else await new Promise<void>((begin) => this.#waiting.push({ isAlone, begin }));
    try {
      await work();
    } finally {
      this.#running -= 1;
      this.#isAloneRunning = false;
      this.#callNext();
    }
  }

  #isFree(isAlone: boolean): boolean {
    return !this.#isAloneRunning && (!isAlone || this.#running === 0);
  }

  #begin(isAlone: boolean): void {
    this.#running += 1;
    this.#isAloneRunning = isAlone;
  }

  #callNext(): void {
    for (
      let [next] = this.#waiting;
      next !== undefined && this.#isFree(next.isAlone);
      [next] = this.#waiting
    ) {
      this.#waiting.shift();
      this.#begin(next.isAlone);
      next.begin();
    }
  }
}
