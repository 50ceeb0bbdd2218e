import path from 'node:path';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { packageRoot } from '../../run/package-facts.ts';
import { callCommand } from './call-command.ts';
import { candidateFindings } from './finding.ts';
import type { ZooFinding, RunFile } from './finding.ts';
import { installedVersion, mocksFolder } from './install-mocks.ts';
import { keepRunning } from './keep-running.ts';
import type { KeptServer } from './keep-running.ts';
import type { Mock } from './mock.ts';
import { runCurl, showsFact } from './reproduce.ts';
import { ZooError } from './mock.ts';
import { brokenOff, scoreMock, scoreOperations } from './score-operations.ts';
import type { ScoredComparison, OperationScore, Score } from './score-operations.ts';

/** What was found out about a mock. */
export interface Visit {
  readonly mock: Mock;
  readonly version: string;
  readonly score: Score;
  readonly operations: readonly OperationScore[];
  /** Three, or fewer if a run finds no more that one curl command can show. */
  readonly findings: readonly ZooFinding[];
}

const document = path.join(packageRoot, 'spec', 'openapi.yaml');
const findingsShown = 3;
/** A curl command that does not show its finding is skipped, up to this many attempts. */
const mostTried = 12;

/** A mock that differs does so at once. Most of the time goes into shrinking. */
const fewRuns = 30;
const plan = [
  ...['--seed', '1', '--shrinks', '60', '--timeout-ms', '2000', '--no-report'],
  ...['--username', 'admin'],
];

/** Starts a mock, drives and compares it, and reproduces its findings with curl. */
export async function visitMock(mock: Mock): Promise<Visit> {
  const version = await installedVersion(mock.dependency);
  const folder = await mkdtemp(path.join(tmpdir(), 'conformance-zoo-'));
  const server = await keepRunning({
    name: mock.name,
    command: (port) => mock.command(document, port),
    folder: mocksFolder,
  });
  try {
    const url = `${server.origin}${mock.basePath}`;
    // One case at a time if the mock crashes: otherwise a crash fails other cases too, at random.
    const concurrency = mock.crashes === true ? '1' : '8';
    const files = [...plan, '--concurrency', concurrency, '--report', folder];
    const runs = String(mock.runs ?? fewRuns);
    const run = ['run', '--target', url, '--runs', runs, ...files];
    const found = (await callCommand(run, path.join(folder, 'run.json'))) as RunFile;
    const compare = ['compare', 'reference', url, '--runs', runs, ...files];
    const compared = (await callCommand(compare, path.join(folder, 'compare.json'))) as ScoredComparison;
    const reason = brokenOff(found, compared);
    if (reason !== null)
      throw new ZooError(`${mock.id} was not driven to its end: ${reason}; leave the machine to the zoo`);
    return {
      ...{ mock, version },
      score: scoreMock(found, compared),
      operations: scoreOperations(found, compared),
      findings: await reproduce(found, url, server),
    };
  } finally {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function reproduce(found: RunFile, url: string, server: KeptServer): Promise<readonly ZooFinding[]> {
  const shown: ZooFinding[] = [];
  for (const finding of candidateFindings(found).slice(0, mostTried)) {
    if (shown.length === findingsShown) break;
    if (await isShown(finding, url, server)) shown.push(finding);
    else
      process.stdout.write(
        `  passed over: ${finding.operation} ${finding.rule}, which curl does not show alone\n`,
      );
  }
  return shown;
}

/** Tried twice: a mock that an earlier curl command crashed may accept the connection and then be gone. */
async function isShown(finding: ZooFinding, url: string, server: KeptServer): Promise<boolean> {
  const look = async (): Promise<boolean> => {
    await server.ready();
    return showsFact(finding, await runCurl(finding, url));
  };
  return (await look()) || (await look());
}
