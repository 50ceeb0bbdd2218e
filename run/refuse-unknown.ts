import { UserError } from './user-error.ts';

/** Throws a UserError where an option names what there is not. `list` is the option that lists what there is. */
export function refuseUnknown(
  flag: string,
  given: readonly string[],
  known: ReadonlySet<string>,
  list: string,
): void {
  const unknown = given.filter((id) => !known.has(id));
  if (unknown.length > 0)
    throw new UserError(`${flag}: there is no ${unknown.join(', ')}; ${list} lists what there is`);
}
