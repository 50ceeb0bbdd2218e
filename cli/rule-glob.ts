import { matchesGlob } from '../targets/matches-glob.ts';

/** Tells whether a rule id is chosen by globs, in which `*` stands for any text. No glob chooses all. */
export function isChosen(globs: readonly string[], id: string): boolean {
  return globs.length === 0 || globs.some((glob) => matchesGlob(glob, id));
}
