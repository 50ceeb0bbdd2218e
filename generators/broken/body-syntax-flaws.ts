import fc from 'fast-check';
import type { BreakageKind } from '../breakage-kind.ts';
import { entriesOf } from '../family.ts';
import { editJsonText } from './edit-request.ts';
import type { Flaw } from './flaw.ts';
import { enoughOfList, inputFlaw } from './flaw.ts';
import { inTurn } from '../text/in-turn.ts';

type Rewrite = (text: string) => string;

/** Changes of the text that leave every value as it was. */
const rewrites = {
  'body.trailing-garbage': ['}', ',', '{}', ' true', ';'].map((garbage) => (text) => `${text}${garbage}`),
  'body.leading-garbage': [")]}',", ',', '\0'].map((garbage) => (text) => `${garbage}${text}`),
  'body.trailing-comma': [(text) => text.replace(/}$/, ',}'), (text) => inside(text, '"x":[1,]')],
  'body.single-quoted': [(text) => inside(text, '"x":"a"').replaceAll("'", '').replaceAll('"', "'")],
  'body.comment': [
    (text) => `${text}// end`,
    (text) => `/* start */${text}`,
    (text) => inside(text, '/* */"x":1'),
  ],
} satisfies Partial<Readonly<Record<BreakageKind, readonly Rewrite[]>>>;

/** Invalid JSON in members that the contract does not know, and that would be ignored if they were valid. */
const badMembers = {
  'body.not-a-number-literal': ['"x":NaN', '"x":Infinity', '"x":-Infinity', '"x":undefined'],
  'body.bad-number-literal': ['"x":01', '"x":+1', '"x":1.', '"x":.5', '"x":0x10', '"x":1e', '"x":1_000'],
  'body.bad-string-literal': ['"x":\'a\'', '"x":"\\x41"', '"x":"\\u12"', '"x":"a\tb"', '"x":"a', '"x":`a`'],
  'body.bad-word-literal': ['"x":True', '"x":None', '"x":NULL', '"x":nil', '"x":yes'],
  'body.bad-name': ['x:1', "'x':1", '1:1', '"x"'],
  'body.missing-punctuation': ['"x" 1', '"x":1 "y":2', '"x":', '"x"::1', '"x":1,'],
} satisfies Partial<Readonly<Record<BreakageKind, readonly string[]>>>;

/** Breaks only the syntax of a JSON body (RFC 8259 section 2): its values would be valid. */
export function bodySyntaxFlaws(): readonly Flaw[] {
  return [
    truncated(),
    ...entriesOf(rewrites).map(([kind, changes]) => rewritten(kind, changes)),
    ...entriesOf(badMembers).map(([kind, members]) =>
      rewritten(
        kind,
        members.map((member) => (text) => inside(text, member)),
      ),
    ),
    inputFlaw(
      'body.not-json',
      '',
      inTurn(...notJson).map((text) => editJsonText(() => text)),
      enoughOfList(notJson),
    ),
  ];
}

const notJson = ['client', '<client/>', '---\nclient_name: a', 'a=1&b=2', '{', '[', '"', ' ', '\0'];

/** No non-empty proper prefix of a JSON object is valid JSON. */
function truncated(): Flaw {
  const edits = fc
    .double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
    .map((share) => editJsonText((text) => text.slice(0, 1 + Math.floor(share * (text.length - 1)))));
  return inputFlaw('body.truncated', '', edits, 8);
}

function rewritten(kind: BreakageKind, changes: readonly Rewrite[]): Flaw {
  return inputFlaw(kind, '', inTurn(...changes).map(editJsonText), enoughOfList(changes));
}

/** Writes text before the first member of an object. */
function inside(text: string, members: string): string {
  return text.replace(/^{(.?)/, (_, next: string) => `{${members}${next === '}' ? '' : ','}${next}`);
}
