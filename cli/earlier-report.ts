import { lstat, open, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** How the titles of the pages that we write begin. */
const pageTitles = /<title>\s{0,40}(?:Prism OAuth conformance|Comparison of )/;
/** In each Allure result of ours. */
const epic = '"Prism Central v3 OAuth"';
const headLength = 4096;

/**
 * Whether what is at this path in a report folder was written by a version that did not mark its folders yet. Tells by
 * what it holds: names such as `allure-results` are those of other suites too.
 */
export async function isOfEarlierVersion(file: string): Promise<boolean> {
  const status = await lstat(file);
  if (status.isDirectory()) return path.basename(file) === 'allure-results' && hasOurResultsOnly(file);
  if (!status.isFile()) return false;
  const head = await readHead(file);
  return path.basename(file) === 'run.lock' ? /^\d+\n$/.test(head) : pageTitles.test(head);
}

async function hasOurResultsOnly(folder: string): Promise<boolean> {
  const names = await readdir(folder);
  const results = names.filter((name) => name.endsWith('-result.json'));
  const isNamedSo = names.every((name) => /^[0-9a-f-]{36}-(?:result|container|attachment)\b/.test(name));
  if (!isNamedSo || results.length === 0) return names.length === 0;
  for (const name of results) {
    if (!(await readFile(path.join(folder, name), 'utf8')).includes(epic)) return false;
  }
  return true;
}

async function readHead(file: string): Promise<string> {
  const handle = await open(file, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(headLength), 0, headLength, 0);
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await handle.close();
  }
}
