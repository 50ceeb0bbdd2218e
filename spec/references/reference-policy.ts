import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Which documents may be read besides the one that the user named. */
export interface ReferencePolicy {
  /** Location of the document that the user named. */
  readonly main: URL;
  /** Whether other hosts and any folder may be read. A document from the network may never name local files. */
  readonly isAnywhereAllowed: boolean;
}

/**
 * Why a document may not be read, or null if it may. The author of a document decides what it refers to. Without
 * permission, only documents on its host, or in or below its folder, may be read.
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

/** Whether a URL is on the same host as another one, and does not downgrade https to http. */
export function isSameHost(url: URL, other: URL): boolean {
  return url.host === other.host && isWeb(other) && (url.protocol === 'https:' || other.protocol === 'http:');
}

function isWeb({ protocol }: URL): boolean {
  return protocol === 'http:' || protocol === 'https:';
}

/** Links count as their target. If a file does not exist, only its name decides; reading it reports the error. */
async function isBelow(url: URL, main: URL): Promise<boolean> {
  try {
    const [file, of] = [fileURLToPath(url), fileURLToPath(main)];
    const [real, realMain] = await Promise.all([realPath(file), realPath(of)]);
    const way = path.relative(path.dirname(realMain), real);
    return way !== '' && way.split(path.sep)[0] !== '..' && !path.isAbsolute(way);
  } catch {
    // A file URL with a host name or an escaped slash.
    return false;
  }
}

async function realPath(file: string): Promise<string> {
  const resolved = await realpath(path.dirname(file)).catch(() => path.dirname(file));
  return await realpath(file).catch(() => path.join(resolved, path.basename(file)));
}
