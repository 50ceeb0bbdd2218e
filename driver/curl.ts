import { Buffer, isUtf8 } from 'node:buffer';
import type { WireRequest } from './exchange.ts';
import { byteWord, isPlain, printBytes, quote } from './shell-words.ts';
import { readFields, redactHeader, secretFields } from './secrets/redact-fields.ts';
import type { Redactor } from './secrets/redactor.ts';
import { isPlaced } from './secrets/placed-secrets.ts';

/**
 * A shell word in which the given parts are replaced by environment variables; `quoteRest` quotes what is left. An
 * empty text gives no word.
 */
export function wordWithVariables(
  text: string,
  variables: readonly (readonly [part: string, variable: string])[],
  quoteRest: (rest: string) => string = quote,
): string {
  const [next, ...others] = variables;
  if (next === undefined) return text === '' ? '' : quoteRest(text);
  const [part, variable] = next;
  if (part === '') return wordWithVariables(text, others, quoteRest);
  return text
    .split(part)
    .map((rest) => wordWithVariables(rest, others, quoteRest))
    .join(`"$${variable}"`);
}

/** A longer body would exceed the limits of a command line, and of a reader. */
const longestBody = 16 * 1024;

/** Headers that curl adds unless told not to. */
const addedByCurl = ['Accept', 'User-Agent', 'Content-Type', 'Expect'];

type Variables = readonly (readonly [part: string, variable: string])[];

/**
 * A command for a POSIX shell that sends this request again, byte for byte, to `$PRISM_TARGET` (an origin, with or
 * without base path). Secrets are replaced by environment variables: `PRISM_PASSWORD`, `PRISM_COOKIE`, `CLIENT_SECRET`,
 * `CODE`, `ACCESS_TOKEN`, `REFRESH_TOKEN`. The result still goes through the redactor, as every shown text does.
 */
export function curlOf(request: WireRequest, redactor: Redactor): string {
  const variables = variablesOf(request);
  const body = bodyOf(request, redactor, variables);
  const words = [
    'curl -i -sS',
    // With -X HEAD curl would wait for a body.
    request.method === 'HEAD' ? '--head' : `-X ${quote(request.method)}`,
    ...request.headers.map(([name, value]) => headerWords(name, value, redactor)),
    ...addedByCurl
      .filter((added) => !request.headers.some(([name]) => name.toLowerCase() === added.toLowerCase()))
      .map((added) => `-H '${added}:'`),
    ...body.words,
    // The path is passed separately, because curl would parse a URL, drop its fragment and resolve its dots.
    `--request-target ${wordWithVariables(request.path, variables, (rest) => byteWord(redactor.replace(rest))) || "''"}`,
    '"$PRISM_TARGET"',
  ];
  return `${body.pipe}${words.join(' ')}`;
}

/** The secret fields of the request as written in it, with the variable of each. */
function variablesOf(request: WireRequest): Variables {
  const query = readFields(request.path.slice(request.path.indexOf('?') + 1));
  const body = request.body === null ? '' : Buffer.from(request.body).toString('utf8');
  const isRefresh = query.some(([name, value]) => name === 'token_type_hint' && value === 'refresh_token');
  const fields = [...query, ...readFields(body)].map(([name, , raw]) => [name, raw] as const);
  const members = [...body.matchAll(/"(\w+)"\s*:\s*"((?:[^"\\]|\\.)*)"/g)].map(
    ([, name = '', raw = '']) => [name, raw] as const,
  );
  return [...fields, ...members].flatMap(([name, raw]) => {
    const variable = name === 'token' && isRefresh ? 'REFRESH_TOKEN' : secretFields.get(name);
    // A short value may also occur elsewhere, and is no working secret.
    return variable === undefined || raw.length < 6 ? [] : [[raw, variable] as const];
  });
}

