/**
 * Compiles the regular expression of a `pattern`. In Unicode mode, as JSON Schema recommends, or else without it: many
 * documents escape more than that mode allows (`\-`, `[\w-.]`). Throws a SyntaxError if it is valid in neither.
 */
export function compilePattern(pattern: string): RegExp {
  try {
    return new RegExp(pattern, 'u');
  } catch {
    return new RegExp(pattern);
  }
}

/** Whether a text is a regular expression. */
export function isPattern(text: string): boolean {
  try {
    compilePattern(text);
    return true;
  } catch {
    return false;
  }
}
