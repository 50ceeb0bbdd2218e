import type { HostileBehaviour } from './behaviour.ts';
import { bothTimes, type Misbehaviour } from './misbehaviour.ts';
import type { RawRequest } from './raw-request.ts';
import { standInFront, type Mangler } from './stand-in-front.ts';

const redirect =
  (status: string, location: (path: string) => string): Mangler =>
  (socket, _truth, { path }: RawRequest) =>
    socket.write(`HTTP/1.1 ${status}\r\nLocation: ${location(path)}\r\nContent-Length: 0\r\n\r\n`);

const undocumented = { exit: 1, rule: 'response.status.documented' } as const;
const noPrism = { exit: 3, says: /unlike a Prism/ } as const;

/** A redirect must be judged but never followed: otherwise credentials would go wherever the target says. */
const notFollowed: HostileBehaviour['objections'] = (_ended, { requests }) =>
  Promise.resolve(
    requests
      .filter(({ path }) => path.includes('/hop'))
      .map(({ path }) => `the redirect to ${path} is followed`),
  );

const misbehaviours: readonly Misbehaviour[] = [
  {
    name: 'redirects-to-itself',
    answer: redirect('302 Found', (path) => path),
    later: undocumented,
    atOnce: noPrism,
  },
  {
    name: 'redirects-100-times',
    answer: redirect('307 Temporary Redirect', (path) => `${path}/hop`),
    later: undocumented,
    atOnce: noPrism,
    objections: notFollowed,
  },
  {
    name: 'redirects-elsewhere',
    answer: redirect('308 Permanent Redirect', () => 'http://127.0.0.1:1/hop'),
    later: undocumented,
    atOnce: noPrism,
    objections: notFollowed,
  },
];

const loginRedirect: HostileBehaviour = {
  name: 'redirects-of-a-login-without-end',
  exit: 1,
  operation: 'oauth_idp_login_get',
  rule: 'method.undocumented.refused',
  start: (reference) =>
    standInFront(
      reference,
      ({ path }) => path.includes('/idp_login'),
      redirect('302 Found', (path) => `${path}&hop=1`),
    ),
  objections: notFollowed,
};

/** Redirects that would never end. */
export const redirects = [...misbehaviours.flatMap(bothTimes), loginRedirect];
