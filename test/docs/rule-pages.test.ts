import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { catalogue } from '../../checks/catalogue.ts';
import { rulePage } from '../../reports/explain/explain-rule.ts';

const pages = readdirSync('docs/rules', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.md'))
  .map((name) => `docs/rules/${name}`);

describe('the pages of rules', () => {
  it('are one for each rule', () => {
    expect(pages.toSorted()).toEqual(catalogue.map(({ id }) => rulePage(id)).toSorted());
  });

  it('have no form of the password of the reference target, which is that of others too', () => {
    const examples = readFileSync('reports/explain/examples.json', 'utf8');
    const forms = ['nutanix/4u', 'nutanix%2F4u', Buffer.from('admin:nutanix/4u').toString('base64')];
    expect(forms.filter((form) => examples.includes(form))).toEqual([]);
  });

  it('link to files that are in the package, and to sections of RFCs', () => {
    const manifest: unknown = JSON.parse(readFileSync('package.json', 'utf8'));
    const shipped = (manifest as { readonly files: readonly string[] }).files;
    const isGood = (page: string, target: string): boolean => {
      if (target.startsWith('https:'))
        return /^https:\/\/www\.rfc-editor\.org\/rfc\/rfc\d{4}#(section-[\d.]+\d|section-\d+|appendix-[A-Z][.\d]*)$/.test(
          target,
        );
      const file = path.posix.join(path.posix.dirname(page), target);
      return existsSync(file) && shipped.some((one) => file === one || file.startsWith(`${one}/`));
    };
    const bad = [...pages, 'docs/rules.md'].flatMap((page) =>
      [...readFileSync(page, 'utf8').matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, target = '']) =>
        isGood(page, target) ? [] : [`${page}: ${target}`],
      ),
    );
    expect(bad).toEqual([]);
  });
});
