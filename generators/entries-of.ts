/** The entries of a record, with the keys that its type has. */
export function entriesOf<Table extends object>(
  table: Table,
): readonly (readonly [keyof Table & string, Exclude<Table[keyof Table], undefined>])[] {
  return Object.entries(table) as [keyof Table & string, Exclude<Table[keyof Table], undefined>][];
}
