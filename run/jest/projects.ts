import path from 'node:path';
import type { Config } from 'jest';
import { suiteIds } from '../../spec/operation-ids.ts';
import type { SuiteId } from '../../spec/operation-ids.ts';
import { packageRoot } from '../package-facts.ts';

/** The configuration of a Jest project. */
export type JestProject = Exclude<NonNullable<Config['projects']>[number], string>;

/** The path of a suite file, or of what it imports, ends so. */
const inSuites = String.raw`[/\\]suites[/\\][^/\\]+[.]ts$`;

/** The file of a suite in this package. */
function suiteFile(suite: SuiteId): string {
  return path.join(packageRoot, 'suites', `${suite.replaceAll('_', '-')}.suite.ts`);
}

/** The suite whose file this is; null for any other file. */
export function suiteOfFile(file: string): SuiteId | null {
  return suiteIds.find((suite) => path.basename(suiteFile(suite)) === path.basename(file)) ?? null;
}

/** How the projects are built. */
interface ProjectOptions {
  /** Default: all suites. */
  readonly suites?: readonly SuiteId[];
  /**
   * The options of a run, under the names of the configuration file; null to read that file. Default: null.
   */
  readonly options?: Readonly<Record<string, unknown>> | null;
  /** Whether Jest watches contract and configuration file too, which means that it reads more folders. */
  readonly isWatched?: boolean;
}

/** One Jest project for each suite, so that workers, shards and selections split by operation. */
export function buildProjects({
  suites = suiteIds,
  options = null,
  isWatched = false,
}: ProjectOptions = {}): JestProject[] {
  return suites.map((suite) => ({
    displayName: suite,
    rootDir: packageRoot,
    roots: ['<rootDir>/suites'],
    testMatch: [`<rootDir>/suites/${path.basename(suiteFile(suite))}`],
    runner: ours('runner'),
    globalTeardown: ours('teardown'),
    testEnvironment: ours('environment'),
    testEnvironmentOptions: { conformance: options },
    // Only what is loaded inside the Jest VM. All other code is loaded unchanged from outside of it.
    transform: { [inSuites]: ours('transform-suite') },
    transformIgnorePatterns: [`^(?!.*${inSuites})`],
    // An installed package is below node_modules, where Jest by default finds no tests.
    testPathIgnorePatterns: [],
    haste: { retainAllFiles: true },
    ...(isWatched ? watched : {}),
  }));
}

/** Jest watches what it reads as modules, below its roots. */
const watched: JestProject = {
  roots: ['<rootDir>'],
  modulePathIgnorePatterns: ['<rootDir>/(?!suites/|spec/|conformance[.]config[.])'],
  moduleFileExtensions: ['ts', 'mts', 'js', 'mjs', 'cjs', 'json', 'yaml'],
  dependencyExtractor: ours('suite-inputs'),
  haste: {},
};

/** Jest loads these without a transform, so it gets the compiled ones, in a checkout too. */
function ours(name: string): string {
  return path.join(packageRoot, 'dist', 'run', 'jest', `${name}.js`);
}
