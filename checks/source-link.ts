import type { Source } from './rule.ts';

/** RFC 9700 is BCP 240, the best current practice for OAuth security. */
const rfcOfBcp240 = '9700';

/** A source as text, such as `RFC 9110 section 15.5.6` or `RFC 6749 appendix A.11`. */
export function describeSource({ document, section }: Source): string {
  if (!isStandard(document)) return `${document}: ${section}`;
  return isAppendix(section) ? `${document} ${section}` : `${document} section ${section}`;
}

/** Where a source can be read, or null if it is not a standard. */
export function ruleUrl({ document, section }: Source): string | null {
  if (!isStandard(document)) return null;
  const number = document === 'BCP 240' ? rfcOfBcp240 : document.replace('RFC ', '');
  const anchor = isAppendix(section) ? section.replace(' ', '-') : `section-${section}`;
  return `https://www.rfc-editor.org/rfc/rfc${number}#${anchor}`;
}

function isAppendix(section: string): boolean {
  return section.startsWith('appendix ');
}

function isStandard(document: Source['document']): boolean {
  return document !== 'contract' && document !== 'project';
}
