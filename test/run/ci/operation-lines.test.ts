import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse, stringify } from 'yaml';
import { operationIds, operationPaths } from '../../../spec/operation-ids.ts';
import { operationLines } from '../../../run/ci/operation-lines.ts';

const yaml = readFileSync('spec/openapi.yaml', 'utf8');
const documents: readonly (readonly [string, string])[] = [
  ['the contract', yaml],
  ['it as JSON', JSON.stringify(parse(yaml), null, 2)],
  [
    'it with quoted keys and Windows line ends',
    stringify(parse(yaml), { defaultKeyType: 'QUOTE_DOUBLE' }).replaceAll('\n', '\r\n'),
  ],
  [
    'paths that begin with a base path, and other names',
    yaml.replaceAll('  /oauth', '  /api/v3/oauth').replaceAll('{client_id}', '{uuid}'),
  ],
];

describe('the lines of operations', () => {
  it.each(documents)('are those of their methods, below their paths, in %s', (_name, text) => {
    const lines = text.split('\n');
    const found = operationLines(text);
    expect([...found.keys()]).toEqual(operationIds);
    for (const [id, line] of found) {
      const [method, path] = operationPaths[id as keyof typeof operationPaths];
      expect(lines[line - 1]).toMatch(new RegExp(`^\\s*"?${method}"?:`, 'i'));
      const key = lines.slice(0, line).findLast((one) => /^\s*"?\//.test(one)) ?? '';
      expect(key.replaceAll(/\{\w+\}/g, '{}')).toContain(path.replace('{client_id}', '{}'));
      expect(lines.slice(line - 1).find((one) => one.includes('operationId'))).toContain(id);
    }
  });

  it('are those of their paths where a path refers to another file, and none where no line has it', () => {
    expect(operationLines('paths:\n  /oauth/token:\n    $ref: token.yaml\n').get('oauth_token_post')).toBe(2);
    expect(operationLines(JSON.stringify(parse(yaml))).size).toBe(0);
    expect(operationLines('').size).toBe(0);
  });
});
