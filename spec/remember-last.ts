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
