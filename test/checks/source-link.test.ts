import { describe, expect, it } from '@jest/globals';
import { catalogue } from '../../checks/catalogue.ts';
import type { Source } from '../../checks/rule.ts';
import { describeSource, ruleUrl } from '../../checks/source-link.ts';

const sources: readonly (readonly [Source, string, string | null])[] = [
  [
    { document: 'RFC 9110', section: '15.5.6' },
    'RFC 9110 section 15.5.6',
    'https://www.rfc-editor.org/rfc/rfc9110#section-15.5.6',
  ],
  [
    { document: 'BCP 240', section: '4.1.3' },
    'BCP 240 section 4.1.3',
    'https://www.rfc-editor.org/rfc/rfc9700#section-4.1.3',
  ],
  [
    { document: 'RFC 6749', section: 'appendix A.11' },
    'RFC 6749 appendix A.11',
    'https://www.rfc-editor.org/rfc/rfc6749#appendix-A.11',
  ],
  [{ document: 'contract', section: 'responses' }, 'contract: responses', null],
  [{ document: 'project', section: 'robustness' }, 'project: robustness', null],
];

describe('source-link', () => {
  it.each(sources)('describes and links %j', (source, text, url) => {
    expect(describeSource(source)).toBe(text);
    expect(ruleUrl(source)).toBe(url);
  });

  it('links every standard of the catalogue to a numbered section', () => {
    const urls = catalogue.map(({ source }) => ruleUrl(source)).filter((url) => url !== null);
    expect(urls.length).toBeGreaterThan(0);
    for (const url of urls) expect(url).toMatch(/\/rfc\d{4}#(?:section-\d+|appendix-[A-Z])(?:\.\d+)*$/);
  });
});
