import type { Mock } from './mock.ts';

/** openapi-backend. It is a library: a script serves it with the handlers of its documentation. */
export const openapiBackend: Mock = {
  id: 'openapi-backend',
  name: 'openapi-backend',
  dependency: 'openapi-backend',
  shown: 'node serve-openapi-backend.mjs openapi.yaml',
  note: 'Its mock handler, its validation, and a security handler that asks for Basic. Its own check of the document (`quick: false`) knows OpenAPI 3.0 alone and is left out. The form of its errors is that of its documentation.',
  basePath: '',
  command: (document, port) => [process.execPath, 'serve-openapi-backend.mjs', document, String(port)],
};
