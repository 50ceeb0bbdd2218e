import type { Answer, Wire } from '../answer.ts';
import type { Behaviour } from '../behaviour.ts';
import type { Call } from '../call.ts';
import { onAnswer } from './on-answer.ts';

/** Lets some answers be written in a way of their own. */
export function onWire(
  behaviour: Behaviour,
  when: (call: Call, answer: Answer) => boolean,
  wire: Wire,
): void {
  onAnswer(behaviour, 'all', (answer, call) => (when(call, answer) ? { ...answer, wire } : answer));
}
