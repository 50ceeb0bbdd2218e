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

/** The last of the line before 5.15. */
export const prism514 = prism(
  '5.14',
  'A path escape that is no UTF-8 ends its process; it is started again. `npx` installs the server of 5.16 with it, which never answers a body that is no JSON.',
);

/** The newest. */
export const prism516 = prism(
  '5.16',
  'Asks for Node 24 and runs on Node 20. It never answers a body that is no JSON. A path escape that is no UTF-8 ends its process; it is started again.',
);
