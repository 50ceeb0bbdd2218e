/** Tells whether a name, such as a rule id, is one that a glob means. `*` stands for any text. */
export function matchesGlob(glob: string, name: string): boolean {
  const parts = glob.split('*').map((part) => part.replaceAll(/[^a-z0-9]/gi, String.raw`\$&`));
  return new RegExp(`^${parts.join('.*')}$`).test(name);
}
