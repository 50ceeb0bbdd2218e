import { Buffer } from 'node:buffer';

/** What introduces a password: its name, and what may separate the two, escaped or not. */
const between = String.raw`(?:["'\\=:>\s]|%3[AaDd]|%2[027]|&quot;|&#3[49];|\\u0022|\+){1,6}`;
const password = String.raw`(?:pass(?:word|wd|phrase|code)?|pwd)`;
const others = String.raw`(?:client_secret|secret|credentials?|login|[a-z]*_?token|code)`;
const sign = String.raw`\s?(?:["'\\]{0,4}\s?(?:[=:]|%3[AaDd])|&quot;\s?:)`;
const named = String.raw`(?:\b${password}${between}(?:(?:is|was)\s)?|\b${others}${sign}${between.replace('{1,6}', '{0,6}')})`;

/** Where a whole value begins: after a quote, a sign or a tag, or at the beginning of a line. */
const before = String.raw`(?<=["'>=]|&quot;|^|^[\w-]{1,60}:\s?)`;
/** Where the value ends. The name of a member is not a value. */
const after = String.raw`(?=(?:["']|&quot;)(?!\s?:)|[<&;]|\s*$)`;

/**
 * Secrets that are too short, or too common a word, to be removed everywhere: they would occur in every other word, and
 * the gaps in a text would reveal them. They are recognized by their place, and hidden only there: after the name of a
 * password, between a user name and a host, or as a whole value that an answer has and no request has sent.
 */
export class PlacedSecrets {
  readonly #named: RegExp | null;
  readonly #whole: RegExp | null;

  constructor(secrets: readonly string[]) {
    const forms = secrets.map((secret) => Array.from(secret, formsOf).join('')).join('|');
    this.#named = forms === '' ? null : new RegExp(String.raw`(${named})(?:${forms})(?![\p{L}\p{N}])`, 'giu');
    this.#whole = forms === '' ? null : new RegExp(`${before}(?:${forms})${after}`, 'gimu');
  }

  /** Whether one of them is a whole value in a text. */
  isIn(text: string): boolean {
    return this.#whole !== null && text.search(this.#whole) >= 0;
  }

  /** Replaces a secret by the mark where the name before it shows that it is one. */
  hideNamed(text: string, mark: string): string {
    return this.#named === null ? text : text.replace(this.#named, (_all, name: string) => name + mark);
  }

  /** Replaces whole values by the mark. */
  hideWhole(text: string, mark: string): string {
    return this.#whole === null ? text : text.replace(this.#whole, () => mark);
  }
}

/** A character literally and under one escape. */
function formsOf(character: string): string {
  const point = (character.codePointAt(0) ?? 0).toString(16);
  const bytes = [...Buffer.from(character)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
  const json = JSON.stringify(character).slice(1, -1);
  const written = [character, json].map(literal);
  const forms = [
    ...written,
    bytes,
    String.raw`\\u0*${point}`,
    `&#x0*${point};`,
    `&#0*${parseInt(point, 16)};`,
  ];
  return `(?:${[...new Set(forms)].join('|')})`;
}

function literal(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
}
