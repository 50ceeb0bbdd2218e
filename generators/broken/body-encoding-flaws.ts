import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { editJsonBytes, editJsonText } from './edit-request.ts';
import { enoughOfList, oddFlaw } from './flaw.ts';
import type { Flaw } from './flaw.ts';
import { inTurn } from '../text/in-turn.ts';

/** Writes a JSON body in ways that the contract leaves open, such as bytes that are not UTF-8 or a name given twice. */
export function bodyEncodingFlaws(): readonly Flaw[] {
  return [invalidUtf8(), oddEscape(), utf16(), byteOrderMark(), duplicateMember()];
}

/**
 * A lone continuation byte, an overlong slash, a surrogate, a code point beyond U+10FFFF, a cut sequence, an invalid
 * byte, Latin-1.
 */
const notUtf8 = ['80', 'c0af', 'eda080', 'f5808080', 'e282', 'ff', 'e9'];

/** Replaces the first string of the body, so that a target that does not decode it would store it. */
function invalidUtf8(): Flaw {
  const edits = inTurn(...notUtf8).map((hex) =>
    editJsonBytes((text) => {
      const [before, after] = aroundFirstText(text);
      return Buffer.concat([Buffer.from(before), Buffer.from(hex, 'hex'), Buffer.from(after)]);
    }),
  );
  return oddFlaw('body.invalid-utf-8', '', edits, enoughOfList(notUtf8));
}

/** Lone or swapped surrogates (RFC 8259 section 8.2), NUL, a control character and a noncharacter. */
const escapes = ['\\ud800', '\\udc00', '\\ude00\\ud83d', '\\u0000', '\\u001b', '\\uffff'];

function oddEscape(): Flaw {
  const edits = inTurn(...escapes).map((escape) =>
    editJsonText((text) => {
      const [before, after] = aroundFirstText(text);
      return `${before}${escape}${after}`;
    }),
  );
  return oddFlaw('body.odd-escape', '', edits, enoughOfList(escapes));
}

/** RFC 8259 section 8.1 requires UTF-8. Parsers that follow RFC 4627 still detect UTF-16. */
function utf16(): Flaw {
  const marks = ['', '\uFEFF'];
  const edits = inTurn(...marks).map((mark) =>
    editJsonBytes((text) => Buffer.from(`${mark}${text}`, 'utf16le')),
  );
  return oddFlaw('body.utf-16', '', edits, enoughOfList(marks));
}

/** RFC 8259 section 8.1: a byte order mark must not be sent, and may be ignored. */
function byteOrderMark(): Flaw {
  return oddFlaw('body.byte-order-mark', '', fc.constant(editJsonText((text) => `\uFEFF${text}`)));
}

/** RFC 8259 section 4: names should be unique. Repeats the first member with the same value. */
function duplicateMember(): Flaw {
  const edit = editJsonText((text) => {
    const members = text.slice(1, -1);
    return members === '' ? '{"x":1,"x":2}' : `{${members},${members}}`;
  });
  return oddFlaw('body.duplicate-member', '', fc.constant(edit));
}

function aroundFirstText(text: string): readonly [before: string, after: string] {
  const found = /":\[?"/.exec(text);
  if (found === null) return ['{"x":"', '"}'];
  const start = found.index + found[0].length;
  const [value = ''] = /^(?:[^"\\]|\\.)*/.exec(text.slice(start)) ?? [];
  return [text.slice(0, start), text.slice(start + value.length)];
}
