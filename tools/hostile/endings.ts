import { Buffer } from 'node:buffer';
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Socket } from 'node:net';
import type { HostileBehaviour, SentSignal } from './behaviour.ts';
import { serve, type HostileServer } from './hostile-server.ts';
import type { RawRequest } from './raw-request.ts';
import { render, standInFront, withBody, type Mangler } from './stand-in-front.ts';

/**
 * The time limit after the signal or the deadline, longer if clients still have to be removed. It leaves room for a
 * busy machine.
 */
const boundMs = { plain: 12_000, withSweep: 21_000 };
/** The time limit given to a run here, and how long it may take to start. */
const maxTimeS = 10;
const startMs = 12_000;

/** The requests' own timeout is longer than any run may take. */
const patient = ['--timeout-ms', '60000'];
const timed = [...patient, '--max-time', String(maxTimeS)];
const untimed = [...patient, '--max-time', '600'];

const silence: Mangler = () => undefined;

const isList = ({ path: where }: RawRequest): boolean => where.endsWith('/oauth/client/list');
const isRemoval = ({ method }: RawRequest): boolean => method === 'DELETE';
const isRegistration = ({ method, path: where }: RawRequest): boolean =>
  method === 'POST' && where.endsWith('/oauth/client');
const isRead = ({ method, path: where }: RawRequest): boolean =>
  method === 'GET' && where.includes('/oauth/client/');
const isAny = (): boolean => true;

type Asked = (request: RawRequest) => boolean;

/** The moment when this many such requests have been seen. */
function seen(asked: Asked, times = 1): SentSignal['when'] {
  return ({ requests }) => requests.filter(asked).length >= times;
}

async function resultMissing({ folder }: { readonly folder: string }): Promise<readonly string[]> {
  return Promise.resolve(existsSync(path.join(folder, 'result.json')) ? [] : ['there is no result file']);
}

/** `clean` works from the ledger, so it must exist. */
async function ledgerMissing(ended: { readonly folder: string }): Promise<readonly string[]> {
  const isThere = existsSync(path.join(ended.folder, 'out', 'ledger'));
  return [...(await resultMissing(ended)), ...(isThere ? [] : ['there is no ledger'])];
}

/** Sends one byte per second, starting from the head or from the body. Anything before that is sent immediately. */
function dripping(isHead: boolean): Mangler {
  return (socket, truth) => {
    const bytes = render(truth);
    let sent = isHead ? 1 : bytes.indexOf('\r\n\r\n') + 5;
    socket.write(bytes.subarray(0, sent));
    const timer = setInterval(() => {
      if (socket.destroyed || sent >= bytes.length) clearInterval(timer);
      else socket.write(bytes.subarray(sent, (sent += 1)));
    }, 1000);
  };
}

let listed = 0;

/** A page of new clients, two seconds after each request. */
const endlessList: Mangler = (socket, truth) => {
  const entities = Array.from({ length: 500 }, () => {
    listed += 1;
    return { client_id: `endless-${listed}`, client_name: 'n', client_description: 'd' };
  });
  const page = withBody(truth, JSON.stringify({ entities, metadata: { total_matches: 10 ** 9 } }));
  setTimeout(() => socket.destroyed || socket.write(render(page)), 2000);
};

/** Accepts connections and sends nothing. Each connection counts as a request. */
async function mute(): Promise<HostileServer> {
  const requests: RawRequest[] = [];
  const { url, close } = await serve(
    () => undefined,
    (socket) => {
      requests.push({ method: 'CONNECTION', path: '', head: '', body: Buffer.alloc(0) });
      socket.resume();
    },
  );
  return { url: url.replace('http:', 'https:'), requests, close };
}

/** Matches lists after the first `lists` ones: the pre-flight check and the list before the run are answered. */
function afterTheFirst(lists: number): Asked {
  let asked = 0;
  return (request) => {
    if (isList(request)) asked += 1;
    return isList(request) && asked > lists;
  };
}

function turnAway(seconds: number): Mangler {
  return (socket: Socket) =>
    socket.write(`HTTP/1.1 429 Too Many Requests\r\nRetry-After: ${seconds}\r\nContent-Length: 0\r\n\r\n`);
}

