import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Reproduction, Unshown } from '../../reports/reproduce/reproduction.ts';
import { isShown } from '../../reports/reproduce/reproduction.ts';
import {
  indexName,
  indexTitle,
  isScriptName,
  scriptIndex,
  scriptName,
} from '../../reports/reproduce/script-index.ts';
import type { ListedScript } from '../../reports/reproduce/script-index.ts';
import { reproductionScript, whyNoScript } from '../../reports/reproduce/script.ts';
import type { ScriptParts } from '../../reports/reproduce/script.ts';
import { packageRoot } from '../package-facts.ts';
import { systemReason, UserError } from '../user-error.ts';
import { whyNotWritable } from '../work-folder.ts';

/** Throws a UserError unless scripts can be written to this folder: a new one, an empty one, or one of ours. */
export async function checkScriptFolder(folder: string): Promise<void> {
  const reason = await whyNotOurs(folder);
  if (reason !== null) throw new UserError(`--reproduce: ${folder} ${reason}; give another folder`);
}

async function whyNotOurs(folder: string): Promise<string | null> {
  try {
    await mkdir(folder, { recursive: true });
    const names = await readdir(folder);
    const index = names.includes(indexName) ? await readFile(path.join(folder, indexName), 'utf8') : '';
    if (names.length > 0 && !index.startsWith(indexTitle)) return 'holds files that this suite did not write';
    const unwritable = await whyNotWritable(path.join(folder, indexName));
    return unwritable === null ? null : `cannot be written: ${unwritable}`;
  } catch (error) {
    return `cannot be used: ${systemReason(error)}`;
  }
}

/** Writes a script for each finding that one can show, and the index. Replaces the scripts of an earlier run. */
export async function writeScripts(
  folder: string,
  findings: readonly (Reproduction | Unshown)[],
): Promise<void> {
  const parts = await readParts();
  const scripts: ListedScript[] = [];
  const unshown: Unshown[] = [];
  await mkdir(folder, { recursive: true });
  for (const name of await readdir(folder)) if (isScriptName(name)) await rm(path.join(folder, name));
  for (const one of findings) {
    const reason = isShown(one) ? whyNoScript(one) : one.reason;
    if (!isShown(one) || reason !== null) {
      unshown.push({ ...one, reason: reason ?? '' });
      continue;
    }
    const file = scriptName(scripts.length + 1, one);
    scripts.push({ ...one, file });
    await writeFile(path.join(folder, file), reproductionScript(one, parts), { mode: 0o755 });
  }
  await writeFile(path.join(folder, indexName), scriptIndex(scripts, unshown));
}

async function readParts(): Promise<ScriptParts> {
  const [prelude = '', changes = ''] = await Promise.all(
    ['script-prelude.sh', 'script-changes.sh'].map((name) =>
      readFile(path.join(packageRoot, 'reports', 'reproduce', name), 'utf8'),
    ),
  );
  return { prelude, changes };
}
