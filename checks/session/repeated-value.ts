/** How many values came more than once, in words, or null where none did. Values are secrets: none is quoted. */
export function repeatedValue(values: readonly string[]): string | null {
  const repeats = values.length - new Set(values).size;
  return repeats === 0 ? null : `${repeats} of ${values.length} are repeats`;
}
