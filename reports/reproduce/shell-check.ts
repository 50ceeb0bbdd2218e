import { quote } from '../../driver/shell-words.ts';
import type { Check, Sign } from './reproduction.ts';
import { shellText } from './shell-text.ts';

/** Shell lines that note whether the answer that has just come has the sign of a violation. */
export function shellCheck({ step, ...sign }: Check): readonly string[] {
  const came = `${quote(`${step} was answered with `)}"$status"`;
  return linesOf(sign, `shows ${came}`);
}

function linesOf(sign: Sign, shows: string): readonly string[] {
  switch (sign.sign) {
    case 'no answer':
      return [`if [ "$status" = none ]; then ${shows}; fi`];
    case 'status not':
      return [
        `case $status in`,
        `none | ${patterns(sign.lawful)}) ;;`,
        `*) ${orRefusal(sign.lawful, shows)} ;;`,
        'esac',
      ];
    case 'status':
      return [
        `case $status in`,
        `${patterns(sign.seen)}) ${shows} ;;`,
        ...(hasRefusal(sign.seen) ? [`3??) if tells_error; then ${shows}; fi ;;`] : []),
        'esac',
      ];
    case 'body empty':
      return [answered(`[ -z "$body" ]`, shows)];
    case 'answer contains':
      return sign.texts.map((text) => `case "$headers$nl$body" in *${shellText(text)}*) ${shows} ;; esac`);
    default:
      return 'pointer' in sign ? memberLines(sign, shows) : headerLines(sign, shows);
  }
}

function answered(condition: string, then: string): string {
  return `if [ "$status" != none ] && ${condition}; then ${then}; fi`;
}

function patterns(statuses: readonly string[]): string {
  return statuses.map((status) => status.replace('xx', '??')).join(' | ');
}

function hasRefusal(statuses: readonly string[]): boolean {
  return statuses.some((status) => status.startsWith('4'));
}

function orRefusal(lawful: readonly string[], shows: string): string {
  return hasRefusal(lawful) ? `tells_error || ${shows}` : shows;
}

function headerLines(
  sign: Extract<Sign, { sign: `header${string}` | `parameter${string}` }>,
  shows: string,
): readonly string[] {
  switch (sign.sign) {
    case 'header absent':
      return [answered(`! header ${namePattern(sign.name)}`, shows)];
    case 'parameter absent':
      return [`if header ${namePattern(sign.header)} && ! parameter ${sign.parameter}; then ${shows}; fi`];
    case 'parameter present':
      return [`if header ${namePattern(sign.header)} && parameter ${sign.parameter}; then ${shows}; fi`];
    case 'header': {
      const pattern = sign.seen.map((part) => (part === null ? '*' : shellText([part]))).join('');
      return [
        `header ${namePattern(sign.name)}`,
        'while [ -n "$values" ]; do',
        `  case \${values%%"$nl"*} in ${pattern}) ${shows} ;; esac`,
        `  values=\${values#*"$nl"}`,
        'done',
      ];
    }
  }
}

/** A shell pattern for a header name in any letter case. */
function namePattern(name: string): string {
  return quote(name.replaceAll(/[a-z]/gi, (letter) => `[${letter.toUpperCase()}${letter.toLowerCase()}]`));
}

function memberLines(sign: Extract<Sign, { readonly pointer: string }>, shows: string): readonly string[] {
  const at = ['json_at', ...sign.pointer.split('/').slice(1).map(unescaped).map(quote)].join(' ');
  switch (sign.sign) {
    case 'member':
      return [
        sign.seen === null
          ? answered(`! ${at}`, shows)
          : `if ${at} && [ "$value" = ${shellText(sign.seen)} ]; then ${shows}; fi`,
      ];
    case 'member not':
      return [`if ${at} && [ "$value" != ${shellText(sign.lawful)} ]; then ${shows}; fi`];
    case 'number outside':
      return [
        `${at} || value=`,
        `case $value in`,
        `'' | *[!0-9]*) ${shows} ;;`,
        `*) if [ "$value" -lt ${sign.least} ] || [ "$value" -gt ${sign.most} ]; then ${shows}; fi ;;`,
        'esac',
      ];
    case 'type not':
      return [`${at} || value=`, `case $value in ${typePatterns[sign.lawful]}) ;; *) ${shows} ;; esac`];
    case 'filled':
      return [`if ${at}; then case $value in '[]') ;; '['*) ${shows} ;; esac; fi`];
  }
}

function unescaped(segment: string): string {
  return segment.replaceAll('~1', '/').replaceAll('~0', '~');
}

/** The beginnings of JSON texts by type. */
const typePatterns = {
  object: "'{'*",
  array: "'['*",
  string: "'\"'*",
  number: '[-0-9]*',
  boolean: 'true | false',
  null: 'null',
} as const;
