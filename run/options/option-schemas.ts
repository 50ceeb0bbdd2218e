import { z } from 'zod';
import type { Shard } from '../../suites/shard.ts';
import { isSuiteId, type SuiteId } from '../../spec/operation-ids.ts';

/** An integer, written as a number in a file and as text elsewhere. */
export const whole = (least: number, most: number): z.ZodType<number, number | string> =>
  z
    .union(
      [
        z.number(),
        z
          .string()
          .regex(/^[+-]?\d+$/)
          .transform(Number),
      ],
      {
        error: () => `expected a whole number from ${least} to ${most}`,
      },
    )
    .refine((value) => Number.isSafeInteger(value) && value >= least && value <= most, {
      error: `expected a whole number from ${least} to ${most}`,
    });

/** Requests per second, such as `5`, `0.5` or `20/s`. */
export const rate = z
  .union(
    [
      z.number(),
      z
        .string()
        .regex(/^\d+(\.\d+)?(\/s)?$/)
        .transform((value) => Number.parseFloat(value)),
    ],
    {
      error: 'expected requests per second, such as 5/s',
    },
  )
  .refine((value) => value >= 0.1 && value <= 100_000, {
    error: 'expected from 0.1 to 100000 requests per second',
  });

/** Any non-empty text. */
export const text = z.string({ error: 'expected a text' }).min(1, { error: 'expected a non-empty text' });

/** A boolean, or `true` or `false` as text. */
export const flag = z.union([z.boolean(), z.enum(['true', 'false']).transform((value) => value === 'true')], {
  error: 'expected true or false',
});

/** A list of texts, or one text with commas. */
export const list = z.union(
  [z.array(text), text.transform((value) => value.split(',').map((part) => part.trim()))],
  {
    error: 'expected a list',
  },
);

/** More shards than suites leave some shards empty. Many more are a typing error. */
const mostShards = 100;

/** Which shard out of how many, such as `2/4`. */
export const shard = z
  .string({ error: 'expected I/N, such as 2/4' })
  .regex(/^\d+\/\d+$/, { error: 'expected I/N, such as 2/4' })
  .transform((value): Shard => {
    const [index = 0, of = 0] = value.split('/').map(Number);
    return { index, of };
  })
  .refine(({ index, of }) => 1 <= index && index <= of && of <= mostShards, {
    error: `expected I/N with I from 1 to N and N up to ${mostShards}`,
  });

/** Reads a list of operation ids or `session`. Returns the first invalid id as text. */
export function parseSuites(ids: readonly string[]): readonly SuiteId[] | string {
  const wrong = ids.find((id) => !isSuiteId(id));
  return wrong ?? ids.filter(isSuiteId);
}
