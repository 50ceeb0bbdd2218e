import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { operationIds } from '../../spec/operation-ids.ts';
import { watchMemory } from '../../tools/hostile/peak-memory.ts';
import { describedDocuments, writeDocument } from './described-document.ts';
import type { DescribedDocument } from './described-document.ts';
import { referenceForDocuments } from './reference-for-documents.ts';

/**
 * What the command may take for a document, with all its processes. Time is that of the processor: on a busy machine a
 * run waits as long again for its turn.
 */
const [limitSeconds, limitMiB] = [20, 400];
/** A run that is not over by then hangs. */
const killAfterMs = 100_000;

/** One of each kind that could take long, crash or hang; all of them with `npm run documents`. */
const sample = [
  'drives-header-that-cannot-be-made',
  'drives-list-of-4000-items',
  'drives-recursive-request-by-choice',
  'drives-required-cookie',
  'refuses-utf-16',
];
const isWhole = process.env['ALL_DOCUMENTS'] !== undefined;
const chosen = describedDocuments().filter(({ name }) => isWhole || sample.includes(name));

const main = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
const { folder, url } = referenceForDocuments();

interface Ended {
  readonly exitCode: number | null;
  readonly output: string;
  readonly seconds: number;
  readonly peakMiB: number | null;
}

/** The processor time of a process and its ended children so far, by its state in Linux. */
function processorSeconds(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) / 100;
  } catch {
    return 0;
  }
}

async function run(described: DescribedDocument): Promise<Ended> {
  const file = writeDocument(described, folder);
  const operation = operationIds.find((id) => described.sends?.[id] !== undefined) ?? 'oauth_client_post';
  const child = spawn(
    process.execPath,
    [
      ...[main, 'run', '--spec', file, '--target', url(), '--operation', operation],
      ...['--runs', '60', '--shrinks', '0', '--no-report'],
    ],
    {
      cwd: folder,
      env: { ...process.env, PRISM_USERNAME: 'admin', PRISM_PASSWORD: 'nutanix/4u', NO_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const memory = watchMemory(child.pid ?? 0);
  const chunks: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
    });
  let seconds = 0;
  const clock = setInterval(() => {
    seconds = Math.max(seconds, processorSeconds(child.pid ?? 0));
  }, 25);
  const killer = setTimeout(() => child.kill('SIGKILL'), killAfterMs);
  const exitCode = await new Promise<number | null>((resolve) => child.once('close', resolve));
  clearTimeout(killer);
  clearInterval(clock);
  return { seconds, exitCode, output: Buffer.concat(chunks).toString(), peakMiB: memory.stop() };
}

describe('the command, within 20 seconds of the processor and 400 MiB', () => {
  it.each(chosen.map((described) => [described.name, described] as const))('%s', async (_, described) => {
    const { exitCode, output, seconds, peakMiB } = await run(described);
    // The reference target keeps another contract than many of the documents, and may be found at fault.
    const expected =
      described.outcome === 'refuses' ? [2] : described.hasNoValidCases === true ? [0, 1, 3] : [0, 1];
    expect([output, expected.includes(exitCode ?? -1)]).toEqual([output, true]);
    if (described.outcome === 'refuses') expect(output).toContain(described.says);
    else if (described.says.startsWith('oauth_client_post')) expect(output).toContain(described.says);
    expect(seconds).toBeLessThan(limitSeconds);
    expect(peakMiB ?? 0).toBeLessThan(limitMiB);
    if (isWhole)
      process.stdout.write(`${described.name}: ${seconds.toFixed(1)} s, ${peakMiB?.toFixed(0) ?? '-'} MiB\n`);
  });
});
