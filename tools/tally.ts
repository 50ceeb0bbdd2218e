/** Counts the claims that hold and those that do not, and ends with the line that CI reads. */
export class Tally {
  #passed = 0;
  #failed = 0;

  /** The claim holds if there is nothing against it. */
  expectNone<T>(claim: string, against: readonly T[], describe: (item: T) => string): void {
    if (against.length === 0) {
      this.#passed += 1;
      return;
    }
    this.#failed += 1;
    process.stdout.write(`FAILED ${claim}\n${against.map((item) => `    ${describe(item)}\n`).join('')}`);
  }

  /** Prints the counts and returns the exit code. */
  finish(): number {
    process.stdout.write(`${this.#passed} passed, ${this.#failed} failed\n`);
    return this.#failed === 0 && this.#passed > 0 ? 0 : 1;
  }
}
