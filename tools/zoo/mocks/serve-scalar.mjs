/**
 * Serves an OpenAPI document with @scalar/mock-server as its documentation shows, with request validation, which is its
 * default. Usage: `serve-scalar.mjs DOCUMENT PORT`
 */
import { readFile } from 'node:fs/promises';
import { serve } from '@hono/node-server';
import { createMockServer } from '@scalar/mock-server';

const [file = '', port = ''] = process.argv.slice(2);
const app = await createMockServer({ document: await readFile(file, 'utf8'), logger: false });
serve({ fetch: app.fetch, port: Number(port), hostname: '127.0.0.1' });
