import type { Case } from '../../generators/case.ts';
import { createdId } from '../../driver/clients/creation.ts';
import type { Exchange } from '../../driver/exchange.ts';
import { renderRequest } from '../../generators/request/render-request.ts';
import type { Wire } from './wire.ts';
import type { CaseRun } from './run-case.ts';

export interface Residue {
  readonly created: number;
  readonly removed: number;
  /** Client ids that could not be removed. */
  readonly left: readonly string[];
}

/** After this many removals in a row that hang, the rest is left to the sweep, which does not wait for each. */
const mostHangs = 5;

/**
 * Removes the clients that cases created: those of a case as soon as it is judged, those that cases share at the end.
 * So a target that others use has few clients of ours at any time, and none afterwards.
 */
export class Teardown {
  #created = 0;
  #removed = 0;
  readonly #left = new Set<string>();
  /** Clients of shared steps, which are in use until the end. */
  readonly #kept = new Set<string>();
  #hangs = 0;
  readonly #wire: Wire;

  constructor(wire: Wire) {
    this.#wire = wire;
  }

  /** Removes the clients that only this case used, and remembers those that others still use. */
  async cleanUp(testCase: Case, run: Pick<CaseRun, 'exchanges'>): Promise<void> {
    const own = new Set<string>();
    for (const [name, exchange] of run.exchanges) {
      const step = testCase.steps.find((candidate) => candidate.name === name);
      const id = createdId(exchange);
      if (id === null || this.#kept.has(id)) continue;
      if (step?.shared === undefined) own.add(id);
      else this.#keep(id);
    }
    if (own.size === 0) return;
    this.#created += own.size;
    await Promise.all([...own].map((id) => this.#remove(id)));
  }

  /** Removes the clients of shared steps. Returns what was created, removed and left. */
  async finish(): Promise<Residue> {
    const kept = [...this.#kept];
    this.#kept.clear();
    await Promise.all(kept.map((id) => this.#remove(id)));
    return { created: this.#created, removed: this.#removed, left: [...this.#left] };
  }

  #keep(id: string): void {
    if (this.#kept.has(id)) return;
    this.#kept.add(id);
    this.#created += 1;
  }

  async #remove(id: string): Promise<void> {
    if (this.#hangs >= mostHangs) {
      this.#left.add(id);
      return;
    }
    const first = await this.#wire.send(
      renderRequest(
        {
          method: 'DELETE',
          path: ['oauth', 'client', id],
          query: [],
          headers: [],
          credentials: { type: 'valid' },
          body: null,
        },
        new Map(),
        this.#wire.target,
      ),
    );
    const { repeats } = this.#wire;
    const exchange =
      repeats !== undefined && isRefused(first) ? await repeats.settle(this.#wire, first, isRefused) : first;
    const status = exchange.response?.status ?? 0;
    this.#hangs = exchange.failure?.kind === 'hang' ? this.#hangs + 1 : 0;
    // 404: the case itself, or the target, has removed it.
    if ((status >= 200 && status < 300) || status === 404) this.#removed += 1;
    else this.#left.add(id);
  }
}

/** Whether the removal is tried again before the client counts as left: gateways under load sporadically answer so. */
function isRefused({ response }: Exchange): boolean {
  return response === null || [401, 403, 429, 502, 503].includes(response.status);
}
