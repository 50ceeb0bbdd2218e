/** Where a case comes from: with the seed it makes the same case again. */
export interface CasePath {
  readonly family: string;
  readonly chunk: number;
  /** Index in the chunk, then the position among the shrinks at each step, as fast-check writes it. */
  readonly steps: readonly number[];
}

/** `FAMILY@CHUNK@I:J:K`, the form that reports print and `--replay` takes. */
export function formatCasePath(path: CasePath): string {
  return `${path.family}@${path.chunk}@${path.steps.join(':')}`;
}

/** The highest chunk of some paths, as text; -1 where none of them is one. */
export function lastChunkOf(paths: Iterable<string>): number {
  let last = -1;
  for (const path of paths) last = Math.max(last, parseCasePath(path)?.chunk ?? -1);
  return last;
}

/** Reads what {@link formatCasePath} writes, or gives null where the text has another form. */
export function parseCasePath(text: string): CasePath | null {
  const match = /^(.+)@(\d+)@(\d+(?::\d+)*)$/.exec(text);
  const [, family, chunk, steps] = match ?? [];
  if (family === undefined || chunk === undefined || steps === undefined) return null;
  return { family, chunk: Number(chunk), steps: steps.split(':').map(Number) };
}
