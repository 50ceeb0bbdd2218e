import type { HostileBehaviour } from './behaviour.ts';
import { withMembers } from './clients.ts';
import { OccupiedTarget, type OthersClient } from './others.ts';
import type { RawRequest } from './raw-request.ts';
import { render, standInFront, type TrueAnswer } from './stand-in-front.ts';

/** Changes the answers of a target on which others have clients. Each run has its own. */
export type Tamper = (
  truth: TrueAnswer,
  request: RawRequest,
  others: OccupiedTarget,
) => TrueAnswer | Promise<TrueAnswer>;

/** A way in which a target names clients or tokens that are not ours. */
export interface Way extends Omit<HostileBehaviour, 'start' | 'exit' | 'objections'> {
  /** Makes a new Tamper for each run. Absent: answers are as they are. */
  readonly tamper?: () => Tamper;
  /** Whether the target finds a client by a pattern that is no id. */
  readonly isByPattern?: boolean;
}

/** Clients of others that exist before the run. */
const clientsBefore = 3;

/** The behaviour for a way: nothing of others may be changed or named, and the run must report the violation. */
export function foreignWay({ tamper, isByPattern, ...way }: Way): HostileBehaviour {
  let others: OccupiedTarget | null = null;
  return {
    rule: 'client.id.new',
    ...way,
    exit: 1,
    start: async () => {
      const made = await OccupiedTarget.start(clientsBefore, isByPattern);
      others = made;
      const change = tamper?.() ?? ((truth: TrueAnswer) => truth);
      const server = await standInFront(
        made.url,
        () => true,
        async (socket, truth, request) => socket.write(render(await change(truth, request, made))),
      );
      return {
        ...server,
        close: async () => {
          await server.close();
          await made.close();
        },
      };
    },
    objections: async (_ended, { requests }) =>
      others === null
        ? ['it was not started']
        : [...(await others.damage()), ...namings(requests, others.clients)],
  };
}

/** Requests that contain an id or token of others. Reading a client is harmless. */
function namings(requests: readonly RawRequest[], clients: readonly OthersClient[]): readonly string[] {
  const values = clients.flatMap(({ id, accessToken, refreshToken }) => [id, accessToken, refreshToken]);
  const lines = requests
    .filter(({ method }) => method !== 'GET')
    .filter(({ path, body }) => values.some((value) => path.includes(value) || body.includes(value)))
    .map(({ method, path }) => `${method} ${path.slice(0, 60)} names what is not ours`);
  return [...new Set(lines)];
}

export function isSuccess({ head }: TrueAnswer): boolean {
  return /^HTTP\/1\.1 20/.test(head);
}

/** The answer with another client id, otherwise unchanged. */
export function renamed(truth: TrueAnswer, id: string | undefined): TrueAnswer {
  return withMembers(truth, (json) => {
    json['client_id'] = id;
  });
}

/** The answer with its JSON replaced by the record of another client. */
export function replaced(truth: TrueAnswer, client: OthersClient | undefined): TrueAnswer {
  return withMembers(truth, (json) => {
    for (const name of Object.keys(json)) Reflect.deleteProperty(json, name);
    Object.assign(json, client?.record);
  });
}

/** A refusal by the gateway. */
export function refused(status: string, header = ''): TrueAnswer {
  return {
    head: `HTTP/1.1 ${status}\r\ncontent-type: application/json\r\n${header}content-length: 2`,
    body: Buffer.from('{}'),
  };
}
