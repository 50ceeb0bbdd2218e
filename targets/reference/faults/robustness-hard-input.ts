import { setTimeout as pause } from 'node:timers/promises';
import type { OperationId } from '../../../spec/operation-ids.ts';
import type { ReferenceBehaviour } from '../behaviour.ts';
import type { Call } from '../call.ts';
import {
  authorizeOperation,
  concerns,
  formOperations,
  idOperations,
  inputOperations,
  listOperation,
} from '../wrap/concern.ts';
import { bodyForm } from '../wrap/read-call.ts';
import type { Fault } from './fault.ts';

/** No parser takes longer, so that a target that is closed does not wait for one. */
const longestMs = 15_000;

/** Delays calls as a parser would that needs so many milliseconds. It does not keep other calls waiting. */
function delay(
  behaviour: ReferenceBehaviour,
  operations: readonly OperationId[],
  costMs: (call: Call) => number,
): void {
  behaviour.wrappers.push(async (call, next) => {
    const ms = concerns(operations, call) ? Math.min(longestMs, costMs(call)) : 0;
    if (ms >= 1) await pause(ms, undefined, { ref: false });
    return next(call);
  });
}

function bodyText(call: Call): string {
  return Buffer.from(call.body).toString('latin1');
}

/** The length of the longest match of a pattern in a text. */
function longest(text: string, pattern: RegExp): number {
  return [...text.matchAll(pattern)].reduce((most, [found]) => Math.max(most, found.length), 0);
}

/** What a quadratic parser needs for a text of this length: half a second for 16,000 characters. */
function quadraticMs(length: number): number {
  return (length / 1000) ** 2 * 2;
}

/** Faults of parsers that take long for some texts. */
export const robustnessHardInputFaults: readonly Fault[] = [
  {
    id: 'redirect-uri-backtracks',
    description:
      'The pattern for addresses in redirect URIs tries every way to part a run of colons, as that of CVE-2022-36087 did.',
    trips: ['robustness.hard-input.prompt'],
    operations: [...inputOperations, ...authorizeOperation],
    install: (behaviour) => {
      delay(behaviour, [...inputOperations, ...authorizeOperation], (call) => {
        const colons = longest(decoded(bodyText(call)), /:+/g);
        return 1.618 ** colons / 200;
      });
    },
  },
  {
    id: 'scope-blanks-quadratic',
    description: 'The pattern that removes blanks at the end of a scope begins anew at each of them.',
    trips: ['robustness.hard-input.prompt'],
    operations: authorizeOperation,
    install: (behaviour) => {
      delay(behaviour, authorizeOperation, (call) =>
        quadraticMs(longest(bodyForm(call).get('scope') ?? '', / +/g)),
      );
    },
  },
  {
    id: 'form-pairs-quadratic',
    description: 'A form is copied for each of its pairs, empty ones too.',
    trips: ['robustness.hard-input.prompt'],
    operations: formOperations,
    install: (behaviour) => {
      delay(behaviour, formOperations, (call) => quadraticMs(bodyText(call).split('&').length));
    },
  },
  {
    id: 'filter-wildcards-backtrack',
    description: 'A filter becomes a pattern in which each wildcard tries every length.',
    trips: ['robustness.hard-input.prompt'],
    operations: listOperation,
    install: (behaviour) => {
      delay(behaviour, listOperation, (call) => 2 ** longest(bodyText(call), /(?:\*a)+/g) / 400_000);
    },
  },
  {
    id: 'id-decoded-again',
    description: 'The id of a client is decoded again and again, for as long as that changes anything.',
    trips: ['robustness.hard-input.prompt'],
    operations: idOperations,
    install: (behaviour) => {
      delay(behaviour, idOperations, (call) => longest(call.path, /(?:25)+/g) / 2);
    },
  },
  {
    id: 'accept-cubic',
    description: 'Each separator in Accept is looked for anew, twice.',
    trips: ['robustness.hard-input.prompt'],
    operations: idOperations,
    install: (behaviour) => {
      delay(behaviour, idOperations, (call) => (longest(call.headers.accept ?? '', /,+/g) / 250) ** 3);
    },
  },
  {
    id: 'json-digits-quadratic',
    description: 'Each digit of a number in JSON multiplies all before it.',
    trips: ['robustness.hard-input.prompt'],
    operations: listOperation,
    install: (behaviour) => {
      delay(behaviour, listOperation, (call) => quadraticMs(longest(bodyText(call), /\d+/g)));
    },
  },
];

/** A form or JSON, without its percent escapes. */
function decoded(text: string): string {
  return text.replace(/%3A/gi, ':');
}
