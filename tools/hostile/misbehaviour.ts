import type { HostileBehaviour } from './behaviour.ts';
import type { RawRequest } from './raw-request.ts';
import { standInFront, type Mangler } from './stand-in-front.ts';

/** What a run comes to. */
type Outcome = Pick<HostileBehaviour, 'exit' | 'rule' | 'says'>;

/** A way to answer badly, which a target can have in one operation or from the first request on. */
export interface Misbehaviour extends Omit<HostileBehaviour, 'start' | keyof Outcome> {
  readonly answer: Mangler;
  /** When only the reading of clients is answered so, and the rest faithfully. */
  readonly later: Outcome;
  /** When everything is answered so, the pre-flight's list included. */
  readonly atOnce?: Outcome;
}

/** Both behaviours of a misbehaviour. */
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

/** The operation that is driven. */
export function readsClient({ method, path }: RawRequest): boolean {
  return method === 'GET' && path.includes('/oauth/client/');
}
