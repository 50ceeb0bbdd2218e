import { Buffer } from 'node:buffer';
import { createReference } from '../../targets/reference/create-reference.ts';
import type { HostileBehaviour } from './behaviour.ts';
import type { HostileServer } from './hostile-server.ts';
import { render, standInFront, withBody } from './stand-in-front.ts';
import type { TrueAnswer } from './stand-in-front.ts';
import type { RawRequest } from './raw-request.ts';

/** Ids that, if not escaped, lead to another path or into the next header. */
const oddIds = [
  '../../../users/me',
  '..',
  '.',
  'a/b?c=d#e',
  'x HTTP/1.1\r\nX-Injected: yes\r\n\r\nGET /oauth/injected',
  'line\nfeed',
  '%2e%2e%2f%00',
  'nul\0byte',
  '\u{1F600}\u202E',
  '\ud800',
  'x'.repeat(5000),
];

/** An answer with its JSON object changed. */
export function withMembers(truth: TrueAnswer, change: (json: Record<string, unknown>) => void): TrueAnswer {
  const json = JSON.parse(truth.body.toString()) as Record<string, unknown>;
  change(json);
  return withBody(truth, Buffer.from(JSON.stringify(json)));
}

/** Whether a request registers a client. */
export const registers = ({ method, path }: RawRequest): boolean =>
  method === 'POST' && path.endsWith('/oauth/client');
/** Whether a request lists clients. */
export const lists = ({ path }: RawRequest): boolean => path.endsWith('/oauth/client/list');

let given = 0;

/** Every request on the wire must stay a request on one client below the base path. */
const sentWhole: HostileBehaviour['objections'] = (_ended, { requests }) =>
  Promise.resolve(
    requests
      .filter(
        ({ method, path, head }) =>
          /\r\nX-Injected/i.test(head) ||
          (path.includes('injected') && !path.includes('%0D%0A')) ||
          (method === 'DELETE' && !/^\/api\/nutanix\/v3\/oauth\/client\/[^/?#]*$/.test(path)),
      )
      .map(({ method, path }) => `${method} ${path.slice(0, 80)} is sent`),
  );

function hangingList(reference: string): Promise<HostileServer> {
  let asked = 0;
  return standInFront(
    reference,
    (request) => {
      asked += lists(request) ? 1 : 0;
      return lists(request) && asked > 2;
    },
    () => undefined,
  );
}

function oddlyNamed(reference: string): Promise<HostileServer> {
  let made = 0;
  return standInFront(reference, registers, (socket, truth) => {
    const isMade = truth.head.startsWith('HTTP/1.1 20');
    const answer = isMade
      ? withMembers(truth, (json) => {
          json['client_id'] = oddIds[made % oddIds.length];
          made += 1;
        })
      : truth;
    socket.write(render(answer));
  });
}

async function forgetful(): Promise<HostileServer> {
  const { url, close } = await createReference({ faults: ['deletion-does-nothing'] });
  return { url, requests: [], close };
}

/** Targets with unusual clients, or an endless number of them. */
export const clients: readonly HostileBehaviour[] = [
  {
    // The list is read before the run, and again after it.
    name: 'list-without-end',
    exit: 0,
    start: (reference) =>
      standInFront(reference, lists, (socket, truth) => {
        const made = withMembers(truth, (json) => {
          json['entities'] = Array.from({ length: 500 }, () => {
            given += 1;
            return { client_id: `other-${given}`, client_name: 'n', client_description: 'd' };
          });
        });
        socket.write(render(made));
      }),
  },
  {
    name: 'list-that-hangs-at-the-end',
    exit: 0,
    start: hangingList,
  },
  {
    name: 'ids-that-lead-elsewhere',
    exit: 1,
    operation: 'oauth_client_post',
    words: ['--runs', '20'],
    start: oddlyNamed,
    objections: sentWhole,
  },
  {
    // It claims to have removed each client that it should remove, but keeps it.
    name: 'deletes-nothing',
    exit: 1,
    rule: 'client.deletion.final',
    says: /clients left on the target/,
    operation: 'oauth_client_client_id_delete',
    start: forgetful,
  },
];
