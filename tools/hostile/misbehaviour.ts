import type { HostileBehaviour } from './behaviour.ts';
import type { RawRequest } from './raw-request.ts';
import { standInFront, type Mangler } from './stand-in-front.ts';

/** The required outcome of a run. */
type Outcome = Pick<HostileBehaviour, 'exit' | 'rule' | 'says'>;

/** A way to answer badly, either in one operation only or from the first request on. */
export interface Misbehaviour extends Omit<HostileBehaviour, 'start' | keyof Outcome> {
  readonly answer: Mangler;
  /** The outcome if only reads of clients are answered badly, and the rest faithfully. */
  readonly later: Outcome;
  /** The outcome if everything is answered badly, including the list of the pre-flight check. */
  readonly atOnce?: Outcome;
}

/** The behaviours for both cases of a misbehaviour. */
export function bothTimes({
  name,
  answer,
  later,
  atOnce,
  ...rest
}: Misbehaviour): readonly HostileBehaviour[] {
  const one: HostileBehaviour = {
    ...rest,
    ...later,
    name,
    start: (reference) => standInFront(reference, readsClient, answer),
  };
  if (atOnce === undefined) return [one];
  return [
    one,
    {
      ...rest,
      ...atOnce,
      name: `${name}-at-once`,
      start: (reference) => standInFront(reference, () => true, answer),
    },
  ];
}

/** Whether a request belongs to the operation that is driven by default. */
export function readsClient({ method, path }: RawRequest): boolean {
  return method === 'GET' && path.includes('/oauth/client/');
}
