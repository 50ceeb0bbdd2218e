import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** What documents may be read beside the one that was named. */
export interface ReferencePolicy {
  /** Where the document that was named is. */
  readonly main: URL;
  /** Whether other hosts and any folder may be read. Local files from the network never are. */
  readonly isAnywhereAllowed: boolean;
}

/**
 * Why a document may not be read, or null where it may. Whoever writes a document decides what it refers to: without
 * leave that is what lies beside or below it, on its host or in its folder.
 */
export async function whyForbidden(
  url: URL,
  from: URL,
  { main, isAnywhereAllowed }: ReferencePolicy,
): Promise<string | null> {
  if (url.protocol === 'file:') {
    if (from.protocol !== 'file:') return 'a document from the network may not name local files';
    if (isAnywhereAllowed || (await isBelow(url, main))) return null;
    return 'it is outside the folder of the document; give --allow-refs if it is to be read';
  }
  if (!isWeb(url)) return 'only files and http(s) addresses can be read';
  if (isAnywhereAllowed || isSameHost(url, main)) return null;
  return `${url.host} is another host; give --allow-refs if it is to be asked`;
}

/** Whether an address is on the host of another, and no less protected. */
export function isSameHost(url: URL, other: URL): boolean {
  return url.host === other.host && isWeb(other) && (url.protocol === 'https:' || other.protocol === 'http:');
}

function isWeb({ protocol }: URL): boolean {
  return protocol === 'http:' || protocol === 'https:';
}

/** Links count as what they lead to. What is not there is for the reader to tell, so its name alone decides. */
async function isBelow(url: URL, main: URL): Promise<boolean> {
  try {
    const [file, of] = [fileURLToPath(url), fileURLToPath(main)];
    const [real, realMain] = await Promise.all([realPath(file), realPath(of)]);
    const way = path.relative(path.dirname(realMain), real);
    return way !== '' && way.split(path.sep)[0] !== '..' && !path.isAbsolute(way);
  } catch {
    // A file URL that names a host, or an escaped slash.
    return false;
  }
}

async function realPath(file: string): Promise<string> {
  const resolved = await realpath(path.dirname(file)).catch(() => path.dirname(file));
  return await realpath(file).catch(() => path.join(resolved, path.basename(file)));
}
