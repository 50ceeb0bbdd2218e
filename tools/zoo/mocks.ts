import type { Mock } from './mock.ts';

/** Stoplight Prism in one of two versions, each with the server that was published with it. */
function prism(release: '5.14' | '5.16', note: string): Mock {
  const dependency = `prism-${release}`;
  return {
    ...{ id: dependency, name: 'Stoplight Prism', dependency, note },
    shown: 'prism mock openapi.yaml',
    basePath: '',
    crashes: true,
    command: (document, port) => [
      ...([process.execPath, `node_modules/${dependency}/dist/index.js`] as const),
      ...['mock', '--host', '127.0.0.1', '--port', String(port), document],
    ],
  };
}

/** The last release before 5.15. */
export const prism514 = prism(
  '5.14',
  'A path escape that is not valid UTF-8 ends its process; it is restarted. `npx` installs the server of 5.16 with it, which never answers a body that is not JSON.',
);

/** The newest release. */
export const prism516 = prism(
  '5.16',
  'It asks for Node 24 and runs on Node 20. It never answers a body that is not JSON. A path escape that is not valid UTF-8 ends its process; it is restarted.',
);

/** Specmatic's stub. The package contains its jar, which needs Java 17. */
export const specmatic: Mock = {
  id: 'specmatic',
  name: 'Specmatic',
  dependency: 'specmatic',
  shown: 'specmatic stub openapi.yaml',
  note: 'It runs on Java 17. Its answers are random text, new each time. It answers 400 to requests outside its contract.',
  basePath: '',
  runs: 60,
  command: (document, port) => [
    ...(['java', '-jar', 'node_modules/specmatic/specmatic.jar', 'stub'] as const),
    ...['--noConsoleLog', '--hot-reload=disabled', '--host', '127.0.0.1', '--port', String(port), document],
  ],
};

/** Mockoon, with an environment imported from the document and nothing added in its editor. */
export const mockoon: Mock = {
  id: 'mockoon',
  name: 'Mockoon CLI',
  dependency: '@mockoon/cli',
  shown: 'mockoon-cli start --data openapi.yaml --faker-seed 1',
  note: 'It makes a route of each operation and validates nothing. Its values are generated with a fixed seed. Clients get an empty id, so cases that need a client cannot be set up.',
  basePath: '/api/nutanix/v3',
  command: (document, port) => [
    ...([process.execPath, 'node_modules/@mockoon/cli/bin/run.js', 'start'] as const),
    ...['--data', document, '--port', String(port), '--hostname', '127.0.0.1', '--faker-seed', '1'],
    ...['--disable-log-to-file', '--disable-admin-api', '--disable-external-refs', '--disable-tls'],
  ],
};

/** Scalar's mock server. It is a library, so a short script serves it. */
export const scalar: Mock = {
  id: 'scalar',
  name: '@scalar/mock-server',
  dependency: '@scalar/mock-server',
  shown: 'node serve-scalar.mjs openapi.yaml',
  note: 'It is served by @hono/node-server, with request validation, which is its default.',
  basePath: '',
  command: (document, port) => [process.execPath, 'serve-scalar.mjs', document, String(port)],
};

/** openapi-backend. It is a library, so a script serves it with the handlers from its documentation. */
export const openapiBackend: Mock = {
  id: 'openapi-backend',
  name: 'openapi-backend',
  dependency: 'openapi-backend',
  shown: 'node serve-openapi-backend.mjs openapi.yaml',
  note: 'It runs with its mock handler, its validation, and a security handler that asks for Basic. Its own check of the document (`quick: false`) supports only OpenAPI 3.0 and is left out. Its errors have the form that its documentation shows.',
  basePath: '',
  command: (document, port) => [process.execPath, 'serve-openapi-backend.mjs', document, String(port)],
};

/** The zoo, in the order of its page. */
export const mocks: readonly Mock[] = [prism514, prism516, scalar, openapiBackend, mockoon, specmatic];
