/** A piece of HTML in which all text from elsewhere is escaped. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Part = string | Html | readonly Html[];

/** Builds HTML from a template. Texts in it are escaped, and pieces of HTML are inserted unchanged. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const text = strings.reduce((built, literal, index) => built + textOf(parts[index - 1]) + literal);
  return new Html(text);
}

/** Inserts one of our own texts unescaped. */
html.trusted = (text: string): Html => new Html(text);

function textOf(part: Part | undefined): string {
  if (part === undefined) return '';
  if (typeof part === 'string') return escape(part);
  return part instanceof Html ? part.text : part.map((piece) => piece.text).join('');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
