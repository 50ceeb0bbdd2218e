import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { callCommand } from '../zoo/call-command.ts';
import type { RunFile } from '../zoo/finding.ts';
import { differences, judgeFindings, readJudgements } from './judgement.ts';
import type { JudgedFinding } from './judgement.ts';
import { serve } from './serve.ts';
import type { Server } from './server.ts';

/** What was found out about a server. */
export interface ServerVisit {
  readonly server: Server;
  readonly findings: readonly JudgedFinding[];
  /** How many rules on operations were judged without a violation of a MUST, and could not be set up. */
  readonly kept: number;
  readonly unjudged: number;
  /** How the run differs from what was judged by hand. */
  readonly differences: readonly string[];
}

const words = ['--seed', '1', '--runs', '100', '--shrinks', '60', '--no-report', '--username', 'admin'];

/** A verdict is reached with broken rules too: these are what could not be set up. */
const limits = { verdictExits: [0, 1, 3], endAfterMs: 600_000 };

/** Installs, starts and drives a server, and sets its findings beside the judgements. */
export async function visitServer(server: Server): Promise<ServerVisit> {
  const folder = await mkdtemp(path.join(tmpdir(), 'conformance-server-'));
  const served = await serve(server);
  try {
    const run = ['run', '--target', served.url, ...words, '--report', folder];
    const found = (await callCommand(run, path.join(folder, 'run.json'), limits)) as RunFile;
    const known = await readJudgements(server.id);
    const findings = judgeFindings(found, known);
    const count = (...names: readonly string[]): number =>
      found.verdicts.filter(({ verdict }) => names.includes(verdict)).length;
    return {
      ...{ server, findings },
      kept: count('pass', 'warn', 'note'),
      unjudged: count('broken'),
      differences: differences(findings, known),
    };
  } finally {
    await served.close();
    await rm(folder, { recursive: true, force: true });
  }
}
