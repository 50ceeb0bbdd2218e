/**
 * Wraps a function of a text so that it keeps its last result. In a run nearly all requests have the same credentials,
 * and nearly all answers have the same headers, which dozens of rules read.
 */
export function rememberLast<Result>(read: (text: string) => Result): (text: string) => Result {
  let last: { readonly text: string; readonly result: Result } | null = null;
  return (text) => {
    if (last?.text !== text) last = { text, result: read(text) };
    return last.result;
  };
}

/**
 * Wraps a function of an object so that each object is read once, for as long as it is in use. The object must not change
 * meanwhile.
 */
export function rememberEach<Key extends object, Result extends object | string>(
  read: (key: Key) => Result,
): (key: Key) => Result {
  const known = new WeakMap<Key, Result>();
  return (key) => {
    const result = known.get(key) ?? read(key);
    known.set(key, result);
    return result;
  };
}
