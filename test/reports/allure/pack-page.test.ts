import { Buffer } from 'node:buffer';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from '@jest/globals';
import { packPage, unpackPage } from '../../../reports/allure/pack-page.ts';

const base64 = (text: string): string => Buffer.from(text).toString('base64');
const files = { 'widgets/a.json': '{"name":"Prüfung 漢"}'.repeat(500), 'data/b.txt': '</script><b>' };
const calls = Object.entries(files).map(([name, text]) => `d("${name}","${base64(text)}")`);
const end = '.then(function(){ window.allureReportDataReady = true; })';
const pageWith = (data: readonly string[]): string =>
  `<html><script>window.a = 1</script><script defer>\n  Promise.allSettled([${data.join(',')}])${end}</script></html>`;

/** Runs the last script of a page, and returns what it hands to the application. */
async function handedOver(page: string): Promise<unknown> {
  const [, script = ''] = /<script defer>([\s\S]*)<\/script>/.exec(page) ?? [];
  const window = { allureReportData: {}, allureReportDataReady: false };
  const browser = { Blob, Response, DecompressionStream, TextEncoder, Uint8Array, atob, btoa };
  await runInNewContext(script.trim().replace(/;$/, ''), { window, ...browser });
  return window;
}

describe('a packed page', () => {
  const page = packPage(pageWith(calls));

  it('is a fraction of the page, and has the same data', () => {
    expect(page.length).toBeLessThan(pageWith(calls).length / 5);
    expect(Object.fromEntries(unpackPage(page))).toEqual(files);
  });

  it('hands the same data to its application, and then says that they are ready', async () => {
    expect(await handedOver(page)).toEqual({
      allureReportData: Object.fromEntries(Object.entries(files).map(([name, text]) => [name, base64(text)])),
      allureReportDataReady: true,
    });
  });

  it('keeps its other scripts', () => {
    expect(page).toContain('<script>window.a = 1</script>');
  });
});

it('a page whose data are not text stays as it is', () => {
  const page = pageWith([`d("data/c.png","${Buffer.from([0xff, 0xfe]).toString('base64')}")`]);
  expect(packPage(page)).toBe(page);
  expect(unpackPage(page).size).toBe(0);
});
