/**
 * Writes the TypeScript types of the contract: spec/openapi.yaml -> spec/generated/openapi.ts. With --check it writes
 * nothing, and the exit code is 1 if the file is out of date.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import openapiTypescript, { astToString } from 'openapi-typescript';

const contract = new URL('../spec/openapi.yaml', import.meta.url);
const target = fileURLToPath(new URL('../spec/generated/openapi.ts', import.meta.url));
const shownTarget = relative(process.cwd(), target);

const header = '// Generated from spec/openapi.yaml by tools/generate-types.mjs. Do not edit.\n\n';

async function generate() {
  const ast = await openapiTypescript(contract, {
    immutable: true,
    // A default says what an absent member means. It does not make the member present.
    defaultNonNullable: false,
  });
  return header + astToString(ast);
}

async function current() {
  try {
    return await readFile(target, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

const generated = await generate();
if (!process.argv.includes('--check')) {
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, generated);
} else if ((await current()) !== generated) {
  console.error(`${shownTarget} is not what spec/openapi.yaml gives; run "npm run generate"`);
  process.exitCode = 1;
}
