import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { callCommand } from '../zoo/call-command.ts';
import type { RunFile } from '../zoo/finding.ts';
import { differences, judgeFindings, readJudgements } from './judgement.ts';
import type { JudgedFinding } from './judgement.ts';
import { serve } from './serve.ts';
import type { Server } from './server.ts';
import type { Showing } from './vulnerability.ts';

/** What was found out about a server. */
export interface ServerVisit {
  readonly server: Server;
  readonly findings: readonly JudgedFinding[];
  /** How many rules on operations were judged without a violation of a MUST, and could not be set up. */
  readonly kept: number;
  readonly unjudged: number;
  /** How the run differs from what was judged by hand. */
  readonly differences: readonly string[];
  /** One a seed, of the rules alone that tell vulnerabilities apart. */
  readonly runs: readonly RunFile[];
}

/** With the cases of some rules alone, all of them are sent. */
const narrowedWords = ['--shrinks', '60'] as const;
/** Whatever a page says follows from these. */
export const words = ['--runs', '100', ...narrowedWords] as const;

/** A verdict is reached with broken rules too: these are what could not be set up. */
const limits = { verdictExits: [0, 1, 3], endAfterMs: 600_000 };

/** Installs a server, drives it, and sets its findings beside the judgements. */
export async function visitServer(
  server: Server,
  seeds: number,
  showings: readonly Showing[],
): Promise<ServerVisit> {
  const first = await drive(server, 1, words);
  const runs: RunFile[] = [];
  for (let seed = 1; seed <= seeds && showings.length > 0; seed += 1)
    runs.push(await drive(server, seed, [...narrowedWords, ...only(showings)]));
  const known = await readJudgements(server.id);
  const findings = judgeFindings(first, known);
  const count = (...names: readonly string[]): number =>
    first.verdicts.filter(({ verdict }) => names.includes(verdict)).length;
  return {
    ...{ server, findings, runs },
    kept: count('pass', 'warn', 'note'),
    unjudged: count('broken'),
    differences: differences(findings, known),
  };
}

function only(showings: readonly Showing[]): readonly string[] {
  const operations = new Set(showings.map(({ operation }) => operation));
  const rules = new Set(showings.map(({ rule }) => rule));
  return ['--operation', ...operations, '--rule', ...rules];
}

/** Starts the server anew for each run: a text that a library takes minutes for may keep it busy after the run. */
async function drive(server: Server, seed: number, further: readonly string[]): Promise<RunFile> {
  const served = await serve(server);
  const folder = await mkdtemp(path.join(tmpdir(), 'conformance-server-'));
  const run = ['run', '--target', served.url, '--seed', String(seed), ...further];
  const fixed = ['--no-report', '--username', 'admin', '--report', folder];
  try {
    return (await callCommand([...run, ...fixed], path.join(folder, 'run.json'), limits)) as RunFile;
  } finally {
    await served.close();
    await rm(folder, { recursive: true, force: true });
  }
}
