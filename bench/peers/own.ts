import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { packageRoot, tool } from '../../run/package-facts.ts';
import type { EffortName } from '../../generators/effort.ts';
import type { ResultFile } from '../../reports/result-file.ts';
import type { Peer } from './peer.ts';

const result = 'result.json';

/** This project's command. */
export const own = (effort: EffortName): Peer => ({
  name: `${tool.name}, ${effort}`,
  version: tool.version,
  shown: `run --effort ${effort} --no-report`,
  install: () => Promise.resolve(),
  start: ({ target, username, password, seed, folder }) => ({
    command: [
      process.execPath,
      path.join(packageRoot, 'dist', 'cli', 'main.js'),
      ...['run', '--target', target, '--effort', effort, '--no-report', '--quiet'],
      ...['--seed', String(seed), '--result', path.join(folder, result)],
    ],
    environment: { PRISM_USERNAME: username, PRISM_PASSWORD: password },
  }),
  readFailures: async (folder) => {
    const text = await readFile(path.join(folder, result), 'utf8').catch(() => '{"verdicts": []}');
    const { verdicts } = JSON.parse(text) as Pick<ResultFile, 'verdicts'>;
    return verdicts
      .filter(({ verdict }) => verdict === 'fail' || verdict === 'warn')
      .map(({ operation, rule }) => `${operation} ${rule}`);
  },
});
