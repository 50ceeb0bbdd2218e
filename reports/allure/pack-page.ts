import { Buffer } from 'node:buffer';
import { gunzipSync, gzipSync } from 'node:zlib';
import { z } from 'zod';
import { changeScripts } from './page-scripts.ts';

/** The script with which Allure passes all data to its page. */
const dataScript = /^\s*Promise\.allSettled\(\[d\(/;
/** A file of the data: its name and its content in base64. */
const datum = /\bd\("([\w./ -]*)","([A-Za-z0-9+/=]*)"\)/g;
const packed = /atob\("([A-Za-z0-9+/=]*)"\)/;
const contents = z.record(z.string(), z.string());

/**
 * Compresses the data of an Allure page, which are most of it: several times the same words in base64. A page whose data
 * are anything but text stays as it is.
 */
export function packPage(html: string): string {
  const page = changeScripts(html, ({ tag, body, end }) => {
    const files = dataScript.test(body) ? filesIn(body) : null;
    return tag + (files === null ? body : unpackingScript(files)) + end;
  });
  return page === html ? html : page.replace('<head>', `<head><script>${announcement}</script>`);
}

/** Without it, an application that starts before the end of the page would look for its data beside the page. */
const announcement = 'window.allureReportData = {}; window.allureReportDataReady = false;';

/** The data of a packed page: the text of each file by its name. Empty for any other page. */
export function unpackPage(html: string): ReadonlyMap<string, string> {
  const [, base64] = packed.exec(html) ?? [];
  if (base64 === undefined) return new Map();
  const text = gunzipSync(Buffer.from(base64, 'base64')).toString('utf8');
  return new Map(Object.entries(contents.parse(JSON.parse(text))));
}

function filesIn(script: string): Readonly<Record<string, string>> | null {
  const files = [...script.matchAll(datum)].map(([, name = '', base64 = '']) => ({
    name,
    base64,
    text: Buffer.from(base64, 'base64').toString('utf8'),
  }));
  const isText = files.every(({ base64, text }) => Buffer.from(text, 'utf8').toString('base64') === base64);
  return isText ? Object.fromEntries(files.map(({ name, text }) => [name, text])) : null;
}

/** The page waits until its data are ready, so that it does not matter that unpacking takes a moment. */
function unpackingScript(files: Readonly<Record<string, string>>): string {
  const base64 = gzipSync(JSON.stringify(files), { level: 9 }).toString('base64');
  return `
    (async () => {
      const toBytes = (binary) => Uint8Array.from(binary, (character) => character.charCodeAt(0));
      const toBinary = (bytes) => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
      const stream = new Blob([toBytes(atob("${base64}"))]).stream();
      const files = await new Response(stream.pipeThrough(new DecompressionStream('gzip'))).json();
      const encoder = new TextEncoder();
      for (const [name, text] of Object.entries(files))
        window.allureReportData[name] = btoa(toBinary(encoder.encode(text)));
      window.allureReportDataReady = true;
    })();
  `;
}
