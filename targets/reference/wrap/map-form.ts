/** Changes the values of a form. */
export function mapForm(
  form: URLSearchParams,
  change: (value: string, name: string) => string,
): URLSearchParams {
  const changed = new URLSearchParams();
  for (const [name, value] of form) changed.append(name, change(value, name));
  return changed;
}
