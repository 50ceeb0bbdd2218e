import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { packageRoot } from '../../run/package-facts.ts';
import { homeOf, installPeer } from './install-peer.ts';
import { printed } from './peer.ts';
import type { Peer } from './peer.ts';

const id = 'specmatic';

/** With generated requests, valid and invalid ones. */
export const specmatic: Peer = {
  name: 'Specmatic',
  version: '2.55.1',
  shown: 'SPECMATIC_GENERATIVE_TESTS=true specmatic test spec/openapi.yaml',
  install: () => installPeer(id, [['npm', 'ci', '--ignore-scripts', '--no-audit', '--no-fund']]),
  // It has no seed.
  start: ({ target, username, password, folder }) => ({
    command: [
      ...(['java', '-jar', path.join(homeOf(id), 'node_modules', 'specmatic', 'specmatic.jar')] as const),
      ...['test', path.join(packageRoot, 'spec', 'openapi.yaml'), '--testBaseURL', target],
      ...['--junitReportDir', folder],
    ],
    environment: {
      SPECMATIC_GENERATIVE_TESTS: 'true',
      // A security scheme gets its credentials from a variable of its name.
      basicAuth: Buffer.from(`${username}:${password}`).toString('base64'),
    },
  }),
  readFailures: async (folder) => {
    const text = await readFile(path.join(folder, printed), 'utf8');
    return text
      .split('\n')
      .filter((line) => line.endsWith(' has FAILED'))
      .map((line) => line.slice(line.indexOf('Scenario: ')));
  },
};
