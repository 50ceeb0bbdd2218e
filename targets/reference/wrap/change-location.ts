import type { Behaviour } from '../behaviour.ts';
import type { Concern } from './concerns.ts';
import { onAnswer } from './on-answer.ts';
import { withHeader } from './with-header.ts';

/** Changes where redirects lead. */
export function changeLocation(
  behaviour: Behaviour,
  operations: Concern,
  change: (location: string) => string,
): void {
  onAnswer(behaviour, operations, (answer) => {
    const location = answer.headers['Location'];
    return location === undefined ? answer : withHeader(answer, 'Location', change(location));
  });
}
