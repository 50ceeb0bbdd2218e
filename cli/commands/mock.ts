import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { openTarget } from '../../driver/open-target.ts';
import { removeWorkFolder } from '../../reports/remove-work-folder.ts';
import { faults } from '../../targets/reference/faults/index.ts';
import { variants } from '../../targets/reference/variants/index.ts';
import type { SpawnedReference, SpawnOptions } from '../../targets/spawn-reference.ts';
import { spawnReference } from '../../targets/spawn-reference.ts';
import type { Learnt } from '../../traces/imitation/learn-imitation.ts';
import { learnImitation } from '../../traces/imitation/learn-imitation.ts';
import { loadRunContract } from '../../run/load-run-contract.ts';
import { loadTrace } from '../../run/open-trace.ts';
import { refuseUnknown, UserError } from '../../run/user-error.ts';
import { settingsOf } from '../../run/options/run-settings.ts';
import { messages, output } from '../../run/terminal.ts';
import { makeWorkFolder } from '../../run/work-folder.ts';

/** Starts a mock that answers like the recorded build wherever the reference target would answer differently. */
export async function mockFromTrace(file: string, options: SpawnOptions): Promise<SpawnedReference> {
  const { imitation, pairs } = await learn(file);
  const changes = Object.values(imitation).filter((change) => change !== null).length;
  messages.notes(`learnt from ${pairs} answers; ${changes} kinds of answers differ from the reference's`);
  const folder = await makeWorkFolder('mock');
  try {
    const imitationFile = path.join(folder, 'imitation.json');
    await writeFile(imitationFile, JSON.stringify(imitation), { mode: 0o600 });
    return await spawnReference({ ...options, imitationFile });
  } finally {
    await removeWorkFolder(folder);
  }
}

async function learn(file: string): Promise<Learnt> {
  const trace = await loadTrace(file, '--from');
  const contract = await loadRunContract({});
  if (trace.head.contract.sha256 !== contract.sha256)
    messages.lines(
      'warning: the trace was recorded under another contract: fewer of its answers can be used',
    );
  const reference = await spawnReference();
  const { origin, pathname: basePath } = new URL(reference.url);
  const login = { basePath, username: 'admin', password: 'nutanix/4u' };
  const target = openTarget({
    origin,
    connections: trace.head.concurrency,
    timeoutMs: settingsOf({}).timeoutMs,
  });
  try {
    return await learnImitation(trace, contract, {
      target: login,
      send: (request) => target.send(request),
    });
  } finally {
    await target.close();
    await reference.close();
  }
}

/** Options of `mock`, as given. */
export interface MockOptions {
  readonly port: string;
  readonly fault?: readonly string[];
  readonly variant?: readonly string[];
  /** A trace of the build to imitate. */
  readonly from?: string;
  readonly listFaults?: boolean;
  readonly listVariants?: boolean;
}

/** Serves the reference target until SIGINT or SIGTERM, or lists its faults or variants. */
export async function serveMock(options: MockOptions): Promise<void> {
  if (options.listFaults === true) {
    for (const { id, description, trips } of faults)
      output.lines(id, `    ${description}`, `    trips ${trips.join(', ')}`);
    return;
  }
  if (options.listVariants === true) {
    for (const { id, description } of variants) output.lines(id, `    ${description}`);
    return;
  }
  const port = Number(options.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new UserError(`--port: expected a port number, got "${options.port}"`);
  }
  refuseUnknown('--fault', options.fault ?? [], new Set(faults.map(({ id }) => id)), '--list-faults');
  refuseUnknown('--variant', options.variant ?? [], new Set(variants.map(({ id }) => id)), '--list-variants');
  const how = { port, faults: options.fault ?? [], variants: options.variant ?? [] };
  const starting = options.from === undefined ? spawnReference(how) : mockFromTrace(options.from, how);
  const reference = await starting.catch((error: unknown) => {
    if (error instanceof UserError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new UserError(`the reference target cannot listen on port ${port}: ${reason}`);
  });
  // Before the lines are there: whoever waits for them may stop it at once.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void reference.close());
  output.lines(`serving ${reference.url}`, 'user admin, password nutanix/4u; stop with Ctrl+C');
  await reference.wait();
}
