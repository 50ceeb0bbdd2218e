import { randomText } from '../behaviour.ts';
import { onAnswer } from '../wrap/on-answer.ts';
import type { Variant } from './variant.ts';

/** Answers have the headers and the cookie that gateways in the field send. */
export const variant: Variant = {
  id: 'extra-headers',
  description: 'Answers have the headers and the cookie that gateways in the field send.',
  install: (behaviour) => {
    onAnswer(behaviour, 'all', (answer) => ({
      ...answer,
      headers: {
        ...answer.headers,
        Server: 'envoy',
        'X-Ntnx-Env': 'pc',
        'X-Dns-Prefetch-Control': 'off',
        'Content-Security-Policy': "default-src 'self'",
        Vary: 'Origin, Accept-Encoding',
        'Set-Cookie': `NTNX_IAM_SESSION=${randomText(24)}; Path=/; Secure; HttpOnly; SameSite=Lax`,
      },
    }));
  },
};
