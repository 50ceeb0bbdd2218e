import { Readable } from 'node:stream';
import { errorCode } from './open-input.ts';
import { collect } from './read-text.ts';
import { isSameHost } from './references/reference-policy.ts';
import { UnreadableError } from './parse-document.ts';

export interface FetchLimits {
  readonly maxBytes: number;
  /** Aborts a fetch that takes too long, whatever it waits for. */
  readonly signal: AbortSignal;
  /** Whether a redirect may lead to another host. */
  readonly isAnywhereAllowed: boolean;
}

/** The content of a document, and where it was found after all redirects. */
export interface Fetched {
  readonly location: URL;
  readonly bytes: Buffer;
}

/** Browsers follow 20. A document that was moved is one or two redirects away. */
const mostRedirects = 5;

/**
 * Fetches an http(s) document. Throws an {@link UnreadableError} for anything but a complete answer with status 2xx.
 */
export async function fetchDocument(source: URL, limits: FetchLimits): Promise<Fetched> {
  let location = source;
  for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
    const response = await ask(location, limits);
    const next = redirectOf(response, location);
    if (next === null) return { location, bytes: await bodyOf(response, limits) };
    await response.body?.cancel();
    if (!limits.isAnywhereAllowed && !isSameHost(next, location))
      throw new UnreadableError(
        `redirects to ${next.protocol}//${next.host}; give --allow-refs if that is to be asked`,
      );
    location = next;
  }
  throw new UnreadableError(`redirects more than ${mostRedirects} times`);
}

async function ask(location: URL, { signal }: FetchLimits): Promise<Response> {
  try {
    return await fetch(location, {
      headers: { accept: 'application/yaml, application/json, */*;q=0.5' },
      redirect: 'manual',
      signal,
    });
  } catch (error) {
    throw failed(error, signal);
  }
}

/** The address that an answer redirects to; null where it does not redirect. */
function redirectOf(response: Response, from: URL): URL | null {
  const location = response.headers.get('location');
  if (![301, 302, 303, 307, 308].includes(response.status) || location === null) return null;
  const next = URL.canParse(location, from.href) ? new URL(location, from.href) : null;
  if (next === null || !/^https?:$/.test(next.protocol))
    throw new UnreadableError('redirects to what is no http(s) address');
  return next;
}

async function bodyOf(response: Response, { maxBytes, signal }: FetchLimits): Promise<Buffer> {
  if (!response.ok) {
    await response.body?.cancel();
    throw new UnreadableError(`answers with status ${response.status}, where the document was expected`);
  }
  if (response.body === null) return Buffer.alloc(0);
  try {
    return await collect(Readable.fromWeb(response.body), maxBytes, signal);
  } catch (error) {
    if (error instanceof UnreadableError) throw error;
    throw failed(error, signal);
  }
}

function failed(error: unknown, signal: AbortSignal): UnreadableError {
  return new UnreadableError(
    signal.aborted ? 'does not answer in time' : `cannot be reached (${errorCode(error)})`,
  );
}
