import { describe, expect, it } from '@jest/globals';
import { getStatusFromError } from 'allure-js-commons/sdk';
import { ContractViolation } from '../../reports/contract-violation.ts';

describe('contract violation', () => {
  const violation = new ContractViolation('text', { actual: 'absent', expected: 'string' });

  it('is a failure to Allure, where other errors are broken', () => {
    expect(getStatusFromError(violation)).toBe('failed');
    expect(getStatusFromError(new Error('text'))).toBe('broken');
  });

  it('carries what was expected and no stack of ours', () => {
    expect(violation).toMatchObject({
      actual: 'absent',
      expected: 'string',
      stack: 'ContractViolation: text',
    });
  });
});
