/** Lets cases run side by side, and those that other cases would disturb alone. */
export class Turns {
  readonly #running = new Set<Promise<void>>();
  /** The last case that runs alone: whatever comes after it waits. */
  #gate: Promise<void> = Promise.resolve();

  take(isAlone: boolean, work: () => Promise<void>): Promise<void> {
    const before = isAlone ? Promise.all([this.#gate, ...this.#running]) : this.#gate;
    const turn = before.then(work);
    const settled = turn.catch(() => undefined).then(() => void this.#running.delete(settled));
    this.#running.add(settled);
    if (isAlone) this.#gate = settled;
    return turn;
  }
}
