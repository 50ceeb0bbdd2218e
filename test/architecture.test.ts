import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';

/** The names of steps, families and kinds of breakage belong to the cases. Rules use them through their types. */
const names = ['generators/step-name.ts', 'generators/session/family-name.ts', 'generators/breakage-kind.ts'];

/**
 * Which stage may import which. `types` may be imported as types only, and whatever is not listed is not allowed. So
 * imports go one way, checks never send, the driver never judges, and reports never see an exchange that is not
 * redacted.
 */
const allowed: Readonly<
  Record<string, { readonly code: readonly string[]; readonly types: readonly string[] }>
> = {
  spec: { code: [], types: [] },
  generators: { code: ['spec'], types: ['driver/exchange.ts'] },
  driver: {
    code: ['spec/content-coding.ts', 'spec/json-object.ts', 'spec/quotation.ts', 'spec/remember.ts'],
    types: ['spec'],
  },
  checks: { code: ['spec', 'generators/case.ts'], types: [...names, 'driver'] },
  targets: { code: ['spec'], types: ['checks/rule-fields.ts'] },
  suites: { code: ['spec', 'generators', 'driver', 'checks', 'targets'], types: [] },
  fidelity: { code: ['spec', 'generators', 'driver', 'checks', 'suites'], types: [] },
  traces: { code: ['spec', 'generators', 'driver', 'checks', 'targets', 'suites'], types: [] },
  reports: {
    code: [
      'checks/verdict.ts',
      'checks/source-link.ts',
      'checks/classification.ts',
      'checks/rule-fields.ts',
      'driver/shell-words.ts',
      'generators/effort.ts',
      'generators/request/change-slot.ts',
      'fidelity/score.ts',
      'spec/operation-ids.ts',
    ],
    types: ['checks', 'driver/secrets/redacted.ts', 'fidelity', 'generators/case.ts', 'generators/effort.ts'],
  },
  run: {
    code: ['spec', 'generators', 'driver', 'checks', 'targets', 'suites', 'fidelity', 'traces', 'reports'],
    types: [],
  },
  // Other repositories load it into their own processes, so it has little of ours behind it.
  api: {
    code: [
      'spec/operation-ids.ts',
      'targets/spawn-reference.ts',
      'run/options/option-names.ts',
      'run/options/options.ts',
      'run/package-facts.ts',
      'run/user-error.ts',
      'run/jest/projects.ts',
    ],
    types: ['run/options/options.ts', 'reports'],
  },
  cli: {
    code: [
      'spec',
      'generators',
      'driver',
      'checks',
      'targets',
      'suites',
      'fidelity',
      'traces',
      'reports',
      'run',
    ],
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

/** Import cycles within a stage, including type imports, each cycle once. */
function circlesOf(stage: string): readonly (readonly string[])[] {
  const imported = new Map<string, string[]>();
  for (const { file, imported: other } of importsOf(stage))
    imported.set(file, [...(imported.get(file) ?? []), other]);
  return circlesIn(imported);
}

function circlesIn(imported: ReadonlyMap<string, readonly string[]>): readonly (readonly string[])[] {
  const reached = (from: string): ReadonlySet<string> => {
    const seen = new Set<string>();
    const open = [...(imported.get(from) ?? [])];
    for (let file = open.pop(); file !== undefined; file = open.pop()) {
      if (seen.has(file)) continue;
      seen.add(file);
      open.push(...(imported.get(file) ?? []));
    }
    return seen;
  };
  const reach = new Map([...imported.keys()].map((file) => [file, reached(file)]));
  const circles = [...reach]
    .filter(([file, all]) => all.has(file))
    .map(([file, all]) => [...all].filter((other) => reach.get(other)?.has(file) === true).sort());
  return [...new Map(circles.map((circle) => [circle.join(), circle])).values()];
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

  it.each(Object.keys(allowed))('of %s go in no circle', (stage) => {
    expect(circlesOf(stage)).toEqual([]);
  });

  it('in a circle would be seen', () => {
    expect(
      circlesIn(
        new Map([
          ['a', ['b']],
          ['b', ['c']],
          ['c', ['b']],
        ]),
      ),
    ).toEqual([['b', 'c']]);
  });

  it.each(Object.keys(allowed))('of a file of %s are 60 at the most', (stage) => {
    const counts = new Map<string, number>();
    for (const { file } of importsOf(stage)) counts.set(file, (counts.get(file) ?? 0) + 1);
    expect([...counts].filter(([, count]) => count > 60)).toEqual([]);
  });
});

describe('files', () => {
  // Generated output is not part of the source.
  const ignored = ['node_modules/', 'reports/out/', 'reports/mutation/'];
  const stages = [...Object.keys(allowed), 'tools', 'test', 'bench', 'docs'];
  const files = stages.flatMap((stage) =>
    readdirSync(stage, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.posix.join(entry.parentPath, entry.name))
      .filter((file) => !ignored.some((folder) => file.includes(folder))),
  );

  it('are 40 to a folder at the most', () => {
    const counts = new Map<string, number>();
    for (const file of files)
      counts.set(path.posix.dirname(file), (counts.get(path.posix.dirname(file)) ?? 0) + 1);
    expect([...counts].filter(([, count]) => count > 40)).toEqual([]);
  });

  it('give a type a name that no other file gives one', () => {
    const owners = new Map<string, string[]>();
    for (const file of files.filter((name) => name.endsWith('.ts') && !name.includes('/generated/')))
      for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(
        /^export (?:interface|class|type) ([A-Z]\w*)/gm,
      ))
        owners.set(name, [...(owners.get(name) ?? []), file]);
    expect(owners.size).toBeGreaterThan(300);
    expect([...owners].filter(([, of]) => of.length > 1)).toEqual([]);
  });
});
