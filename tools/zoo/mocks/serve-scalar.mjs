/**
 * Serves an OpenAPI document by @scalar/mock-server, as its documentation shows it: with validation of requests, which
 * is its default. `serve-scalar.mjs DOCUMENT PORT`
 */
import { readFile } from 'node:fs/promises';
import { serve } from '@hono/node-server';
import { createMockServer } from '@scalar/mock-server';

const [file = '', port = ''] = process.argv.slice(2);
const app = await createMockServer({ document: await readFile(file, 'utf8'), logger: false });
serve({ fetch: app.fetch, port: Number(port), hostname: '127.0.0.1' });
