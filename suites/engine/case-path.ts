/** The origin of a case: together with the seed it draws the same case again. */
export interface CasePath {
  readonly family: string;
  readonly chunk: number;
  /** Index in the chunk, then the index among the shrinks at each step, in the notation of fast-check. */
  readonly steps: readonly number[];
}

/** `FAMILY@CHUNK@I:J:K`, the form in reports and for `--replay`. */
export function formatCasePath(path: CasePath): string {
  return `${path.family}@${path.chunk}@${path.steps.join(':')}`;
}

/** The highest chunk of paths given as text; -1 if none of them is a path. */
export function lastChunkOf(paths: Iterable<string>): number {
  let last = -1;
  for (const path of paths) last = Math.max(last, parseCasePath(path)?.chunk ?? -1);
  return last;
}

/** Parses the output of {@link formatCasePath}; null if the text has another form. */
export function parseCasePath(text: string): CasePath | null {
  const match = /^(.+)@(\d+)@(\d+(?::\d+)*)$/.exec(text);
  const [, family, chunk, steps] = match ?? [];
  if (family === undefined || chunk === undefined || steps === undefined) return null;
  return { family, chunk: Number(chunk), steps: steps.split(':').map(Number) };
}
