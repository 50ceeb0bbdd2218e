import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from '@jest/globals';

const directory = mkdtempSync(join(tmpdir(), 'contract-'));
let count = 0;

afterAll(() => {
  rmSync(directory, { recursive: true });
});

/** Writes a document to a new file, or one of the given name. The file is removed after the tests in the test file. */
export function temporaryDocument(content: unknown, name = `document-${(count += 1)}.json`): string {
  const file = join(directory, name);
  const isRaw = typeof content === 'string' || content instanceof Uint8Array;
  writeFileSync(file, isRaw ? content : JSON.stringify(content));
  return file;
}
