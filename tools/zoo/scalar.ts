import type { Mock } from './mock.ts';

/** Scalar's mock server. It is a library: a script of a few lines serves it. */
export const scalar: Mock = {
  id: 'scalar',
  name: '@scalar/mock-server',
  dependency: '@scalar/mock-server',
  shown: 'node serve-scalar.mjs openapi.yaml',
  note: 'Served by @hono/node-server, with its validation of requests, which is its default.',
  basePath: '',
  command: (document, port) => [process.execPath, 'serve-scalar.mjs', document, String(port)],
};
