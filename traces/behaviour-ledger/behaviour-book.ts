import { createHash } from 'node:crypto';
import { collectSecrets } from '../../driver/secrets/collect-secrets.ts';
import type { Exchange } from '../../driver/exchange.ts';
import type { Redactor } from '../../driver/secrets/redactor.ts';
import { redactorOf } from '../../driver/secrets/redactor-of.ts';
import type { Step } from '../../generators/case.ts';
import type { CaseWent } from '../../suites/engine/live-cases.ts';
import { answerFacts } from './answer-facts.ts';
import type { SeenBehaviour } from './behaviour.ts';

/** The kind that describes the items of any list of clients. */
const anyList = '(any list)';

/** Records what is observed in cases, as sets: frequency and order do not matter. */
export class BehaviourBook {
  readonly #suite: string;
  readonly #password: string;
  readonly #kinds = new Sets();
  readonly #headers = new Sets();
  readonly #shapes = new Map<string, readonly string[]>();

  constructor(suite: string, password: string) {
    this.#suite = suite;
    this.#password = password;
  }

  /**
   * Records a case: its main answer, or in a sequence every answer. Skips races and what comes after them, repeated
   * requests, and cases that were shrunk: these depend on chance.
   */
  see({ path, testCase, result }: CaseWent): void {
    if (path.steps.length > 1) return;
    const redactor = this.#redactorOf([...result.exchanges.values()]);
    for (const step of testCase.steps) {
      if (step.together !== undefined) return;
      const exchange = result.exchanges.get(step.name);
      if (exchange === undefined || exchange.isRepeated === true || !this.#isTold(step)) continue;
      const { line, status, headers, places, listed } = answerFacts(exchange, redactor);
      const kind = this.#suite === 'session' ? `session ${testCase.family}, ${step.name}` : testCase.family;
      this.#kinds.add([step.operation, kind], `${line}${this.#shapeOf(places)}`);
      for (const header of headers) this.#headers.add([step.operation, status], header);
      for (const place of listed) this.#kinds.add([step.operation, anyList], place);
    }
  }

  /** The recorded observations, in order. */
  read(): SeenBehaviour {
    return {
      kinds: this.#kinds.read(),
      headers: this.#headers.read(),
      shapes: Object.fromEntries([...this.#shapes].map(([id, places]) => [id, [...places]])),
    };
  }

  #redactorOf(exchanges: readonly Exchange[]): Redactor {
    const secrets = exchanges.flatMap((exchange) => collectSecrets(exchange, [this.#password]));
    return redactorOf(exchanges, secrets);
  }

  #isTold({ role, shared }: Step): boolean {
    return this.#suite === 'session' ? shared === undefined : role === 'main';
  }

  #shapeOf(places: readonly string[]): string {
    if (places.length === 0) return '';
    const id = createHash('sha256').update(places.join('\n')).digest('hex').slice(0, 8);
    this.#shapes.set(id, places);
    return ` #${id}`;
  }
}

/** Sets of texts by two names. */
class Sets {
  readonly #sets = new Map<string, Map<string, Set<string>>>();

  add([first, second]: readonly [string, string], value: string): void {
    const inner = this.#sets.get(first) ?? new Map<string, Set<string>>();
    this.#sets.set(first, inner);
    inner.set(second, (inner.get(second) ?? new Set()).add(value));
  }

  read(): Record<string, Record<string, string[]>> {
    return Object.fromEntries(
      [...this.#sets].map(([first, inner]) => [
        first,
        Object.fromEntries([...inner].map(([second, values]) => [second, [...values].sort()])),
      ]),
    );
  }
}
