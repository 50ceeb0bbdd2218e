/** Tells whether a rule id is chosen by globs, in which `*` stands for any text. No glob chooses all. */
export function isChosen(globs: readonly string[], id: string): boolean {
  return globs.length === 0 || globs.some((glob) => toPattern(glob).test(id));
}

function toPattern(glob: string): RegExp {
  const parts = glob.split('*').map((part) => part.replaceAll(/[^a-z0-9]/gi, String.raw`\$&`));
  return new RegExp(`^${parts.join('.*')}$`);
}
