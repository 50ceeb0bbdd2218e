import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { plainEnvironment } from '../run/jest/jest-command.ts';
import { codeBlocks } from './code-blocks.ts';

// Within the checkout, where the package's own name leads to it.
mkdirSync('reports/out', { recursive: true });
const folder = mkdtempSync(path.resolve('reports/out/page-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function printed(code: string, index: number): string {
  const file = path.join(folder, `block-${index}.mjs`);
  writeFileSync(file, code);
  const env = plainEnvironment({ PRISM_REPORT: folder });
  return execFileSync(process.execPath, [file], { env, encoding: 'utf8' });
}

describe('docs/api.md', () => {
  const blocks = codeBlocks('docs/api.md', 'js');

  it('has code of which every line runs', () => {
    expect(blocks.map(printed)).toEqual([
      expect.stringMatching(/^0 \d+ \[\]\n$/),
      expect.stringMatching(/^3 http:\/\/127\.0\.0\.1:1: no connection could be made/),
      expect.stringMatching(/^0\.9\d+ \[ 'oauth_client_post .*\n$/s),
      '200\n',
    ]);
  });
});
