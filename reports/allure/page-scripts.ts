const scriptStart = /<script\b/gi;
const scriptEnd = /<\/script\s*>/gi;

/** A script element of a page. */
export interface ScriptElement {
  readonly tag: string;
  readonly body: string;
  readonly end: string;
}

/** Changes every script element in a single pass over the page. */
export function changeScripts(html: string, change: (element: ScriptElement) => string): string {
  const parts: string[] = [];
  let done = 0;
  for (;;) {
    scriptStart.lastIndex = done;
    const start = scriptStart.exec(html)?.index;
    const bodyStart = start === undefined ? 0 : html.indexOf('>', start) + 1;
    scriptEnd.lastIndex = bodyStart;
    const end = bodyStart === 0 ? null : scriptEnd.exec(html);
    if (start === undefined || end === null) return parts.join('') + html.slice(done);
    const tag = html.slice(start, bodyStart);
    parts.push(html.slice(done, start), change({ tag, body: html.slice(bodyStart, end.index), end: end[0] }));
    done = end.index + end[0].length;
  }
}
