import type { Mock } from './mock.ts';
import { mockoon } from './mockoon.ts';
import { openapiBackend } from './openapi-backend.ts';
import { prism514, prism516 } from './prism.ts';
import { scalar } from './scalar.ts';
import { specmatic } from './specmatic.ts';

/** The zoo, in the order of its page. */
export const mocks: readonly Mock[] = [prism514, prism516, scalar, openapiBackend, mockoon, specmatic];
