import type { Finding } from '../../checks/verdict.ts';
import { blankedPattern, blankedText, knownValues } from './known-values.ts';
import { pointed, shows, valuesOf } from './portable-runtime.ts';
import type { PortableAnswer, Values } from './portable-runtime.ts';
import { readAnswer } from './recorded-answer.ts';
import { blanksOf } from './reproduction.ts';
import type { Blank, Check, MemberType, PortableStep, Sign } from './reproduction.ts';
import { statusSigns } from './status-signs.ts';

/** A violation without the name of its step, which a rule on sessions adds to what it expected. */
interface Violated {
  readonly at: string;
  readonly expected: string;
  readonly actual: string;
}

/**
 * What shows the violation of a finding when its steps are sent again; null if nothing outside of this suite can tell.
 * The rule itself is code. So this looks for what was wrong in the recorded answer, and takes it only if it is there.
 */
export function deriveCheck(
  finding: Finding,
  { steps, mark }: { readonly steps: readonly PortableStep[]; readonly mark: string },
): Check | null {
  const { named, violated } = takeApart(finding);
  const answers = new Map(finding.exchanges.map((exchange) => [exchange.step, readAnswer(exchange)]));
  const known = knownValues(steps, answers, mark);
  const hidden = Object.fromEntries(
    steps.flatMap(({ captures }) => captures.map(({ slot }) => [slot, '[redacted]'])),
  );
  for (const name of named === null ? unnamedSteps(steps) : [named]) {
    const answer = answers.get(name);
    const step = steps.find((one) => one.name === name);
    if (answer === undefined || step === undefined) continue;
    const signs = signsOf(violated, { answer, step, known });
    const sign = signs.find((one) => isSeen(one, violated, { answer, known: { ...hidden, ...known } }));
    if (sign !== undefined) return { step: name, ...sign };
  }
  return null;
}

/** Two different secrets look the same in a report, which then says that the second is another. */
function isSeen(sign: Sign, { actual }: Violated, { answer, known }: Omit<Evidence, 'step'>): boolean {
  return (sign.sign === 'member not' && actual.startsWith('another ')) || shows(sign, answer, known);
}

function takeApart({ at, expected, actual }: Finding): {
  readonly named: string | null;
  readonly violated: Violated;
} {
  const [suffix, step] = / at step ([\w-]+)$/.exec(expected) ?? [];
  if (step !== undefined && suffix !== undefined)
    return { named: step, violated: { at, expected: expected.slice(0, -suffix.length), actual } };
  const isRead = /on reading it back|to the read-back/.test(expected);
  return { named: isRead ? 'read-back' : null, violated: { at, expected, actual } };
}

/** Rules that name no step judge the main one, or what a probe then reads. */
function unnamedSteps(steps: readonly PortableStep[]): readonly string[] {
  return ['main', ...steps.filter(({ role }) => role === 'probe').map(({ name }) => name)];
}

/** What signs of a violation depend on. */
interface Evidence {
  readonly answer: PortableAnswer;
  readonly step: PortableStep;
  /** What the target chose in the recorded case and is no secret, by slot. */
  readonly known: Values;
}

/** What may show a violation, the surest first. */
function signsOf(violated: Violated, evidence: Evidence): readonly Sign[] {
  const { at, expected } = violated;
  if (/^a whole answer|^a body that ends/.test(expected)) return [{ sign: 'no answer' }];
  if (at === 'status') return statusSigns(expected, violated.actual);
  if (/^no secret/.test(expected)) return secretSigns(violated, evidence);
  const [, header] = /^header ([\w-]+)$/.exec(at) ?? [];
  if (header !== undefined) return headerSigns(header, violated, evidence);
  if (at === '') return bodySigns(violated);
  return at.startsWith('/') ? memberSigns(violated, evidence) : [];
}

