import { unpackPage } from '../../reports/allure/pack-page.ts';
import { Buffer } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { HostileBehaviour, EndedRun } from './behaviour.ts';
import { render, standInFront, withBody, type Mangler, type TrueAnswer } from './stand-in-front.ts';

const script = '<script>document.title="taken"</script><img src=x onerror=alert(1)>';
const escapes = '\u001b[2J\u001b]0;taken\u0007\u009b31m\b\u202E';

/**
 * Puts a text into every string of a JSON body except client ids, and another into headers. A cookie is a secret, which
 * is never shown, so its value is a different text.
 */
function everywhere(text: string, header: string): Mangler {
  return (socket, truth) => socket.write(render(spoil(truth, text, header)));
}

function spoil(truth: TrueAnswer, text: string, header: string): TrueAnswer {
  const body = spoilBody(truth.body.toString(), text);
  const { head } = withBody(truth, body);
  const named = head.replace(/\r\nserver:[^\r]*/i, '').replace(/^(HTTP\/1.1 \d+).*/, `$1 ${header}`);
  return {
    head: `${named}\r\nServer: ${header}\r\nX-Ntnx-Product: ${header}\r\nSet-Cookie: s=cookie-${header}\r\nX-Note: ${header}`,
    body: Buffer.from(body),
  };
}

function spoilBody(body: string, text: string): string {
  try {
    return JSON.stringify(JSON.parse(body), (name, value: unknown) =>
      typeof value === 'string' && name !== 'client_id' ? `${value}${text}` : value,
    );
  } catch {
    return `${body}${text}`;
  }
}

/** The page must show the target's data as text only: no element may come from the target. */
async function shownAsText({ folder }: EndedRun): Promise<readonly string[]> {
  const page = await readFile(path.join(folder, 'out', 'index.html'), 'utf8').catch(() => null);
  if (page === null) return ['there is no report'];
  const data = [...unpackPage(page).values()].join('\n');
  return [
    ...(page.includes(script.slice(0, 30)) ? ['the page holds the script as markup'] : []),
    ...(data.includes('onerror=alert(1)') ? [] : ['the data of the page do not show it']),
  ];
}

/** No byte from the target may control the terminal. */
function tame({ output }: EndedRun): Promise<readonly string[]> {
  const found = /(?![\n\t\r])[\p{Cc}\u202E]/u.exec(output);
  return Promise.resolve(found === null ? [] : [`the terminal is sent ${JSON.stringify(found[0])}`]);
}

const fails = { exit: 1, rule: 'client.read.equal' } as const;

/** Answers that attack the reader of the report. */
export const texts: readonly HostileBehaviour[] = [
  {
    ...fails,
    name: 'html-in-every-field',
    hasReport: true,
    start: (reference) => standInFront(reference, () => true, everywhere(script, script)),
    objections: shownAsText,
  },
  {
    ...fails,
    name: 'escapes-in-every-field',
    start: (reference) =>
      // A control character in a header is not valid HTTP, but bytes above ASCII are.
      standInFront(reference, () => true, everywhere(escapes, '\u009b31m\u0085taken')),
    objections: tame,
  },
  {
    name: 'escapes-in-headers',
    exit: 3,
    start: (reference) => standInFront(reference, () => true, everywhere('', '\u001b[2Jtaken')),
    objections: tame,
  },
  {
    ...fails,
    name: 'header-lines-in-echoed-values',
    start: (reference) =>
      standInFront(reference, () => true, everywhere('\r\nX-Injected: yes\r\n\r\n<html>', 'a\tb')),
    objections: tame,
  },
];
