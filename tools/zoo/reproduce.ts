import { execFile } from 'node:child_process';
import { zooUser } from './call-command.ts';
import type { ZooFact, ZooFinding } from './finding.ts';

/** The outcome of a curl command. */
export interface CurlOutcome {
  /** curl's exit code: 28 if no answer came in time, 52 or 56 if the connection ended before one. */
  readonly exitCode: number;
  /** Head and body of the answer, as `curl -i` shows them. */
  readonly output: string;
}

/** No mock takes this long for an answer that it does send. */
const giveUpAfterS = 5;

/** Sends a finding again with its own curl command, through a shell, as a reader would, and returns the outcome. */
export function runCurl({ curl }: ZooFinding, target: string): Promise<CurlOutcome> {
  const limited = curl.replace(/\bcurl -i\b/, `curl -i --max-time ${giveUpAfterS}`);
  return new Promise((resolve) => {
    execFile(
      '/bin/sh',
      ['-c', limited],
      { env: { ...process.env, ...zooUser, PRISM_TARGET: target }, encoding: 'utf8' },
      (error, output) => {
        resolve({ exitCode: error === null ? 0 : Number(error.code ?? 1), output });
      },
    );
  });
}

/** Whether curl's output shows the fact that was found. */
export function showsFact({ at, actual }: ZooFact, { exitCode, output }: CurlOutcome): boolean {
  if (actual.startsWith('no complete answer in time')) return exitCode === 28;
  if (actual.startsWith('the connection ended')) return exitCode === 52 || exitCode === 56;
  if (exitCode !== 0) return false;
  const [head = '', ...rest] = output.split(/\r?\n\r?\n/);
  if (at === 'status') return head.split(' ')[1] === actual;
  if (at.startsWith('header ')) return showsHeader(head, at.slice('header '.length), actual);
  return at.startsWith('/') && showsMember(rest.join('\n\n'), at, actual);
}

function showsHeader(head: string, name: string, actual: string): boolean {
  const beginning = `${name.toLowerCase()}:`;
  const line = head.split(/\r?\n/).find((one) => one.toLowerCase().startsWith(beginning));
  if (line === undefined) return actual === 'absent';
  return JSON.stringify(line.slice(beginning.length).trim()) === actual;
}

function showsMember(body: string, pointer: string, actual: string): boolean {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return false;
  }
  for (const name of pointer.slice(1).split('/'))
    value =
      typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
  return value === undefined ? actual === 'absent' : JSON.stringify(value) === actual;
}
