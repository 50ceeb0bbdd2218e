import type { Mock } from './mock.ts';

/** Mockoon, made from the document without anything added in its editor. */
export const mockoon: Mock = {
  id: 'mockoon',
  name: 'Mockoon CLI',
  dependency: '@mockoon/cli',
  shown: 'mockoon-cli start --data openapi.yaml --faker-seed 1',
  note: 'It makes a route of each operation and validates nothing; its values are made up under a fixed seed. Clients get an empty id, so that what needs a client cannot be set up.',
  basePath: '/api/nutanix/v3',
  command: (document, port) => [
    ...([process.execPath, 'node_modules/@mockoon/cli/bin/run.js', 'start'] as const),
    ...['--data', document, '--port', String(port), '--hostname', '127.0.0.1', '--faker-seed', '1'],
    ...['--disable-log-to-file', '--disable-admin-api', '--disable-external-refs', '--disable-tls'],
  ],
};
