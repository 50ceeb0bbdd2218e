import type { Step } from '../case.ts';
import { asMain, asProbe, atOnce, capturingNothing } from './session-case.ts';

/** Requests at once: more than a target is likely to have workers, so that all of them are busy at the same moment. */
export const racers = 16;

/** Rounds of a case, and the values that are raced for in each. A server that fails for one in twenty is found. */
const rounds = 6;
const raced = 2;

/** The first request of a case to an operation is the main step. The steps capture nothing, since it is open whose value would be kept. */
export function race(steps: readonly Step[], round = 0): readonly Step[] {
  const main = steps.findIndex(({ operation }) => operation !== 'gateway');
  return atOnce(
    round === 0 ? 'race' : `race-${round}`,
    steps.map((step, index) => {
      const position = round * racers + index;
      return capturingNothing(
        round === 0 && position === main ? asMain(step) : asProbe(step, `race-${position}`),
      );
    }),
  );
}

/**
 * Rounds of requests in which several values are raced for at once. `prepare` obtains a value under the given number,
 * and `use` uses it. What fails in a later round does not spoil the ones before. Values are obtained one after another, each
 * by all of its steps: a server may end the earlier code of a client when it gives another one.
 */
export function inRounds(
  prepare: (number: number) => readonly Step[],
  use: (number: number) => Step,
): readonly Step[] {
  return Array.from({ length: rounds }, (_, round) => round).flatMap((round) => {
    const numbers = Array.from({ length: raced }, (_, index) => round * raced + index);
    const prepared = numbers.flatMap(prepare);
    return [
      ...(round === 0 ? prepared : prepared.map((step) => asProbe(step, step.name))),
      ...race(
        Array.from({ length: racers }, (_, index) => use(round * raced + (index % raced))),
        round,
      ),
    ];
  });
}
