import { Buffer } from 'node:buffer';
import { brotliCompressSync, constants, deflateSync, gzipSync } from 'node:zlib';
import { bothTimes, type Misbehaviour } from './misbehaviour.ts';
import { render, withBody, type Mangler } from './stand-in-front.ts';

/** 200 MB once decompressed: more than a run may use in total. */
const zeros = 200_000_000;
const gzipBomb = once(() => gzipSync(Buffer.alloc(zeros), { level: 1 }));
const brotliBomb = once(() =>
  brotliCompressSync(Buffer.alloc(zeros), { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } }),
);

function once(make: () => Buffer): () => Buffer {
  let made: Buffer | null = null;
  return () => (made ??= make());
}

/** Labels a body as encoded, whatever it contains. */
function encoded(coding: string, code: (body: Buffer) => Buffer): Mangler {
  return (socket, truth) => {
    const coded = withBody(truth, code(truth.body));
    socket.write(render({ ...coded, head: `${coded.head}\r\nContent-Encoding: ${coding}` }));
  };
}

const notRead = { exit: 1, rule: 'response.json.utf-8' } as const;
const noPrism = { exit: 3, says: /unlike a Prism/ } as const;

const misbehaviours: readonly (readonly [name: string, answer: Mangler])[] = [
  ['gzip-nobody-asked-for', encoded('gzip', gzipSync)],
  ['gzip-broken', encoded('gzip', (body) => gzipSync(body).fill(7, 12, 20))],
  ['gzip-bomb', encoded('gzip', () => gzipBomb())],
  ['brotli-bomb', encoded('br', () => brotliBomb())],
  ['deflate-garbage', encoded('deflate', (body) => deflateSync(body).reverse())],
  ['coding-unknown', encoded('x-zip, gzip, br, gzip', (body) => gzipSync(body))],
];

/** Encoded bodies: badly encoded ones, and decompression bombs. */
export const encodings = misbehaviours
  .map(([name, answer]): Misbehaviour => ({
    name,
    answer,
    later: notRead,
    ...(name.endsWith('bomb') ? { atOnce: noPrism } : {}),
  }))
  .flatMap(bothTimes);
