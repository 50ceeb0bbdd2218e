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
import { vulnerabilities } from './servers/vulnerabilities.ts';
import { shortcomings, tell } from './servers/vulnerability.ts';
import type { Showing, Telling } from './servers/vulnerability.ts';
import { Tally } from './tally.ts';
import type { RunFile } from './zoo/finding.ts';
import { ZooError } from './zoo/mock.ts';

/**
 * Drives real OAuth libraries and writes docs/servers.md. Fails if a run differs from what was judged by hand, or if a
 * vulnerability is not told apart. `servers.js ID…` visits single servers and writes nothing; `--serve` starts them and
 * leaves them to others; `--seeds N` tells vulnerabilities apart under that many seeds.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { serve: { type: 'boolean', default: false }, seeds: { type: 'string', default: '1' } },
});
const seeds = Number(values.seeds);

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
  } else if (!Number.isInteger(seeds) || seeds < 1) {
    process.stderr.write('error: --seeds is a number from 1\n');
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
    const visit = await visitServer(server, seeds, showingsAt(server.id));
    visits.push(visit);
    process.stdout.write(`${server.id}: ${visit.findings.length} findings, ${visit.unjudged} unjudged\n`);
    tally.expectNone(`${server.id} is found as it was judged`, visit.differences, (line) => line);
  }
  const tellings = tellAll(visits);
  tally.expectNone('published vulnerabilities are told apart', shortcomings(tellings), (line) => line);
  if (positionals.length === 0)
    await writeFile(path.join(packageRoot, 'docs', 'servers.md'), serversPage(visits, tellings));
  return tally.finish();
}

/** What a server is driven for under further seeds. */
function showingsAt(id: string): readonly Showing[] {
  return vulnerabilities.flatMap(({ vulnerable, mended, shown }) =>
    'rule' in shown && [vulnerable, mended].includes(id) ? [shown] : [],
  );
}

/** The vulnerabilities of which both sides were visited. */
function tellAll(visits: readonly ServerVisit[]): readonly Telling[] {
  const runsOf = (id: string): readonly RunFile[] =>
    visits.find(({ server }) => server.id === id)?.runs ?? [];
  return vulnerabilities
    .filter(({ vulnerable, mended }) => runsOf(vulnerable).length > 0 && runsOf(mended).length > 0)
    .map((vulnerability) => tell(vulnerability, runsOf));
}