function headerWords(name: string, value: string, redactor: Redactor): string {
  if (value === '') return `-H ${quote(`${name};`)}`;
  if (name.toLowerCase() === 'cookie') return `-H '${name}: '"$PRISM_COOKIE"`;
  if (name.toLowerCase() !== 'authorization')
    return `-H ${byteWord(redactor.replace(`${name}: ${redactHeader(name, value)}`))}`;
  const [, scheme = '', token = ''] = /^([\w-]+) (.+)$/.exec(value) ?? [];
  const user = scheme.toLowerCase() === 'basic' ? userOf(token) : null;
  if (user !== null && `${name}: ${scheme}` === 'Authorization: Basic')
    return `-u ${userWord(user, redactor)}`;
  // curl itself would write both in their usual case.
  if (user !== null)
    return `-H '${name}: ${scheme} '"$(printf %s ${userWord(user, redactor)} | base64 | tr -d '\\n')"`;
  return token.length > 0 && scheme !== 'Basic'
    ? `-H '${name}: ${scheme} '"$ACCESS_TOKEN"`
    : `-H ${byteWord(redactor.replace(`${name}: ${value}`))}`;
}

/** The user name and password, if curl would encode them to the same characters. */
function userOf(token: string): string | null {
  const bytes = Buffer.from(token, 'base64');
  const text = bytes.toString('utf8');
  const isSame = isUtf8(bytes) && bytes.toString('base64') === token;
  return isSame && text.includes(':') && isPlain(text) ? text : null;
}

/** A wrong password is made of the right one, which is the first of the secrets. */
function userWord(user: string, { secrets }: Redactor): string {
  const colon = user.indexOf(':') + 1;
  const password = user.slice(colon);
  const made = secrets.map((secret) => madeOf(password, secret)).find((word) => word !== null);
  return quote(user.slice(0, colon)) + (made ?? (password === '' ? '' : quote(password)));
}

/** A shell word for a password that is a secret, or a near miss of it as cases send them; null for any other. */
function madeOf(password: string, secret: string): string | null {
  if (secret === '' || password === '') return null;
  if (password.includes(secret) && (!isPlaced(secret) || isPadded(password, secret)))
    return wordWithVariables(password, [[secret, 'PRISM_PASSWORD']]);
  // In a shell, both work on bytes.
  if (!/^[\x20-\x7e]*$/.test(secret)) return null;
  if (password === secret.slice(0, -1)) return '"${PRISM_PASSWORD%?}"';
  const swapped = secret.replaceAll(/[A-Za-z]/g, (letter) =>
    letter >= 'a' ? letter.toUpperCase() : letter.toLowerCase(),
  );
  return password === swapped ? `"$(printf %s "$PRISM_PASSWORD" | tr A-Za-z a-zA-Z)"` : null;
}

/** A word is part of many others by chance. Showing the variable there would reveal it. */
function isPadded(password: string, secret: string): boolean {
  const isAtEnd = password.startsWith(secret) || password.endsWith(secret);
  return isAtEnd && password.length <= secret.length + longestPadding;
}

/** The most characters that a case adds to the right password: `wrong-`. */
const longestPadding = 6;

function bodyOf(
  { body, method }: WireRequest,
  redactor: Redactor,
  variables: Variables,
): { readonly pipe: string; readonly words: readonly string[] } {
  if (body === null || body.length === 0) {
    // For methods that expect a body, the header has to say that it is empty.
    return { pipe: '', words: ['POST', 'PUT', 'PATCH'].includes(method) ? ["--data-binary ''"] : [] };
  }
  if (body.length > longestBody)
    return {
      pipe: `: 'with the ${body.length} bytes of the body in ./body, else by the replay command'; test -s body && `,
      words: ['--data-binary @body'],
    };
  const text = Buffer.from(body).toString('utf8');
  if (isUtf8(body) && isPlain(text) && !text.startsWith('@')) {
    return { pipe: '', words: [`--data-binary ${wordWithVariables(text, variables)}`] };
  }
  const shown = redactor.replace(Buffer.from(body).toString('latin1'));
  return { pipe: `${printBytes(Buffer.from(shown, 'latin1'))} | `, words: ['--data-binary @-'] };
}
