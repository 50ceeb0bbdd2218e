import { Buffer } from 'node:buffer';
import { byteWord, printBytes, quote } from '../../driver/shell-words.ts';
import { describeSource } from '../../checks/source-link.ts';
import { printableLine } from '../printable.ts';
import { blanksOf, isText } from './reproduction.ts';
import type { PortableRequest, PortableStep, Reproduction, Text } from './reproduction.ts';
import { shellCheck } from './shell-check.ts';
import { shellText, variableOf } from './shell-text.ts';

/** What scripts share: their functions, and those for near misses of values, which few need. */
export interface ScriptParts {
  readonly prelude: string;
  readonly changes: string;
}

/** A command line holds no more, and a reader does not want to. In bytes. */
const longestBody = 64 * 1024;

/** Why no script can send a request that the Jest file can; null if one can. */
export function whyNoScript({ steps }: Reproduction): string | null {
  const bodies = steps.map(({ request }) => request.body ?? []);
  if (bodies.some((body) => JSON.stringify(body).length > longestBody))
    return 'its body is too long for a command line';
  const isUnencoded = steps.some(({ request }) =>
    blanksOf(request).some(({ change, written }) => change === 'nul-appended' && written === 'plain'),
  );
  return isUnencoded ? 'a shell has no text with a NUL in it' : null;
}

/** A finding as a script for a POSIX shell that sends its case with curl. */
export function reproductionScript(one: Reproduction, { prelude, changes }: ScriptParts): string {
  const steps = one.steps.map((step) => stepLines(step, one).join('\n')).join('\n\n');
  const isChanging = /\$\((?:change|base64_of) /.test(steps);
  return [
    '#!/bin/sh',
    heading(one),
    `base=${quote(one.basePath)}`,
    `place=${quote(printableLine(placeOf(one)))}`,
    `expected=${quote(printableLine(one.finding.expected))}`,
    prelude.trimEnd(),
    ...(isChanging ? ['', changes.trimEnd()] : []),
    '',
    steps,
    '',
    'conclude',
    '',
  ].join('\n');
}

function placeOf({ finding: { at } }: Pick<Reproduction, 'finding'>): string {
  return at === '' ? 'the body' : at;
}

function heading({ record, facts, finding, replay }: Reproduction): string {
  const lines = [
    `${record.operation}: ${record.rule} (${record.level})`,
    `${facts.claim} [${describeSource(facts.source)}]`,
    `At ${placeOf({ finding })}: expected ${finding.expected}, actual ${finding.actual}.`,
    '',
    'Sends the case with curl and removes what it created. Usage: PRISM_USERNAME=… PRISM_PASSWORD=… sh FILE [ADDRESS]',
    'The address is $PRISM_TARGET by default. PRISM_CA names a file of certificates to trust, and PRISM_INSECURE=true',
    'accepts any. Exits with 1 if the violation shows, 0 if not, 2 if the case could not be sent.',
    `With the suite: ${replay}`,
  ];
  return lines.map((line) => `# ${printableLine(line)}`.trimEnd()).join('\n');
}

function stepLines(step: PortableStep, { check, steps }: Reproduction): readonly string[] {
  const { name, role, request, captures, creates, waitMs } = step;
  const lines = [
    ...(waitMs === 0 ? [] : [`sleep ${Math.ceil(waitMs / 1000)}`]),
    ...sendLines(name, request),
    ...(check.step === name || check.sign === 'no answer' ? shellCheck({ ...check, step: name }) : []),
    ...(creates ? ['remember'] : []),
    ...captures.flatMap((capture) => captureLines(capture, step)),
  ];
  const needed = role === 'probe' ? optionalSlots(request, steps) : [];
  if (needed.length === 0) return lines;
  const condition = needed.map((slot) => `[ -n "$${slot}" ]`).join(' && ');
  return [`if ${condition}; then`, ...lines.map((line) => `  ${line}`), 'fi'];
}

/** The variables of slots that may have no value when a probe comes: what only the main request gives. */
function optionalSlots(request: PortableRequest, steps: readonly PortableStep[]): readonly string[] {
  const optional = steps
    .filter(({ role }) => role !== 'setup')
    .flatMap(({ captures }) => captures.map(({ slot }) => slot));
  const used = blanksOf(request).map(({ slot }) => slot);
  return [...new Set(used.filter((slot) => optional.includes(slot)))].map(variableOf);
}

function captureLines(capture: PortableStep['captures'][number], step: PortableStep): readonly string[] {
  const variable = variableOf(capture.slot);
  const found =
    capture.from === 'body'
      ? `json_at${capture.pointer
          .split('/')
          .slice(1)
          .map((name) => ` ${quote(name)}`)
          .join('')} && plain_text`
      : `header '[Ll][Oo][Cc][Aa][Tt][Ii][Oo][Nn]' && parameter ${quote(capture.parameter)}`;
  const lost = `${step.name} gives no ${capture.slot}, without which the case cannot go on`;
  return [
    `${variable}=`,
    `case $status in [123]??) if ${found}; then ${variable}=$value; fi ;; esac`,
    ...(step.role === 'setup' ? [`[ -n "$${variable}" ] || lost ${quote(lost)}`] : []),
  ];
}

/** Headers that curl adds unless told not to. */
const addedByCurl = ['Accept', 'User-Agent', 'Content-Type', 'Expect'];

function sendLines(name: string, request: PortableRequest): readonly string[] {
  const { method, path, headers, user, body } = request;
  const own = headers.map(([header]) => header.toLowerCase());
  const words = [
    `send ${quote(name)} ${quote(method)} ${shellText(path)}`,
    ...(user === null ? [] : [userWords(user)]),
    ...headers.map(([header, value]) =>
      value.length === 0 ? `-H ${quote(`${header};`)}` : `-H ${headerWord(header, value)}`,
    ),
    addedByCurl
      .filter((added) => !own.includes(added.toLowerCase()))
      .map((added) => `-H ${added}:`)
      .join(' '),
    ...bodyWords(body, method),
  ].filter((word) => word !== '');
  const bytes = body === null || isText(body) ? null : bytesWord(body);
  return [
    ...(bytes === null ? [] : [`bytes=${bytes}`]),
    words.join(' \\\n  '),
    ...(bytes === null ? [] : ['bytes=']),
  ];
}

/** A format for `printf` that writes these bytes, with the mark of the execution among them. */
function bytesWord({ base64, mark }: { readonly base64: string; readonly mark: string }): string {
  const format = printBytes(Buffer.from(base64, 'base64')).slice('printf '.length);
  return format.replaceAll(new RegExp(mark, 'gi'), `'"$mark"'`);
}

function headerWord(name: string, value: Text): string {
  return shellText([`${name}: `, ...value], byteWord);
}

function userWords({ header, scheme, text }: NonNullable<PortableRequest['user']>): string {
  if (header === 'Authorization' && scheme === 'Basic') return `-u ${shellText(text)}`;
  return `-H ${quote(`${header}: ${scheme} `)}"$(base64_of ${shellText(text)})"`;
}

function bodyWords(body: PortableRequest['body'], method: string): readonly string[] {
  if (body === null) return ['POST', 'PUT', 'PATCH'].includes(method) ? ["--data-raw ''"] : [];
  return isText(body) ? [`--data-raw ${shellText(body)}`] : [];
}
