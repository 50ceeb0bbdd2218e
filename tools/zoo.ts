import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { packageRoot } from '../cli/package-facts.ts';
import { fidelityPage, percentOf } from './zoo/fidelity-page.ts';
import { installMocks } from './zoo/install-mocks.ts';
import { mocks } from './zoo/mocks.ts';
import type { Mock } from './zoo/mock.ts';
import { visitMock, type Visit } from './zoo/visit-mock.ts';
import { ZooError } from './zoo/zoo-error.ts';

/**
 * Drives mocks that nobody here wrote, and writes docs/mock-fidelity.md. `zoo.js ID…` visits single ones and writes
 * nothing.
 */
const page = path.join(packageRoot, 'docs', 'mock-fidelity.md');

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
  const visits: Visit[] = [];
  for (const mock of mocks) if (ids.length === 0 || ids.includes(mock.id)) visits.push(await visit(mock));
  if (ids.length > 0) {
    process.stdout.write(fidelityPage(visits));
    return;
  }
  await writeFile(page, fidelityPage(visits));
  process.stdout.write(`wrote ${path.relative(process.cwd(), page)}\n`);
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
