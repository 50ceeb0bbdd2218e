import { bothTimes, type Misbehaviour } from './misbehaviour.ts';
import type { Mangler } from './stand-in-front.ts';

/** An answer that turns a request away. */
function turnAway(status: string, headers: string): Mangler {
  return (socket) =>
    socket.write(`HTTP/1.1 ${status}\r\n${headers}Content-Type: text/html\r\nContent-Length: 3\r\n\r\nno\n`);
}

const tenYears = 'Retry-After: 315360000\r\n';
const notJudged = { exit: 3, says: /turned all \d+ valid requests/ } as const;
const noPrism = { exit: 3, says: /unlike a Prism/ } as const;

const misbehaviours: readonly Misbehaviour[] = [
  {
    name: 'answers-429-for-ever',
    answer: turnAway('429 Too Many Requests', 'Retry-After: 1\r\n'),
    later: notJudged,
    atOnce: noPrism,
  },
  {
    name: 'answers-503-for-ten-years',
    answer: turnAway('503 Service Unavailable', tenYears),
    later: notJudged,
    atOnce: noPrism,
  },
  {
    name: 'answers-429-until-2099',
    answer: turnAway('429 Too Many Requests', 'Retry-After: Fri, 31 Dec 2099 23:59:59 GMT\r\n'),
    later: notJudged,
  },
  {
    name: 'answers-429-with-odd-retry-after',
    answer: turnAway(
      '429 Too Many Requests',
      'Retry-After: -1\r\nRetry-After: soon\r\nRetry-After: 1e99\r\n',
    ),
    later: notJudged,
  },
  {
    name: 'answers-502-for-ever',
    answer: turnAway('502 Bad Gateway', ''),
    later: { exit: 1, rule: 'robustness.server-error.none' },
  },
  {
    name: 'refuses-the-credentials-later',
    answer: turnAway('401 Unauthorized', 'WWW-Authenticate: Basic realm="x"\r\n'),
    later: { exit: 1, rule: 'request.valid.accepted' },
    atOnce: { exit: 3, says: /refuses the credentials/ },
  },
];

/** Gateways that turn requests away and ask us to wait. */
export const strained = misbehaviours.flatMap(bothTimes);