/** A secret that was sent comes back. Which it is, the report does not show: any of the request counts. */
function secretSigns({ actual }: Violated, { step: { request } }: Evidence): readonly Sign[] {
  if (actual !== 'a secret of the request') return [];
  const sent = blanksOf(request).filter(({ slot }) => /(?:secret|token|code)$/.test(slot));
  const texts = sent.map((blank) => [{ ...blank, written: 'plain' as const }]);
  return texts.length === 0 ? [] : [{ sign: 'answer contains', texts }];
}

function headerSigns(
  name: string,
  { expected, actual }: Violated,
  { answer, known }: Evidence,
): readonly Sign[] {
  // It differs from one answer to the next.
  if (name.toLowerCase() === 'date') return [];
  const [, parameter] = /^an? (\w+)$/.exec(expected) ?? [];
  const [, unwanted] = /^no (code|error|state)$/.exec(expected) ?? [];
  return [
    { sign: 'header absent', name },
    ...(parameter !== undefined && actual === 'absent'
      ? [{ sign: 'parameter absent' as const, header: name, parameter }]
      : []),
    ...(unwanted === undefined
      ? []
      : [{ sign: 'parameter present' as const, header: name, parameter: unwanted }]),
    ...valuesOf(answer, name)
      .filter((value) => value !== '[redacted]')
      .map((value) => ({ sign: 'header' as const, name, seen: blankedPattern(value, known) })),
  ];
}

function bodySigns({ expected, actual }: Violated): readonly Sign[] {
  if (actual === 'no body') return [{ sign: 'body empty' }];
  const type = typeNamed(expected);
  if (type !== null) return [{ sign: 'type not', pointer: '', lawful: type }];
  if (!expected.startsWith('no ')) return [];
  // The quotation may be cut, and quotation marks in it may be escaped in the body.
  const [shown = ''] = /[^"'\\…]{6,40}/.exec(actual) ?? [];
  return shown === '' ? [] : [{ sign: 'answer contains', texts: [[shown]] }];
}

function typeNamed(expected: string): MemberType | null {
  const [, type] = /^must be (object|array|string|number|boolean|null)$/.exec(expected) ?? [];
  return (type as MemberType | undefined) ?? null;
}

function memberSigns(
  { at: pointer, expected, actual }: Violated,
  { answer, known }: Evidence,
): readonly Sign[] {
  if (actual === 'absent') return [{ sign: 'member', pointer, seen: null }];
  if (expected === 'no entity') return [{ sign: 'filled', pointer }];
  if (expected === 'absent' && /client$/.test(actual))
    return [{ sign: 'answer contains', texts: [[plain('client.id')]] }];
  const [, least, most] = /^(\d+) to (\d+)\b/.exec(expected) ?? [];
  if (least !== undefined)
    return [{ sign: 'number outside', pointer, least: Number(least), most: Number(most) }];
  const type = typeNamed(expected);
  if (type !== null) return [{ sign: 'type not', pointer, lawful: type }];
  return valueSigns(pointer, { expected, actual }, { answer, known });
}

/** The value that was seen, if the report shows it whole. */
function valueSigns(
  pointer: string,
  { expected, actual }: Pick<Violated, 'expected' | 'actual'>,
  { answer, known }: Pick<Evidence, 'answer' | 'known'>,
): readonly Sign[] {
  if (pointer.endsWith('/client_secret') && actual.startsWith('another '))
    return [
      {
        sign: 'member not',
        pointer,
        lawful: ['"', plain('client.secret'), '"'],
      },
    ];
  const lawful = /^"[\w .:/-]*"$|^-?\d+$|^(?:true|false|null)$/.test(expected)
    ? [{ sign: 'member not' as const, pointer, lawful: blankedText(expected, known) }]
    : [];
  const value = pointed(answer.json, pointer);
  const text = value === undefined ? '' : JSON.stringify(value);
  const isWhole = text !== '' && !/\[redacted\]|\[cut/.test(text);
  return [
    ...lawful,
    ...(isWhole ? [{ sign: 'member' as const, pointer, seen: blankedText(text, known) }] : []),
  ];
}

function plain(slot: string): Blank {
  return { slot, change: null, written: 'plain' };
}
