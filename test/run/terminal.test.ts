import { Writable } from 'node:stream';
import { afterEach, describe, expect, it } from '@jest/globals';
import { eraseLiveLine, lastLineOf, Terminal } from '../../run/terminal.ts';

/** A stream that has the members of a terminal that are used here. */
class Screen extends Writable {
  readonly isTTY = true;
  columns = 80;
  text = '';

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}

function open(): { readonly screen: Screen; readonly terminal: Terminal } {
  const screen = new Screen();
  return { screen, terminal: new Terminal(screen as unknown as NodeJS.WriteStream) };
}

const erased = '\r\u001b[J';

describe('the rewritten line of a terminal', () => {
  afterEach(eraseLiveLine);

  it('gives way to whatever is written, on either stream', () => {
    const { screen, terminal } = open();
    terminal.rewrite('half');
    open().terminal.lines('a result');
    terminal.rewrite('more');
    terminal.lines('an error');
    expect(screen.text).toBe(`half${erased}more${erased}an error\n`);
  });

  it('is erased with all its rows if the terminal was made narrower', () => {
    const { screen, terminal } = open();
    terminal.rewrite('x'.repeat(70));
    screen.columns = 30;
    terminal.rewrite('');
    expect(screen.text).toBe(`${'x'.repeat(70)}\r\u001b[2A\u001b[J`);
  });

  it('is not there after an empty one', () => {
    const { screen, terminal } = open();
    terminal.rewrite('half');
    terminal.rewrite('');
    terminal.rewrite('');
    expect(screen.text).toBe(`half${erased}`);
  });

  it('stays one line, whatever it is about', () => {
    const { screen, terminal } = open();
    terminal.rewrite('a\nb\u001b[2J');
    expect(screen.text).toBe('a\\nb\\u{1b}[2J');
  });
});

describe('a quiet terminal', () => {
  it('leaves notes out, and nothing else', () => {
    const { screen, terminal } = open();
    terminal.isQuiet = true;
    terminal.notes('good to know');
    terminal.lines('error: bad');
    terminal.isQuiet = false;
    terminal.notes(null, 'good to know');
    expect(screen.text).toBe('error: bad\nnote: good to know\n');
  });

  it('has the last line of a summary', () => {
    expect(lastLineOf('first\n\nexit 1: the target violates the contract\n')).toBe(
      'exit 1: the target violates the contract\n',
    );
  });
});
