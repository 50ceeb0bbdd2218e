import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { packageRoot } from '../run/package-facts.ts';
import { fidelityPage, percentOf } from './zoo/fidelity-page.ts';
import { installMocks } from './zoo/install-mocks.ts';
import { mocks } from './zoo/mocks.ts';
import type { Mock } from './zoo/mock.ts';
import { visitMock } from './zoo/visit-mock.ts';
import type { Visit } from './zoo/visit-mock.ts';
import { ZooError } from './zoo/mock.ts';

/** Drives third-party mocks and writes docs/mock-fidelity.md. `zoo.js ID…` visits single mocks and writes nothing. */
const atATime = 3;
const page = path.join(packageRoot, 'docs', 'mock-fidelity.md');

// Child processes are ended when this process exits.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

try {
  await visitAll(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof ZooError)) throw error;
  process.stderr.write(`error: ${error.message}\n`);
  process.exitCode = 3;
}

async function visitAll(ids: readonly string[]): Promise<void> {
  const unknown = ids.find((id) => !mocks.some((mock) => mock.id === id));
  if (unknown !== undefined) {
    process.stderr.write(`error: no mock ${unknown}; there are ${mocks.map(({ id }) => id).join(', ')}\n`);
    process.exitCode = 2;
    return;
  }
  await installMocks();
  const chosen = mocks.filter(({ id }) => ids.length === 0 || ids.includes(id));
  const visits = await visitSome(chosen);
  if (ids.length > 0) {
    process.stdout.write(fidelityPage(visits));
    return;
  }
  await writeFile(page, fidelityPage(visits));
  process.stdout.write(`wrote ${path.relative(process.cwd(), page)}\n`);
}

/** Visits some mocks at a time: most of them keep the run waiting, for deadlines or until they have restarted. */
async function visitSome(chosen: readonly Mock[]): Promise<readonly Visit[]> {
  const visits = new Map<Mock, Visit>();
  const left = chosen.values();
  const worker = async (): Promise<void> => {
    for (const mock of left) visits.set(mock, await visit(mock));
  };
  await Promise.all(Array.from({ length: atATime }, worker));
  return chosen.flatMap((mock) => visits.get(mock) ?? []);
}

async function visit(mock: Mock): Promise<Visit> {
  const startedAt = performance.now();
  const visited = await visitMock(mock);
  const { levels, fidelity } = visited.score;
  const scores = [...Object.entries(levels), ['fidelity', fidelity] as const]
    .map(([name, share]) => `${name} ${percentOf(share)}`)
    .join(', ');
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(0);
  process.stdout.write(
    `${mock.id.padEnd(16)} ${scores}; ${visited.findings.length} findings; ${seconds} s\n`,
  );
  return visited;
}
