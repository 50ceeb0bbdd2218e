import { redirectAnswer } from '../answer.ts';
import { randomText } from '../behaviour.ts';
import { onAnswer } from '../wrap/on-answer.ts';
import { withHeader } from '../wrap/with-header.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_idp_callback_get'] as const;

/** Any code signs in at the callback. */
export const fault: Fault = {
  id: 'callback-accepts-any-code',
  description: 'Any code signs in at the callback.',
  trips: ['login.session.not-for-invented'],
  operations,
  install: (behaviour) => {
    onAnswer(behaviour, operations, (answer, call) =>
      answer.status === 400 && /(?:^|&)code=[^&]/.test(call.query)
        ? withHeader(
            redirectAnswer('https://prism.example.com:9440/console/'),
            'Set-Cookie',
            `NTNX_IGW_SESSION=${randomText(24)}; Path=/; Secure; HttpOnly`,
          )
        : answer,
    );
  },
};
