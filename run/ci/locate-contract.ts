import { realpath } from 'node:fs/promises';
import path from 'node:path';
import type { ContractFile } from '../../reports/ci/contract-file.ts';
import { bundledContract } from '../../spec/bundled-contract.ts';
import { operationLines } from './operation-lines.ts';
import { mebibyte, readText } from '../../spec/read-text.ts';
import { packageRoot } from '../package-facts.ts';
import type { GivenOptions } from '../options/run-settings.ts';

/** A longer document is not searched for its operations. */
const mostBytes = 64 * mebibyte;

/**
 * The contract as a file of the repository that CI has checked out: `--spec`, if it is a file there. Otherwise the one
 * of this package, by its path in it. GitHub and GitLab name a file that they do not have, but do not open it.
 */
export async function locateContract({ spec }: GivenOptions): Promise<ContractFile> {
  const own = spec === undefined ? null : await contractAt(spec, await repositoryRoot());
  return (
    own ?? (await contractAt(bundledContract, packageRoot)) ?? { path: 'spec/openapi.yaml', lines: new Map() }
  );
}

async function contractAt(file: string, root: string): Promise<ContractFile | null> {
  try {
    const real = await realpath(file);
    const relative = path.relative(root, real);
    if (relative.split(path.sep)[0] === '..' || path.isAbsolute(relative)) return null;
    const lines = operationLines(await readText(real, { maxBytes: mostBytes }));
    return { path: relative.split(path.sep).join('/'), lines };
  } catch {
    // An address, a pipe, or a file that has gone meanwhile. The run itself has read it.
    return null;
  }
}

/** GitLab and GitHub say where they have put the repository. Elsewhere commands usually run in its root. */
async function repositoryRoot(): Promise<string> {
  const { CI_PROJECT_DIR, GITHUB_WORKSPACE } = process.env;
  return realpath(CI_PROJECT_DIR ?? GITHUB_WORKSPACE ?? '.').catch(() => process.cwd());
}
