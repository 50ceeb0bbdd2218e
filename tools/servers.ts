import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { packageRoot } from '../run/package-facts.ts';
import { serve } from './servers/serve.ts';
import type { Server } from './servers/server.ts';
import { servers } from './servers/servers.ts';
import { serversPage } from './servers/servers-page.ts';
import { visitServer } from './servers/visit-server.ts';
import type { ServerVisit } from './servers/visit-server.ts';
import { Tally } from './tally.ts';
import { ZooError } from './zoo/mock.ts';

/**
 * Drives real OAuth libraries and writes docs/servers.md. Fails if a run differs from what was judged by hand.
 * `servers.js ID…` visits single servers and writes nothing; `--serve` starts them and leaves them to others.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { serve: { type: 'boolean', default: false } },
});

// Child processes are ended when this process exits.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

const unknown = positionals.find((id) => !servers.some((server) => server.id === id));
const chosen = servers.filter(({ id }) => positionals.length === 0 || positionals.includes(id));

try {
  if (unknown !== undefined) {
    process.stderr.write(
      `error: no server ${unknown}; there are ${servers.map(({ id }) => id).join(', ')}\n`,
    );
    process.exitCode = 2;
  } else if (values.serve) {
    for (const server of chosen) process.stdout.write(`${server.id} ${(await serve(server)).url}\n`);
  } else process.exitCode = await visitAll(chosen);
} catch (error) {
  if (!(error instanceof ZooError)) throw error;
  process.stderr.write(`error: ${error.message}\n`);
  process.exitCode = 3;
}

/** One at a time: a run and its server are two busy processes. */
async function visitAll(some: readonly Server[]): Promise<number> {
  const tally = new Tally();
  const visits: ServerVisit[] = [];
  for (const server of some) {
    const visit = await visitServer(server);
    visits.push(visit);
    process.stdout.write(`${server.id}: ${visit.findings.length} findings, ${visit.unjudged} unjudged\n`);
    tally.expectNone(`${server.id} is found as it was judged`, visit.differences, (line) => line);
  }
  if (positionals.length === 0)
    await writeFile(path.join(packageRoot, 'docs', 'servers.md'), serversPage(visits));
  return tally.finish();
}
