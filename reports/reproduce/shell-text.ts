import { quote } from '../../driver/shell-words.ts';
import type { Blank, Text } from './reproduction.ts';

/** The shell variable of a slot. */
export function variableOf(slot: string): string {
  return ['username', 'password', 'mark'].includes(slot) ? slot : `slot_${slot.replaceAll(/\W/g, '_')}`;
}

/** A shell word for a text. `quoteLiteral` quotes its literal parts. */
export function shellText(text: Text, quoteLiteral: (literal: string) => string = quote): string {
  const word = text.map((part) => (typeof part === 'string' ? quoteLiteral(part) : blankWord(part))).join('');
  return word === '' ? "''" : word;
}

function blankWord({ slot, change, written }: Blank): string {
  const variable = `$${variableOf(slot)}`;
  if (change === 'nul-appended') return `"$(percent "${variable}")%00x"`;
  // A command substitution drops line feeds at the end, and no value has one there.
  const value = change === null ? variable : `$(change ${change} "${variable}")`;
  return written === 'plain' ? `"${value}"` : `"$(percent "${value}")"`;
}
