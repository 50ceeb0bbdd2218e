import type { SlotChange } from '../case.ts';

/**
 * Makes a near miss of a value that the target chose. The result depends only on the value, and always differs from it.
 * Characters are code points.
 */
export function changeSlot(value: string, change: SlotChange): string {
  switch (change) {
    case 'truncated':
      return shorten(value);
    case 'padded':
      return `${value}x`;
    case 'blank-appended':
      return `${value} `;
    case 'unsigned':
      return unsigned(value);
    case 'nul-appended':
      return `${value}\0x`;
    case 'case-swapped':
      return swapCase(value);
    case 'identifier-case-swapped':
      return isHexadecimal(value) ? changeFirst(value) : swapCase(value);
    case 'first-character-changed':
      return changeFirst(value);
    case 'last-character-changed':
      return changeLast(value);
  }
}

/** A JSON Web Token with the algorithm `none` (RFC 8725 section 3.1). For other values, the beginning is changed. */
function unsigned(value: string): string {
  const [header = '', payload = '', ...rest] = value.split('.');
  // A brace and what follows it, and {"alg":"none","typ":"JWT"}, in base64.
  const isToken = rest.length === 1 && /^e[\dw-z_-]/.test(header);
  return isToken ? `eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0.${payload}.` : changeFirst(value);
}

/** A value of one character is made longer instead, since an empty value would be a different flaw. */
function shorten(value: string): string {
  const characters = Array.from(value);
  return characters.length < 2 ? `${value}x` : characters.slice(0, -1).join('');
}

function swapCase(value: string): string {
  const swapped = value.replace(/[A-Za-z]/g, (letter) =>
    letter >= 'a' ? letter.toUpperCase() : letter.toLowerCase(),
  );
  return swapped === value ? changeLast(value) : swapped;
}

/** A UUID means the same in either case (RFC 9562 section 4), and so do other hexadecimal identifiers. */
function isHexadecimal(value: string): boolean {
  return /^[\da-f-]*$/i.test(value);
}

/**
 * Keeps the alphabet (digit for digit, hexadecimal for hexadecimal), so that the value still looks like an identifier.
 */
function changeFirst(value: string): string {
  const [first = '', ...rest] = Array.from(value);
  const next = /[0-8a-eA-E]/.test(first) ? String.fromCharCode(first.charCodeAt(0) + 1) : 'a';
  return `${next === first ? 'b' : next}${rest.join('')}`;
}

/**
 * The last character of base64 may carry bits that decoders ignore, so a changed one could stand for the same bytes.
 * Its highest bit always counts, so that bit is changed: it is clear in A to f, and set in the rest.
 */
function changeLast(value: string): string {
  const characters = Array.from(value);
  const last = characters.pop() ?? '';
  return `${characters.join('')}${/[A-Za-f]/.test(last) ? 'w' : 'A'}`;
}

/** All functions of this module, for a program that has to do without it. They use nothing from outside. */
export const changingFunctions = [
  changeSlot,
  unsigned,
  shorten,
  swapCase,
  isHexadecimal,
  changeFirst,
  changeLast,
] as const;
