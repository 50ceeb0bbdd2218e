import { describe, expect, it } from '@jest/globals';
import { dialectLine } from '../../reports/dialect-line.ts';
import { sampleOperation } from './sample-report.ts';

describe('the line on forms of errors', () => {
  it('is not there where all had the documented one, or there were none', () => {
    expect(dialectLine([sampleOperation(), sampleOperation({ dialects: {} })])).toBeNull();
  });

  it('sums the others up, the most frequent first', () => {
    const records = [
      sampleOperation({ dialects: { 'status envelope': 90, HTML: 2, empty: 4 } }),
      sampleOperation({ operation: 'oauth_token_post', dialects: { HTML: 5 } }),
    ];
    expect(dialectLine(records)).toBe('errors without the status envelope: 7 HTML, 4 empty (2 operations)');
    expect(dialectLine(records.slice(1))).toBe(
      'errors without the status envelope: 5 HTML (oauth_token_post)',
    );
  });
});
