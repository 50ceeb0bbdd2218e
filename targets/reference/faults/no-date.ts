import { onWire } from '../wrap/on-wire.ts';
import { writeRendered } from '../write-answer.ts';
import type { Fault } from './fault.ts';

/** Answers have no Date. */
export const fault: Fault = {
  id: 'no-date',
  description: 'Answers have no Date.',
  trips: ['response.date.present'],
  install: (behaviour) => {
    onWire(
      behaviour,
      () => true,
      (response, rendered) => {
        response.sendDate = false;
        writeRendered(response, rendered);
      },
    );
  },
};
