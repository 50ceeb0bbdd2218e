import { onAnswer, withHeader, withoutDate } from '../wrap/change-answer.ts';
import type { Fault } from './fault.ts';

/** Faults in the Date of answers. */
export const responseDateFaults: readonly Fault[] = [
  {
    id: 'no-date',
    description: 'Answers have no Date.',
    trips: ['response.date.present'],
    install: withoutDate,
  },
  {
    id: 'date-as-in-mail',
    description: 'Date ends with the offset 0000 instead of GMT, as in the header of a mail.',
    trips: ['response.date.well-formed'],
    install: (behaviour) => {
      onAnswer(behaviour, 'all', (answer) =>
        withHeader(answer, 'Date', new Date().toUTCString().replace('GMT', '+0000')),
      );
    },
  },
  {
    id: 'date-as-iso-8601',
    description: 'Date is an instant of ISO 8601.',
    trips: ['response.date.well-formed'],
    install: (behaviour) => {
      onAnswer(behaviour, 'all', (answer) => withHeader(answer, 'Date', new Date().toISOString()));
    },
  },
];
