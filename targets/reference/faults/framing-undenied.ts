import { onAnswer } from '../wrap/on-answer.ts';
import { writeRendered } from '../write-answer.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_authorize_post'] as const;

/** The page of a consent may be framed by any other. */
export const fault: Fault = {
  id: 'framing-undenied',
  description: 'The page of a consent may be framed by any other.',
  trips: ['header.framing.denied'],
  operations: operations,
  install: (behaviour) => {
    onAnswer(behaviour, operations, (answer) => ({
      ...answer,
      wire: (response, rendered) => {
        const headers = Object.entries(rendered.headers).filter(([name]) => name !== 'X-Frame-Options');
        writeRendered(response, { ...rendered, headers: Object.fromEntries(headers) });
      },
    }));
  },
};
