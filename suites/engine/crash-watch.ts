import type { Finding, OperationRecord } from '../../checks/verdict.ts';
import type { Exchange, WireRequest } from '../../driver/exchange.ts';
import type { Contract } from '../../spec/operation.ts';
import { CaseAttempt } from './attempt.ts';
import { formatCasePath } from './case-path.ts';
import type { DrawnCase } from './draw-cases.ts';
import { addCount } from './recorder.ts';
import { redactedSteps, redactorOfAttempt } from './light-attempt.ts';
import type { CaseRun } from './run-case.ts';
import type { Wire } from './wire.ts';

/** A case with a request that got no answer because its connection was closed. */
interface Suspect {
  readonly drawn: DrawnCase;
  readonly result: CaseRun;
  /** When its request was sent. */
  readonly sentAt: number;
}

interface LostRequest {
  readonly request: WireRequest;
  readonly sentAt: number;
  readonly lostAt: number;
}

/** More requests than are ever in flight. */
const mostLost = 512;

/**
 * Finds the request that ended the target: connections were closed without an answer, nothing that was sent later was
 * answered, and then nobody listened any more. A target that only closes connections, or that is restarted, goes on
 * answering.
 */
export class CrashWatch {
  #clock = 0;
  #lost: LostRequest[] = [];
  #isDeserted = false;
  readonly #suspects = new Map<WireRequest, Suspect>();
  readonly #answered = new Set<string>();
  /** The request from which another one was made, such as a repetition. */
  readonly #origins = new WeakMap<WireRequest, WireRequest>();

  /** Whether requests were lost and it is not known whether the target still listens. */
  get isDoubtful(): boolean {
    return this.#lost.length > 0 && !this.#isDeserted;
  }

  /** Watches what becomes of each attempt to send a request. */
  watch(send: Wire['send']): Wire['send'] {
    return async (request) => {
      const sentAt = this.#tick();
      const exchange = await send(request);
      this.#see(request, exchange, sentAt);
      return exchange;
    };
  }

  /** Takes note of the exchange that all attempts at a request led to. */
  follow(request: WireRequest, exchange: Exchange): Exchange {
    if (exchange.request !== request) this.#origins.set(exchange.request, request);
    return exchange;
  }

  /** Takes note of a case after its run. */
  note(drawn: DrawnCase, result: CaseRun): void {
    // As nearly always.
    if (this.#lost.length === 0) {
      this.#answered.add(drawn.testCase.family);
      return;
    }
    const sent = [...result.exchanges.values()].flatMap(({ request }) => [...this.#originsOf(request)]);
    const lost = this.#lost.filter(({ request }) => sent.includes(request));
    for (const { request, sentAt } of lost) this.#suspects.set(request, { drawn, result, sentAt });
    if (lost.length === 0) this.#answered.add(drawn.testCase.family);
  }

  *#originsOf(request: WireRequest): Generator<WireRequest> {
    for (let one: WireRequest | undefined = request; one !== undefined; one = this.#origins.get(one))
      yield one;
  }

  /**
   * The cases that may have ended the target, the most suspicious one first: of a family that was not answered before,
   * with broken requests, sent early. Empty if the target has not ended.
   */
  suspects(): readonly DrawnSuspect[] {
    if (!this.#isDeserted) return [];
    const doubt = ({ drawn: { family, testCase }, sentAt }: Suspect): readonly number[] => [
      this.#answered.has(testCase.family) ? 1 : 0,
      family.polarity === 'valid' ? 1 : 0,
      sentAt,
    ];
    const cases = this.#lost.flatMap(({ request }) => this.#suspects.get(request) ?? []);
    // A case may have lost several requests.
    return [...new Map(cases.map((suspect) => [suspect.drawn, suspect])).values()].sort((one, other) =>
      compare(doubt(one), doubt(other)),
    );
  }

  #see(request: WireRequest, { response, failure, isRepeated }: Exchange, sentAt: number): void {
    if (response !== null) {
      for (const past of this.#lost) if (past.lostAt < sentAt) this.#suspects.delete(past.request);
      this.#lost = this.#lost.filter(({ lostAt }) => lostAt >= sentAt);
      this.#isDeserted &&= this.#lost.length > 0;
      return;
    }
    const isRefused = failure?.kind === 'refused';
    const isLost = failure?.kind === 'reset' || failure?.kind === 'short-body';
    // The connection was closed when the request had gone out on it, and no other could be opened.
    if (isLost || (isRefused && isRepeated === true)) this.#lose({ request, sentAt });
    if (isRefused) this.#isDeserted = this.#lost.length > 0;
  }

  #lose({ request, sentAt }: Omit<LostRequest, 'lostAt'>): void {
    if (this.#lost.length >= mostLost || this.#lost.some((one) => one.request === request)) return;
    this.#lost.push({ request, sentAt, lostAt: this.#tick() });
  }

  #tick(): number {
    this.#clock += 1;
    return this.#clock;
  }
}

/** A case that may have ended the target. */
export type DrawnSuspect = Omit<Suspect, 'sentAt'>;

function compare(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((value, index) => value !== other[index]);
  return at === -1 ? 0 : (one[at] ?? 0) - (other[at] ?? 0);
}

/** The end of a target for the record of its suite. */
export function crashOf(
  plan: { readonly contract: Contract },
  suspects: readonly DrawnSuspect[],
  password: string,
): Pick<OperationRecord, 'crash'> {
  const finding = crashFinding(plan, suspects, password);
  if (finding === null) return {};
  const families = new Map<string, number>();
  for (const { drawn } of suspects) addCount(families, drawn.testCase.family);
  return { crash: { finding, families: [...families].map(([family, count]) => ({ family, count })) } };
}

/** The most suspicious case, which says how many others there are. */
function crashFinding(
  { contract }: { readonly contract: Contract },
  [first, ...others]: readonly DrawnSuspect[],
  password: string,
): Finding | null {
  if (first === undefined) return null;
  const { drawn, result } = first;
  const attempt = new CaseAttempt(contract, drawn.testCase, result, password);
  const redactor = redactorOfAttempt(attempt);
  const cases = others.length + 1;
  const flight = cases === 1 ? '' : ` (${cases} cases were in flight)`;
  return {
    at: 'connection',
    expected: redactor.sentence('an answer'),
    actual: redactor.sentence(`none, and nobody listens any more${flight}`),
    family: drawn.testCase.family,
    path: formatCasePath(drawn.path),
    count: 1,
    shrinks: 0,
    isReproduced: null,
    exchanges: redactedSteps(attempt, redactor),
  };
}
