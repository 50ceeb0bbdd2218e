import { randomText } from '../behaviour.ts';
import { basePath, findRoute } from '../route.ts';
import { challengeBy, onAnswer, withHeader, withStatus } from '../wrap/change-answer.ts';
import { withLogin } from '../wrap/change-call.ts';
import type { Variant } from './variant.ts';

/** As with real gateways, a session is so short that a run has to log in again. */
const usesOfSession = 200;

/** Lawful ways to authenticate callers. */
export const authVariants: readonly Variant[] = [
  {
    id: 'credentials-before-routing',
    description: 'Without credentials every path and method is 401.',
    install: (behaviour) => {
      behaviour.wrappers.push((call, next) => {
        if (call.operation !== null || call.method === 'OPTIONS') return next(call);
        return call.headers.authorization === undefined
          ? next({ ...call, ...findRoute('GET', `${basePath}/users/me`), method: 'GET' })
          : next(call);
      });
    },
  },
  {
    id: 'challenges-in-one-line',
    description: 'Every challenge for Basic stands behind others on its line.',
    install: (behaviour) => {
      challengeBy(behaviour, `Negotiate, Bearer realm="Prism, Central", basic realm=Prism, Charset="UTF-8"`);
    },
  },
  {
    id: 'other-schemes-400',
    description: 'Credentials by a scheme that the gateway does not know are answered with 400.',
    install: (behaviour) => {
      onAnswer(behaviour, 'all', (answer, call) =>
        answer.status === 401 && !/^(?:basic|bearer|$)/i.test(call.headers.authorization ?? '')
          ? withStatus(answer, 400)
          : answer,
      );
    },
  },
  {
    id: 'session-cookie',
    description: 'A login sets a cookie that stands for user and password in later calls, for a time.',
    install: (behaviour) => {
      const usesLeft = new Map<string, number>();
      behaviour.wrappers.push(async (call, next, { login }) => {
        const [, session = ''] = /NTNX_IGW_SESSION=([\w-]+)/.exec(call.headers.cookie ?? '') ?? [];
        const left = usesLeft.get(session) ?? 0;
        if (call.headers.authorization === undefined && left > 0) {
          usesLeft.set(session, left - 1);
          return next(withLogin(call, login));
        }
        const answer = await next(call);
        if (answer.status >= 400 || !/^basic /i.test(call.headers.authorization ?? '')) return answer;
        const begun = randomText(24);
        usesLeft.set(begun, usesOfSession);
        const attributes = 'Path=/; Secure; HttpOnly; SameSite=Lax';
        return withHeader(answer, 'Set-Cookie', `NTNX_IGW_SESSION=${begun}; ${attributes}`);
      });
    },
  },
];
