import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { packageRoot } from '../../run/package-facts.ts';
import { homeOf, installPeer } from './install-peer.ts';
import type { Peer } from './peer.ts';

const id = 'schemathesis';
const events = 'events.ndjson';
/** It looks at its time between two cases, and takes a moment to start. */
const spareSeconds = 2;

/** A scenario that ended, as far as it is read here. Each event is a line of its own, and leaves empty members out. */
interface Event {
  readonly ScenarioFinished?: {
    readonly recorder: {
      readonly checks?: Readonly<Record<string, readonly Check[]>>;
      readonly interactions?: Readonly<
        Record<string, { readonly response?: { readonly status_code: number } | null }>
      >;
    };
  };
}

interface Check {
  readonly name: string;
  readonly status: string;
  readonly failure_info?: { readonly failure: { readonly operation: string } } | null;
}

/** All phases and checks, on both cores. */
export const schemathesis: Peer = {
  name: 'Schemathesis',
  version: '4.32.5',
  shown: 'schemathesis run spec/openapi.yaml --checks all --workers 2 --continue-on-failure --no-shrink',
  install: () =>
    installPeer(id, [
      ['python3', '-m', 'venv', 'venv'],
      ['venv/bin/pip', 'install', '--quiet', '--no-deps', '--requirement', 'requirements.txt'],
    ]),
  start: ({ target, username, password, seed, seconds, folder }) => ({
    command: [
      path.join(homeOf(id), 'venv', 'bin', 'schemathesis'),
      ...['run', path.join(packageRoot, 'spec', 'openapi.yaml'), '--url', target],
      ...['--auth', `${username}:${password}`, '--seed', String(seed), '--checks', 'all', '--workers', '2'],
      ...(seconds === null ? [] : ['--max-time', String(Math.max(1, seconds - spareSeconds))]),
      ...['--continue-on-failure', '--no-shrink'],
      ...['--report', 'ndjson', '--report-ndjson-path', path.join(folder, events)],
    ],
    environment: {},
  }),
  readFailures: async (folder) => {
    const text = await readFile(path.join(folder, events), 'utf8').catch(() => '');
    return text.split('\n').flatMap(failuresOf);
  },
};

/** The last line is cut short where the tool was ended while it wrote. */
function failuresOf(line: string): readonly string[] {
  if (!line.startsWith('{"ScenarioFinished"') || !line.endsWith('}}')) return [];
  const { ScenarioFinished: scenario } = JSON.parse(line) as Event;
  if (scenario === undefined) return [];
  const { checks = {}, interactions = {} } = scenario.recorder;
  return Object.entries(checks).flatMap(([request, ofRequest]) =>
    ofRequest
      .filter(({ status }) => status === 'failure')
      .map(({ name, failure_info: info }) => {
        const status = interactions[request]?.response?.status_code ?? 'no answer';
        return `${info?.failure.operation ?? ''} ${name} ${status}`;
      }),
  );
}
