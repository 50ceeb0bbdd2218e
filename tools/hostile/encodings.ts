import { Buffer } from 'node:buffer';
import { promisify } from 'node:util';
import { brotliCompress, constants, deflateSync, gzip, gzipSync } from 'node:zlib';
import type { HostileBehaviour } from './behaviour.ts';
import { bothTimes, type Misbehaviour } from './misbehaviour.ts';
import { render, withBody, type Mangler } from './stand-in-front.ts';

/** 200 MB once decompressed: more than a run may use in total. */
const zeros = 200_000_000;
const packedZeros = {
  gzip: once(() => promisify(gzip)(Buffer.alloc(zeros), { level: 1 })),
  br: once(() =>
    promisify(brotliCompress)(Buffer.alloc(zeros), { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } }),
  ),
};

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => (made ??= { value: make() }).value;
}

/** Packed before the target starts, off this thread: a target that packs while it answers would only be slow. */
function bombs(coding: keyof typeof packedZeros): readonly HostileBehaviour[] {
  let bomb: Buffer = Buffer.alloc(0);
  const name = coding === 'gzip' ? 'gzip-bomb' : 'brotli-bomb';
  return bothTimes({
    name,
    answer: encoded(coding, () => bomb),
    later: notRead,
    atOnce: noPrism,
  }).map((behaviour) => ({
    ...behaviour,
    start: async (reference) => {
      bomb = await packedZeros[coding]();
      return behaviour.start(reference);
    },
  }));
}

/** Labels a body as encoded, whatever it contains. */
function encoded(coding: string, code: (body: Buffer) => Buffer): Mangler {
  return (socket, truth) => {
    if (truth.body.length === 0) {
      socket.write(render(truth));
      return;
    }
    const coded = withBody(truth, code(truth.body));
    socket.write(render({ ...coded, head: `${coded.head}\r\nContent-Encoding: ${coding}` }));
  };
}

const notRead = { exit: 1, rule: 'response.json.utf-8' } as const;
const noPrism = { exit: 3, says: /unlike a Prism/ } as const;

/** Decoded and judged like any other body. */
const onlyWarned = { exit: 0, says: /header\.content-encoding\.as-asked/ } as const;

const misbehaviours: readonly Misbehaviour[] = [
  { name: 'gzip-nobody-asked-for', answer: encoded('gzip', gzipSync), later: onlyWarned },
  {
    name: 'gzip-broken',
    answer: encoded('gzip', (body) => gzipSync(body).fill(7, 12, 20)),
    later: notRead,
  },
  {
    name: 'deflate-garbage',
    answer: encoded('deflate', (body) => deflateSync(body).reverse()),
    later: notRead,
  },
  {
    name: 'coding-unknown',
    answer: encoded('x-zip, gzip, br, gzip', (body) => gzipSync(body)),
    later: notRead,
  },
];

/** Encoded bodies: badly encoded ones, and decompression bombs. */
export const encodings: readonly HostileBehaviour[] = [
  ...misbehaviours.flatMap(bothTimes),
  ...bombs('gzip'),
  ...bombs('br'),
];
