import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';

/**
 * Which stage may import which: `types` are for types alone. What is not listed is not allowed, so that imports go one
 * way, checks never send, the driver never judges, and reports never see an exchange that is not redacted.
 */
const allowed: Readonly<
  Record<string, { readonly code: readonly string[]; readonly types: readonly string[] }>
> = {
  spec: { code: [], types: [] },
  generators: { code: ['spec'], types: ['driver/exchange.ts'] },
  driver: {
    code: ['spec/json-object.ts', 'spec/quotation.ts', 'spec/remember-last.ts'],
    types: ['spec'],
  },
  checks: { code: ['spec', 'generators/case.ts'], types: ['generators/case.ts', 'driver'] },
  targets: { code: ['spec'], types: [] },
  suites: { code: ['spec', 'generators', 'driver', 'checks', 'targets'], types: [] },
  fidelity: { code: ['spec', 'generators', 'driver', 'checks', 'suites'], types: [] },
  traces: { code: ['spec', 'generators', 'driver', 'checks', 'targets', 'suites'], types: [] },
  reports: {
    code: [
      'checks/verdict.ts',
      'checks/source-link.ts',
      'checks/mock-level.ts',
      'fidelity/score.ts',
      'fidelity/difference-class.ts',
    ],
    types: ['checks', 'driver/redacted.ts', 'fidelity'],
  },
  cli: {
    code: ['spec', 'generators', 'driver', 'checks', 'targets', 'suites', 'fidelity', 'traces', 'reports'],
    types: [],
  },
};

interface Import {
  readonly file: string;
  readonly imported: string;
  readonly isType: boolean;
}

function importsOf(stage: string): readonly Import[] {
  return readdirSync(stage, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((name) => {
      const file = path.posix.join(stage, name);
      const text = readFileSync(file, 'utf8');
      return [...text.matchAll(/^(?:import|export)\s+(type\s)?[^'";]*?from\s+'(\.[^']+)'/gms)].map(
        (match) => ({
          file,
          imported: path.posix.join(path.posix.dirname(file), match[2] ?? ''),
          isType: match[1] !== undefined,
        }),
      );
    });
}

function isAllowed(stage: string, { imported, isType }: Import): boolean {
  const { code, types } = allowed[stage] ?? { code: [], types: [] };
  return [stage, ...code, ...(isType ? types : [])].some(
    (place) => imported === place || imported.startsWith(`${place}/`),
  );
}

describe('imports', () => {
  it.each(Object.keys(allowed))('of %s go one way', (stage) => {
    const imports = importsOf(stage);
    expect(imports.length).toBeGreaterThan(0);
    const wrong = imports.filter((found) => !isAllowed(stage, found));
    expect(wrong.map(({ file, imported }) => `${file} imports ${imported}`)).toEqual([]);
  });

  it('of the wrong way would be seen', () => {
    expect(isAllowed('checks', { file: '', imported: 'driver/open-target.ts', isType: false })).toBe(false);
    expect(isAllowed('reports', { file: '', imported: 'driver/exchange.ts', isType: true })).toBe(false);
    expect(isAllowed('driver', { file: '', imported: 'checks/rule.ts', isType: true })).toBe(false);
  });
});