/** A run that never ends by itself: it hangs at the requests that `asked` selects, and gets a signal there. */
function endedBy(
  name: SentSignal['name'],
  at: string,
  asked: Asked,
  facts: Partial<HostileBehaviour> & { readonly answer?: Mangler; readonly times?: number } = {},
): HostileBehaviour {
  const { answer = silence, times = 1, ...rest } = facts;
  return {
    name: `${name.toLowerCase()}-${at}`,
    exit: 130,
    words: untimed,
    withinMs: boundMs.plain,
    objections: resultMissing,
    start: (reference) => standInFront(reference, asked, answer),
    signal: { name, when: seen(asked, times) },
    ...rest,
  };
}

/** The same, but ended by its time limit. */
function endedInTime(
  at: string,
  asked: Asked,
  facts: Partial<HostileBehaviour> & { readonly answer?: Mangler } = {},
): HostileBehaviour {
  const { answer = silence, ...rest } = facts;
  return {
    name: `time-up-${at}`,
    exit: 3,
    words: timed,
    withinMs: startMs + maxTimeS * 1000 + boundMs.plain,
    objections: resultMissing,
    start: (reference) => standInFront(reference, asked, answer),
    ...rest,
  };
}

const inTimeWithSweep = startMs + maxTimeS * 1000 + boundMs.withSweep;
const removals = { objections: ledgerMissing, withinMs: boundMs.withSweep };
/** Nothing was planned yet, so there is nothing to report. */
const beforePlan = { objections: () => Promise.resolve([]), says: /before anything was tested/ };
const sweepHangs = (): Pick<HostileBehaviour, 'start'> => ({
  start: (reference) => standInFront(reference, afterTheFirst(2), silence),
});

const planning: readonly HostileBehaviour[] = [
  endedBy('SIGHUP', 'in-the-pre-flight', isAny, beforePlan),
  endedBy('SIGTERM', 'in-a-tls-handshake', isAny, {
    ...beforePlan,
    start: mute,
  }),
  endedInTime('in-the-pre-flight', isAny, beforePlan),
  endedBy('SIGINT', 'in-the-login', isList, { ...beforePlan, words: [...untimed, '--login', 'session'] }),
  endedBy('SIGTERM', 'in-a-list-without-end', isList, { answer: endlessList, times: 3 }),
  // The list may take half of the time. The rest is too short for the rate limit.
  endedInTime('in-a-list-without-end', isList, { answer: endlessList, words: [...timed, '--rate', '2/s'] }),
];

const driving: readonly HostileBehaviour[] = [
  endedBy('SIGINT', 'in-driving', isRead),
  endedBy('SIGINT', 'in-the-registrations-of-sessions', isRegistration, {
    operation: 'session',
    withinMs: boundMs.withSweep,
  }),
  endedInTime('in-driving', isRead),
  endedInTime('while-heads-drip', isRead, { answer: dripping(true) }),
  endedInTime('while-bodies-drip', isRead, { answer: dripping(false) }),
  endedBy('SIGHUP', 'while-a-gateway-has-it-wait', isRead, {
    answer: turnAway(25),
    words: [...untimed, '--rate', '5/s'],
  }),
  endedInTime('while-the-rate-has-it-wait', isRead, {
    answer: turnAway(0),
    words: [...timed, '--rate', '1/s', '--runs', '200', '--concurrency', '32'],
    withinMs: inTimeWithSweep,
  }),
];

const leaving: readonly HostileBehaviour[] = [
  endedBy('SIGINT', 'while-removals-hang', isRemoval, removals),
  endedInTime('while-removals-hang', isRemoval, { objections: ledgerMissing, withinMs: inTimeWithSweep }),
  endedBy('SIGTERM', 'while-the-sweep-hangs', isList, {
    ...sweepHangs(),
    withinMs: boundMs.withSweep,
    signal: { name: 'SIGTERM', when: seen(isList, 3) },
  }),
  endedBy('SIGINT', 'twice', isRemoval, {
    objections: () => Promise.resolve([]),
    withinMs: 4000,
    signal: { name: 'SIGINT', when: seen(isRemoval), isTwice: true },
  }),
  endedBy('SIGTERM', 'while-the-page-is-made', () => false, {
    hasReport: true,
    words: ['--timeout-ms', '500', '--max-time', '600'],
    signal: { name: 'SIGTERM', when: ({ folder }) => existsSync(path.join(folder, 'result.json')) },
  }),
];

/** Targets that keep a run from ending, in each of its phases. */
export const endings: readonly HostileBehaviour[] = [...planning, ...driving, ...leaving];
