/** What a table says of a rule by the beginning of its id, of several the longest; undefined where none is listed. */
export function byBeginning<Value>(table: Readonly<Record<string, Value>>, rule: string): Value | undefined {
  const beginnings = Object.keys(table).filter((beginning) => rule.startsWith(beginning));
  const [longest] = beginnings.sort((one, other) => other.length - one.length);
  return longest === undefined ? undefined : table[longest];
}
