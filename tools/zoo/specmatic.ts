import type { Mock } from './mock.ts';

/** Specmatic's stub. The package holds its jar, which needs Java 17. */
export const specmatic: Mock = {
  id: 'specmatic',
  name: 'Specmatic',
  dependency: 'specmatic',
  shown: 'specmatic stub openapi.yaml',
  note: 'Run on Java 17. Its answers are random text, new each time. It answers 400 to what it has no contract for.',
  basePath: '',
  runs: 60,
  command: (document, port) => [
    ...(['java', '-jar', 'node_modules/specmatic/specmatic.jar', 'stub'] as const),
    ...['--noConsoleLog', '--hot-reload=disabled', '--host', '127.0.0.1', '--port', String(port), document],
  ],
};
