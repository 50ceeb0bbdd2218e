import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import transformer from '../../../run/jest/transform-suite.ts';
import { packageRoot } from '../../../run/package-facts.ts';

const folder = path.join(packageRoot, 'suites');
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.suite.ts') || name === 'judged-tests.ts')
  .map((name) => path.join(folder, name));
const built = Object.values(
  JSON.parse(
    readFileSync(path.join(packageRoot, 'dist', 'run', 'jest', 'transformed-suites.json'), 'utf8'),
  ) as Readonly<Record<string, string>>,
);

function codeOf(source: string, file: string): string {
  const { process } = transformer;
  return process(source, file, {} as never).code;
}

describe('a suite that Jest loads', () => {
  it.each(files)('is as it was built, in CommonJS: %s', (file) => {
    const code = codeOf(readFileSync(file, 'utf8'), file);
    expect(built).toContain(code);
    expect(code).not.toMatch(/^(?:import|export) /m);
  });

  it.each(files)('has its tests in the lines of its source: %s', (file) => {
    const lineOf = (text: string): number =>
      text.split('\n').findIndex((line) => /describe\b.*\('/.test(line));
    const source = readFileSync(file, 'utf8');
    expect(lineOf(codeOf(source, file))).toBe(lineOf(source));
  });

  it('is transformed when it has been edited since', () => {
    const [file = ''] = files;
    const code = codeOf(`export const edited: number = 1;\n${readFileSync(file, 'utf8')}`, file);
    expect(built).not.toContain(code);
    expect(code).toContain('edited');
    expect(code).not.toMatch(/^(?:import|export) /m);
  });
});
