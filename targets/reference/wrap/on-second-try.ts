/** Lets what does not fit pass when it is tried again: a check of whether something fits, by what is tried. */
export function onSecondTry(): (attempt: string, fits: boolean) => boolean {
  const tried = new Set<string>();
  return (attempt, fits) => {
    const passes = fits || tried.has(attempt);
    tried.add(attempt);
    return passes;
  };
}
