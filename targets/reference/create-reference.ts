import { createServer } from 'node:http';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import fastify from 'fastify';
import { answerMalformed } from './answer-malformed.ts';
import type { ReferenceBehaviour } from './behaviour.ts';
import { lawfulBehaviour } from './behaviour.ts';
import { buildCall } from './call.ts';
import { errorAnswer } from './envelope.ts';
import { faults } from './faults/index.ts';
import { buildGateway } from './gateway.ts';
import { imitate } from './imitation/imitate.ts';
import type { Imitation } from './imitation/imitation.ts';
import { Refusal } from './refusal.ts';
import { basePath } from './route.ts';
import { Store } from './store.ts';
import { variants } from './variants/index.ts';
import { writeAnswer } from './write-answer.ts';

/** Thrown for a fault or variant that does not exist. */
export class UnknownSwitchError extends Error {
  readonly code = 'UNKNOWN_SWITCH';
  readonly id: string;

  constructor(id: string) {
    super(`no fault or variant is called ${id}`);
    this.name = 'UnknownSwitchError';
    this.id = id;
  }
}

export interface ReferenceOptions {
  /** Ids of faults, installed in this order. */
  readonly faults?: readonly string[];
  /** Ids of lawful variants, installed before the faults. */
  readonly variants?: readonly string[];
  /** Default: 0, any free port. */
  readonly port?: number;
  /** Default: loopback only. */
  readonly host?: string;
  /** How the answers of another build differ. They are imitated, outside of all faults and variants. */
  readonly imitation?: Imitation;
  readonly username?: string;
  readonly password?: string;
  /** Changes the behaviour after all faults and variants; for tests. */
  readonly customise?: (behaviour: ReferenceBehaviour) => void;
}

/** A target that is listening. */
export interface RunningReference {
  /** Origin with base path. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** 1 MiB: no valid request of the contract comes near it. */
const bodyLimit = 1_048_576;
/** Large enough that long client ids reach the operations and are answered there. */
const maxHeaderSize = 65_536;

/** Starts the reference target in this process. Throws an `UnknownSwitchError` for an unknown fault or variant. */
export async function createReference(options: ReferenceOptions = {}): Promise<RunningReference> {
  const { port = 0, host = '127.0.0.1', username = 'admin', password = 'nutanix/4u' } = options;
  const context = { store: new Store(), behaviour: buildBehaviour(options), login: { username, password } };
  const gateway = buildGateway(context);
  const app = hostGateway((request, reply) => {
    const body = request.body instanceof Uint8Array ? request.body : new Uint8Array();
    const call = buildCall(request.method, request.originalUrl, request.raw, body);
    reply.hijack();
    gateway(call)
      .then((answer) => {
        writeAnswer(reply.raw, answer);
      })
      // Only a fault can make an answer that cannot be written.
      .catch(() => reply.raw.destroy());
  });
  await app.listen({ port, host });
  const address = app.server.address();
  if (address === null || typeof address === 'string') throw new TypeError('the target listens on no port');
  return { url: `http://${host}:${address.port}${basePath}`, close: () => app.close() };
}

/** The lawful behaviour with the variants and faults of the options installed. */
function buildBehaviour(options: ReferenceOptions): ReferenceBehaviour {
  const behaviour = lawfulBehaviour();
  for (const id of options.variants ?? []) find(variants, id).install(behaviour);
  for (const id of options.faults ?? []) find(faults, id).install(behaviour);
  if (options.imitation !== undefined) imitate(behaviour, options.imitation);
  options.customise?.(behaviour);
  return behaviour;
}

function find<Switch extends { readonly id: string }>(switches: readonly Switch[], id: string): Switch {
  const found = switches.find((candidate) => candidate.id === id);
  if (found === undefined) throw new UnknownSwitchError(id);
  return found;
}

/**
 * A fastify instance with one handler for everything. It only reads bodies, and answers errors that occur before that.
 */
function hostGateway(handle: (request: FastifyRequest, reply: FastifyReply) => void): FastifyInstance {
  const app = fastify({
    bodyLimit,
    exposeHeadRoutes: false,
    forceCloseConnections: true,
    clientErrorHandler: answerMalformed,
    // One path for everything: the gateway routes paths itself, and fastify would decode them.
    rewriteUrl: () => '/',
    serverFactory: (listener) => createServer({ maxHeaderSize, keepAliveTimeout: 60_000 }, listener),
  });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => {
    done(null, body);
  });
  app.all('/', handle);
  app.setNotFoundHandler(handle);
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    const call = buildCall(request.method, request.originalUrl, request.raw, new Uint8Array());
    reply.hijack();
    writeAnswer(reply.raw, errorAnswer(hostRefusal(error), call.operation));
  });
  return app;
}

function hostRefusal({ statusCode = 500 }: FastifyError): Refusal {
  switch (statusCode) {
    case 413:
      return new Refusal(413, 'INVALID_REQUEST', `The body is longer than ${bodyLimit} bytes.`);
    case 415:
      return new Refusal(415, 'INVALID_CONTENT_TYPE', 'The Content-Type is not a media type.');
    default:
      return statusCode < 500
        ? new Refusal(statusCode, 'INVALID_REQUEST', 'The request is not valid.')
        : new Refusal(500, 'INTERNAL_ERROR', 'The request has failed.');
  }
}
