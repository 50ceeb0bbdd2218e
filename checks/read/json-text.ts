/** A value as JSON, or null for one that is nested deeper than the stack: bodies are what a target makes them. */
export function jsonText(value: unknown): string | null {
  if (value === undefined) return 'absent';
  try {
    return JSON.stringify(value);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
