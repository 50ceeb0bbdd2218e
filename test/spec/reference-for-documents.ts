import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from '@jest/globals';
import { createReference } from '../../targets/reference/create-reference.ts';
import type { RunningReference } from '../../targets/reference/create-reference.ts';

/** A folder for documents, and the reference target to drive by them, for the tests of a file. */
export function referenceForDocuments(): { readonly folder: string; readonly url: () => string } {
  const folder = mkdtempSync(join(tmpdir(), 'documents-'));
  let reference: RunningReference;
  beforeAll(async () => {
    reference = await createReference();
  });
  afterAll(async () => {
    await reference.close();
    rmSync(folder, { recursive: true });
  });
  return { folder, url: () => reference.url };
}
