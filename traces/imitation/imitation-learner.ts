import type { Exchange } from '../../driver/exchange.ts';
import type { AnswerChange, Imitation } from '../../targets/reference/imitation/imitation.ts';
import { outcomeKeys } from '../../targets/reference/imitation/outcome-keys.ts';
import { findRoute } from '../../targets/reference/route.ts';
import { changeBetween } from './change-between.ts';

interface Votes {
  readonly change: AnswerChange | null;
  count: number;
}

/** Learns from pairs of answers to the same request how a build differs from the reference: what it mostly does counts. */
export class ImitationLearner {
  readonly #votes = new Map<string, Map<string, Votes>>();

  add(reference: Exchange, build: Exchange): void {
    const { method, path } = reference.request;
    if (reference.response === null || build.response === null) return;
    const [plainPath = ''] = path.split('?', 1);
    const { status, json } = reference.response;
    const body = method === 'HEAD' ? null : json;
    const change = changeBetween(reference.response, build.response);
    const signature = signatureOf(change);
    for (const key of outcomeKeys({ ...findRoute(method, plainPath), method, status, body })) {
      const votes = this.#votes.get(key) ?? new Map<string, Votes>();
      this.#votes.set(key, votes);
      const known = votes.get(signature);
      if (known === undefined) votes.set(signature, { change, count: 1 });
      else known.count += 1;
    }
  }

  /** What was learnt. */
  read(): Imitation {
    return Object.fromEntries(
      [...this.#votes].map(([key, votes]) => {
        const [most] = [...votes.values()].sort((one, other) => other.count - one.count);
        return [key, most?.change ?? null];
      }),
    );
  }
}

/** Changes are the same where they differ in values only. */
function signatureOf(change: AnswerChange | null): string {
  if (change === null) return 'none';
  const { status, headers, set, body } = change;
  const shape =
    body.type === 'recorded'
      ? 'recorded'
      : [body.drop.map(String).sort(), body.set.map(([path]) => String(path)).sort(), body.isPretty];
  return JSON.stringify([status, [...headers].sort(), Object.keys(set).sort(), shape]);
}
