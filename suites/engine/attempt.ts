import { collectSecrets } from '../../driver/secrets/collect-secrets.ts';
import type { Exchange, HttpResponse } from '../../driver/exchange.ts';
import { mainStep } from '../../generators/case.ts';
import type { Case } from '../../generators/case.ts';
import type { Contract, Operation } from '../../spec/operation.ts';
import type { Attempt } from '../../checks/rule.ts';
import type { CaseRun } from './run-case.ts';
import { rememberEach } from '../../spec/remember.ts';

/** A case after its run, as rules see it. */
export class CaseAttempt implements Attempt {
  readonly contract: Contract;
  readonly operation: Operation;
  readonly case: Case;
  readonly exchange: Exchange;
  readonly response: HttpResponse | null;
  readonly exchanges: ReadonlyMap<string, Exchange>;
  readonly slots: ReadonlyMap<string, string>;
  readonly #password: string;
  #secrets: readonly string[] | null = null;

  readonly isUnset?: true;

  constructor(contract: Contract, testCase: Case, run: CaseRun, password: string) {
    const main =
      run.unset === null ? run.exchanges.get(mainStep(testCase).name) : [...run.exchanges.values()].at(-1);
    if (main === undefined) throw new TypeError(`case of ${testCase.family} has not sent its main step`);
    if (run.unset !== null) this.isUnset = true;
    this.contract = contract;
    this.operation = contract.operations[testCase.operation];
    this.case = testCase;
    this.exchange = main;
    this.response = main.response;
    this.exchanges = run.exchanges;
    this.slots = run.slots;
    this.#password = password;
  }

  /** Computed on demand: few rules need it, and none of them for an ordinary answer. */
  get secrets(): readonly string[] {
    this.#secrets ??= [...this.#collectSecrets()];
    return this.#secrets;
  }

  #collectSecrets(): ReadonlySet<string> {
    const all = new Set(collectSecrets(this.exchange, [this.#password]));
    for (const exchange of this.exchanges.values()) {
      if (exchange === this.exchange) continue;
      for (const secret of knownSecrets(exchange)) all.add(secret);
    }
    return all;
  }
}

/** Whether a case that ended in its setup shows why: an answer named somebody else's client. */
export function tellsOfUnset({ exchanges }: Pick<CaseRun, 'exchanges'>): boolean {
  return [...exchanges.values()].some(({ foreign }) => foreign !== undefined);
}

/** The secrets of exchanges that cases share, which would otherwise be collected again for each case. */
const knownSecrets = rememberEach((exchange: Exchange): readonly string[] => collectSecrets(exchange, []));
