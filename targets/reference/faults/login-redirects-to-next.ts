import { redirectAnswer } from '../answer.ts';
import { onAnswer } from '../wrap/on-answer.ts';
import { loginOperations } from '../wrap/operation-groups.ts';
import type { Fault } from './fault.ts';

/** A login goes where the caller says. */
export const fault: Fault = {
  id: 'login-redirects-to-next',
  description: 'A login goes where the caller says.',
  trips: ['login.destination.closed'],
  operations: loginOperations,
  install: (behaviour) => {
    onAnswer(behaviour, loginOperations, (answer, call) => {
      const query = new URLSearchParams(call.query);
      const next = ['next', 'redirect_uri', 'RelayState', 'return_to', 'target']
        .map((name) => query.get(name))
        .find((value) => value !== null);
      return answer.status === 302 && next != null && URL.canParse(next) ? redirectAnswer(next) : answer;
    });
  },
};
