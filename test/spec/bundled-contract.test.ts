import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { bundledContract, parsedByBuild } from '../../spec/bundled-contract.ts';
import { parseDocument } from '../../spec/parse-document.ts';

describe('the contract that the build has parsed', () => {
  const bytes = readFileSync(bundledContract);

  it('is what the document says', () => {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect(parsedByBuild(sha256)).toEqual(parseDocument(bytes.toString('utf8'), bundledContract));
  });

  it('is not used for a document that has been edited since', () => {
    const edited = createHash('sha256').update(bytes).update('\n').digest('hex');
    expect(parsedByBuild(edited)).toBeUndefined();
  });
});
