import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { openTarget } from '../driver/open-target.ts';
import { spawnReference, type SpawnedReference, type SpawnOptions } from '../targets/spawn-reference.ts';
import { learnImitation, type Learnt } from '../traces/imitation/learn-imitation.ts';
import { loadRunContract } from './load-run-contract.ts';
import { loadTrace } from './load-trace.ts';
import { defaultTimeoutMs } from './run-options.ts';
import { makeWorkFolder } from './work-folder.ts';
import { messages } from './terminal.ts';

/** Starts a mock that answers as the build of a trace did, where the reference target would answer otherwise. */
export async function mockFromTrace(file: string, options: SpawnOptions): Promise<SpawnedReference> {
  const { imitation, pairs } = await learn(file);
  const changes = Object.values(imitation).filter((change) => change !== null).length;
  messages.lines(
    `note: learnt from ${pairs} answers; ${changes} kinds of answers differ from the reference's`,
  );
  const folder = await makeWorkFolder('mock');
  try {
    const imitationFile = path.join(folder, 'imitation.json');
    await writeFile(imitationFile, JSON.stringify(imitation), { mode: 0o600 });
    return await spawnReference({ ...options, imitationFile });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function learn(file: string): Promise<Learnt> {
  const trace = await loadTrace(file, '--from');
  const contract = await loadRunContract({});
  if (trace.head.contract.sha256 !== contract.sha256)
    messages.lines('warning: the trace was recorded under another contract: fewer of its answers are of use');
  const reference = await spawnReference();
  const { origin, pathname: basePath } = new URL(reference.url);
  const account = { basePath, username: 'admin', password: 'nutanix/4u' };
  const target = openTarget({ origin, connections: trace.head.concurrency, timeoutMs: defaultTimeoutMs });
  try {
    return await learnImitation(trace, contract, {
      target: account,
      send: (request) => target.send(request),
    });
  } finally {
    await target.close();
    await reference.close();
  }
}
