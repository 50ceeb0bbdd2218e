import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';

/** What happens to a request instead of being forwarded: a status, or a connection that ends. Null forwards it. */
export type TransientAnswer = number | 'reset' | 'reset after' | null;

/** A gateway in front of a target that temporarily turns requests away. */
export interface TransientProxy {
  readonly url: string;
  /** The requests received, in order. */
  readonly seen: readonly { readonly method: string; readonly path: string; readonly at: number }[];
  readonly close: () => Promise<void>;
}

/** Starts a gateway. `answer` is called once per request, with its number from 0. */
export async function startProxy(
  targetUrl: string,
  answer: (number: number, request: IncomingMessage) => TransientAnswer,
): Promise<TransientProxy> {
  const target = new URL(targetUrl);
  const seen: { method: string; path: string; at: number }[] = [];
  const server = createServer({ keepAliveTimeout: 60_000 }, (incoming, outgoing) => {
    const number = seen.length;
    seen.push({ method: incoming.method ?? '', path: incoming.url ?? '', at: performance.now() });
    const decided = answer(number, incoming);
    if (decided === 'reset') incoming.socket.destroy();
    else if (typeof decided === 'number') turnAway(decided, incoming, outgoing);
    else passOn(target, incoming, outgoing, decided === 'reset after');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
  return {
    url: `http://127.0.0.1:${port}${target.pathname}`,
    seen,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

function turnAway(status: number, incoming: IncomingMessage, outgoing: ServerResponse): void {
  incoming.resume();
  incoming.once('end', () => {
    outgoing.writeHead(status, {
      'content-type': 'text/html',
      ...(status === 429 || status === 503 ? { 'retry-after': '1' } : {}),
    });
    outgoing.end('<h1>Try again</h1>');
  });
}

function passOn(
  target: URL,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  isAnswerLost: boolean,
): void {
  const { method, url: path, rawHeaders: headers } = incoming;
  const forwarded = request(
    { host: target.hostname, port: target.port, method, path, headers, setHost: false },
    (answer) => {
      if (isAnswerLost) {
        incoming.socket.destroy();
        return;
      }
      outgoing.writeHead(answer.statusCode ?? 0, answer.rawHeaders);
      answer.pipe(outgoing);
    },
  );
  forwarded.once('error', () => incoming.socket.destroy());
  incoming.pipe(forwarded);
}
