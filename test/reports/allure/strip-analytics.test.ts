import { describe, expect, it } from '@jest/globals';
import { stripAnalytics } from '../../../reports/allure/strip-analytics.ts';

const data = '<script defer>d("a.json","Z3RhZw/gtag/dataLayer==")</script>';
const loader = '<script async src="https://www.googletagmanager.com/gtag/js?id=G-1"></script>';
const call =
  '<script>\n  window.dataLayer = window.dataLayer || [];\n  function gtag(){dataLayer.push(arguments);}\n</script>';
const bundle = '<script   src="data:text/javascript;base64,AAAA"></script>';
const icon = `<link rel="icon" href="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'%3E">`;
const page = (...parts: readonly string[]): string => `<html><head>${parts.join('\n')}</head></html>`;

it('a page whose data have a name that could end their script is refused', () => {
  const hostile = '<script defer>d("history/</script><script>alert(1)</script>.json","AAAA")</script>';
  expect(() => stripAnalytics(page(bundle, hostile))).toThrow(/unsafe name: history/);
});

describe('a page without analytics', () => {
  it('keeps everything but the two scripts', () => {
    expect(stripAnalytics(page(icon, bundle, loader, call, data))).toBe(page(icon, bundle, '', '', data));
  });

  it('stays as it is', () => {
    expect(stripAnalytics(page(icon, bundle, data))).toBe(page(icon, bundle, data));
  });

  it('keeps data that mention an address', () => {
    const mention = `<script>d("<script src='https://x.example/a.js'>")</script>`;
    expect(stripAnalytics(page(mention))).toBe(page(mention));
  });

  it.each([
    ['a script', '<script src="https://cdn.example/a.js"></script>'],
    ['a script without protocol', "<script defer src='//cdn.example/a.js'></script>"],
    ['a script without quotes', '<script src=https://cdn.example/a.js></script>'],
    ['a script file beside it', '<script src="app.js"></script>'],
    ['a style sheet', '<link rel="stylesheet" href="https://fonts.example/a.css">'],
  ])('is refused while it loads %s from elsewhere', (_name, element) => {
    expect(() => stripAnalytics(page(element))).toThrow(/loads from elsewhere: .*(?:example|app\.js)/);
  });
});
