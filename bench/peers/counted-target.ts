import { subscribe } from 'node:diagnostics_channel';
import { createReference } from '../../targets/reference/create-reference.ts';

/** What a target got. */
export interface Traffic {
  readonly requests: number;
  /** From the first request to the last. */
  readonly seconds: number;
}

/**
 * The reference target as a process of its own, which counts what is sent to it. Its arguments are faults. It sends its
 * URL to its parent when it listens, and the count whenever the parent sends anything. It ends with its parent.
 */
let requests = 0;
let first = 0;
let last = 0;
subscribe('http.server.request.start', () => {
  requests += 1;
  last = performance.now();
  if (requests === 1) first = last;
});

const { url } = await createReference({ faults: process.argv.slice(2) });
process.on('message', () => {
  process.send?.({ requests, seconds: (last - first) / 1000 } satisfies Traffic);
});
process.once('disconnect', () => {
  process.exit();
});
process.send?.(url);
