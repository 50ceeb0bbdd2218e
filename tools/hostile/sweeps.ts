import { setTimeout as wait } from 'node:timers/promises';
import { spawnReference } from '../../targets/spawn-reference.ts';
import type { HostileBehaviour } from './behaviour.ts';
import type { HostileServer } from './hostile-server.ts';
import { render, standInFront, withBody, type TrueAnswer } from './stand-in-front.ts';
import type { RawRequest } from './raw-request.ts';

const lists = ({ path }: RawRequest): boolean => path.endsWith('/oauth/client/list');
const deletes = ({ method }: RawRequest): boolean => method === 'DELETE';

/** A page of 500 clients that no list has shown before. */
function freshPage(truth: TrueAnswer, page: number): TrueAnswer {
  const entities = Array.from({ length: 500 }, (_, index) => ({
    client_id: `other-${page}-${index}`,
    client_name: 'n',
    client_description: 'd',
  }));
  return withBody(truth, JSON.stringify({ ...(JSON.parse(truth.body.toString()) as object), entities }));
}

/** A list with new clients on every page, each page after a delay. */
function endless(reference: string, delayMs: number): Promise<HostileServer> {
  let page = 0;
  return standInFront(reference, lists, async (socket, truth) => {
    page += 1;
    const mine = page;
    await wait(delayMs);
    socket.write(render(freshPage(truth, mine)));
  });
}

/** Deletions without an answer must not be repeated endlessly. */
function fewDeletions(most: number): NonNullable<HostileBehaviour['objections']> {
  return (_ended, { requests }) => {
    const ids = requests.filter(deletes).map(({ path }) => path);
    const repeated = ids.length - new Set(ids).size;
    return Promise.resolve(repeated <= most ? [] : [`${repeated} deletions are sent again`]);
  };
}

/** A target that is busy with a flood of other requests: it answers slowly, and sometimes not at all. */
function flooded(reference: string): Promise<HostileServer> {
  return standInFront(
    reference,
    (request) => deletes(request) || lists(request),
    async (socket, truth, { path }) => {
      const turn = path.length + Math.floor(performance.now());
      if (turn % 7 === 0) {
        socket.destroy();
        return;
      }
      await wait(turn % 300);
      socket.write(render(truth));
    },
  );
}

/** Runs a behaviour on its own reference target, because what is left there must not affect other behaviours. */
async function onOwn(start: (reference: string) => Promise<HostileServer>): Promise<HostileServer> {
  const own = await spawnReference();
  const server = await start(own.url);
  return {
    ...server,
    close: async () => {
      await server.close();
      await own.close();
    },
  };
}

/** Targets that would keep the clean-up of a run from ending. */
export const sweeps: readonly HostileBehaviour[] = [
  {
    name: 'sweep-deletion-unanswered',
    exit: 0,
    words: ['--runs', '12'],
    start: () => onOwn((url) => standInFront(url, deletes, () => undefined)),
    objections: fewDeletions(60),
  },
  {
    name: 'sweep-list-grows-with-every-call',
    exit: 0,
    operation: 'oauth_client_post',
    words: ['--runs', '20', '--max-time', '15'],
    start: () => onOwn((url) => endless(url, 0)),
  },
  {
    name: 'sweep-list-without-end-slow-pages',
    exit: 0,
    words: ['--timeout-ms', '3000', '--max-time', '15'],
    start: () => onOwn((url) => endless(url, 2000)),
  },
  {
    name: 'sweep-during-a-flood',
    exit: 0,
    operation: 'oauth_client_post',
    words: ['--runs', '20'],
    start: () => onOwn(flooded),
  },
];
