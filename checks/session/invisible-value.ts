/** How many values have a character outside VSCHAR (%x20-7E), in words, or null where none has. */
export function invisibleValue(values: readonly string[]): string | null {
  const odd = values.filter((value) => !/^[\x20-\x7E]*$/.test(value)).length;
  return odd === 0 ? null : `${odd} of ${values.length} have other characters`;
}
