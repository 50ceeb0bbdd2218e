import { secretFields } from '../driver/secret-fields.ts';

const names = [...secretFields.keys()].join('|');

/** A parameter of a query, form or URL; in other text its value ends where a quotation or a tag does. */
const parameter = new RegExp(`((?:^|[?&;#\\s])(${names})=)([^&;#\\s"'<>\\\\]+)`, 'g');

const member = new RegExp(`("(${names})"\\s*:\\s*")((?:[^"\\\\]|\\\\.)*)`, 'gs');

/** Most texts hold none. */
const mayHold = new RegExp(names);

/** Changes what stands in a text under the name of a secret: parameters, and text members of JSON. */
export function changeSecretValues(text: string, change: (name: string, raw: string) => string): string {
  if (!mayHold.test(text)) return text;
  const changed = (_all: string, before: string, name: string, raw: string): string =>
    before + (raw === '' ? raw : change(name, raw));
  return text.replace(parameter, changed).replace(member, changed);
}

/** A value without the escapes of its place; as it is where they are broken. */
export function plainValue(raw: string): string {
  try {
    if (raw.includes('\\')) return String(JSON.parse(`"${raw}"`));
    return raw.includes('%') || raw.includes('+') ? decodeURIComponent(raw.replaceAll('+', ' ')) : raw;
  } catch {
    return raw;
  }
}
