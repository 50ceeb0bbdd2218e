import { describe, expect, it } from '@jest/globals';
import { isPlaced } from '../../../driver/secrets/placed-secrets.ts';
import { redactionMark, Redactor } from '../../../driver/secrets/redactor.ts';

/** Words, numbers, signs, parts of the mask, and what an expression or an escape might trip over. */
const passwords = [
  ...[
    'secret',
    'string',
    'code',
    'a',
    'target',
    'changeme',
    'true',
    '1234',
    'redacted',
    '[reda',
    'client_id',
  ],
  ...['a"b', 'a\\', '.*', '(a+)+', '$&', 'a\nb', 'p&', '<a>', 'für', 'fu\u0308r', '100%', '日本', 'a b'],
];

const forms: readonly (readonly [name: string, write: (value: string) => string])[] = [
  ['a member', (value) => JSON.stringify({ echo: value })],
  ['an item', (value) => JSON.stringify({ echo: ['x', value] })],
  ['a member in JSON in JSON', (value) => JSON.stringify({ body: JSON.stringify({ echo: value }) })],
  ['a parameter', (value) => `/cb?x=1&echo=${encodeURIComponent(value)}&y=2`],
  ['a form field', (value) => new URLSearchParams({ x: '1', echo: value }).toString()],
  ['a parameter escaped twice', (value) => encodeURIComponent(`?echo=${encodeURIComponent(value)}&y=2`)],
  ['an element', (value) => `<b>${html(value)}</b>`],
  ['an attribute', (value) => `<input name="echo" value="${html(value)}">`],
  ['base64', (value) => JSON.stringify({ echo: Buffer.from(value).toString('base64') })],
  ['base64url', (value) => JSON.stringify({ echo: Buffer.from(value).toString('base64url') })],
  ['hexadecimal', (value) => JSON.stringify({ echo: Buffer.from(value).toString('hex') })],
  ['a login', (value) => JSON.stringify({ echo: `operator:${value}` })],
  ['a named value', (value) => JSON.stringify({ said: `wrong password ${value}.` })],
  ['all of a text', (value) => value],
];

function html(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

describe.each(passwords)('the password %j', (password) => {
  const redactor = new Redactor({ secrets: [password] });

  it.each(forms)('is masked as %s of an answer', (_name, write) => {
    const shown = redactor.answer(write(password));
    expect(shown).toContain(redactionMark);
    expect(shown.replaceAll(redactionMark, '')).not.toContain(write(password));
  });

  it('is masked whether it is composed or not', () => {
    for (const form of ['NFC', 'NFD'] as const)
      expect(redactor.answer(JSON.stringify({ echo: password.normalize(form) }))).toContain(redactionMark);
  });

  it('leaves commands, names and our sentences as they are', () => {
    const command = `curl -i -sS -X POST -u admin:"$PRISM_PASSWORD" -H 'Content-Type: application/json' --data-binary '{"client_name":"x"}' --request-target /oauth/client/target?confirm=yes "$PRISM_TARGET"`;
    expect(redactor.text(command)).toBe(command);
    const sentence = 'the target answers with a code, a string and no secret: true of 1234 (changeme)';
    expect(redactor.sentence(sentence)).toBe(sentence);
    const names =
      '{"client_id":1,"code":400,"confirm":true,"secret":0,"string":[1234],"a":null,"changeme":{"target":"x"}}';
    expect(redactor.answer(names)).toBe(names);
  });
});

describe('a password in a sentence of a target', () => {
  const redactor = new Redactor({ secrets: ['changeme'] });

  it('is masked as a word, and not in another word, an address or a name', () => {
    expect(redactor.answer('no login with changeme, Changeme or "changeme".')).toBe(
      'no login with [redacted], [redacted] or "[redacted]".',
    );
    const others = 'changemenot changeme_id https://changeme.example/changeme?changeme=1';
    expect(redactor.answer(others)).toBe(others);
  });

  it('is masked within base64', () => {
    const dump = Buffer.from('{"login":"somebody", "with":"changeme"}').toString('base64');
    expect(redactor.answer(`dump ${dump}`)).toContain('[redacted]');
  });

  it('stays if the contract or HTTP has the word', () => {
    const text = 'the secret of the client is wrong';
    expect(new Redactor({ secrets: ['secret'] }).answer(text)).toBe(text);
  });
});

describe('a sentence of ours', () => {
  const redactor = new Redactor({ secrets: ['changeme'] });
  it.each([
    ['expected changeme to be "[redacted]" of changeme', 'expected changeme to be "changeme" of changeme'],
    ['a changeme in {"x":"[redacted]"}', 'a changeme in {"x":"changeme"}'],
    ['another [redacted]', 'another changeme'],
    ['[redacted]', 'changeme'],
    ['a changeme', 'a changeme'],
    ['"[redacted]', '"changeme'],
  ])('becomes %s', (shown, text) => {
    expect(redactor.sentence(text)).toBe(shown);
  });
});

describe('a password', () => {
  it('is masked by its place if it is short or a common word', () => {
    for (const one of ['a', 'Zq9', 'secret', 'Changeme', '2026', 'hunter2', 'fu\u0308r', '[redacted]', ''])
      expect(isPlaced(one)).toBe(true);
    for (const one of ['nutanix/4u', 'Xk29#mQ7', 'correct horse battery', 'a1b2c3d4', 'abcdefghijklmnop'])
      expect(isPlaced(one)).toBe(false);
  });
});

describe('an answer of 5 MB', () => {
  it('takes about as long with a common password as with a strong one', () => {
    const row = '{"client_name":"Client \\"one\\"","client_description":"<p>some &amp; a code</p>","n":"a"},';
    const text = row.repeat(Math.ceil((5 * 2 ** 20) / row.length));
    const before = process.cpuUsage();
    for (const password of ['a', 'secret', 'changeme']) new Redactor({ secrets: [password] }).answer(text);
    // Half a second to a second each on an idle machine.
    expect(process.cpuUsage(before).user / 1e6).toBeLessThan(15);
  });
});
