/** A Content-Type as it decides how a body is read. Names are in lower case. */
export interface MediaType {
  readonly essence: string;
  /** `utf-8` where none is given. */
  readonly charset: string;
}

/** Reads a Content-Type header: media type and charset. Null where there is none. */
export function readMediaType(
  headers: readonly (readonly [name: string, value: string])[],
): MediaType | null {
  const header = headers.find(([name]) => name.toLowerCase() === 'content-type');
  if (header === undefined) return null;
  const [essence = '', ...parameters] = header[1].toLowerCase().split(';');
  const charset = parameters.map((parameter) => /^\s*charset\s*=\s*"?([^"\s]*)/.exec(parameter)?.[1]);
  return { essence: essence.trim(), charset: charset.find((name) => name !== undefined) ?? 'utf-8' };
}
