import { onAnswer } from '../wrap/on-answer.ts';
import { recordOperations } from '../wrap/operation-groups.ts';
import type { Fault } from './fault.ts';

/** Content-Length counts characters instead of bytes, so that the end of other than ASCII text is cut off. */
export const fault: Fault = {
  id: 'length-counts-characters',
  description:
    'Content-Length counts characters instead of bytes, so that the end of other than ASCII text is cut off.',
  trips: ['response.schema.valid'],
  operations: recordOperations,
  install: (behaviour) => {
    onAnswer(behaviour, recordOperations, (answer) => {
      if (answer.body === null || answer.status !== 200) return answer;
      const text = JSON.stringify(answer.body);
      return { ...answer, payload: Buffer.from(text).subarray(0, text.length) };
    });
  },
};
