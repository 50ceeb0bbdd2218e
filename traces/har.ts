import { effortNames } from '../generators/effort.ts';
import { z } from 'zod';
import { foreignReasons } from '../driver/clients/foreign-value.ts';
import { isSuiteId } from '../spec/operation-ids.ts';

/** Thrown for a file that is not a trace. The message is one line without the name of the file. */
export class TraceError extends Error {
  override readonly name = 'TraceError';
  readonly code = 'TRACE';
}

const field = z.object({ name: z.string(), value: z.string() });

const request = z.object({
  method: z.string(),
  url: z.string(),
  httpVersion: z.string(),
  cookies: z.array(field),
  headers: z.array(field),
  queryString: z.array(field),
  postData: z
    .object({ mimeType: z.string(), text: z.string(), _encoding: z.literal('base64').optional() })
    .optional(),
  headersSize: z.number(),
  bodySize: z.number(),
});

const response = z.object({
  status: z.number().int(),
  statusText: z.string(),
  httpVersion: z.string(),
  cookies: z.array(field),
  headers: z.array(field),
  content: z.object({
    size: z.number(),
    mimeType: z.string(),
    text: z.string().optional(),
    encoding: z.literal('base64').optional(),
  }),
  redirectURL: z.string(),
  headersSize: z.number(),
  bodySize: z.number(),
});

/** One exchange in HAR 1.2. Our own members begin with an underscore, as HAR requires. */
export const harEntry = z.object({
  pageref: z.string(),
  startedDateTime: z.string(),
  time: z.number(),
  request,
  response,
  cache: z.object({}),
  timings: z.object({ send: z.number(), wait: z.number(), receive: z.number() }),
  _exchange: z.object({
    suite: z.string(),
    /** Unique in its suite. */
    id: z.number().int(),
    operation: z.string(),
    step: z.string(),
    isRepeated: z.literal(true).optional(),
    unsolicited: z.enum(['after', 'before']).optional(),
    isCut: z.literal(true).optional(),
    foreign: z.array(z.object({ at: z.string(), why: z.enum(foreignReasons) })).optional(),
    failure: z.object({ kind: z.string(), message: z.string() }).optional(),
  }),
});

/** One case, as a page of HAR 1.2. */
export const harPage = z.object({
  startedDateTime: z.string(),
  id: z.string(),
  title: z.string(),
  pageTimings: z.object({}),
  _case: z.object({
    suite: z.string(),
    path: z.string(),
    hash: z.string(),
    unset: z.string().nullable(),
    /** The exchange of each step, by id: cases share some. */
    steps: z.record(z.string(), z.number().int()),
  }),
});

/** The facts in a trace about a suite as a whole. */
export const traceSuite = z.object({
  suite: z.string().refine((id): boolean => isSuiteId(id), { error: 'there is no such suite' }),
  requests: z.number(),
  repeats: z.number(),
  startedAt: z.string(),
  durationMs: z.number(),
  residue: z.object({ created: z.number(), removed: z.number(), left: z.array(z.string()) }),
  broken: z.string().nullable(),
  isTargetGone: z.boolean(),
});

/** The facts in a trace about the whole recording. */
export const traceHead = z.object({
  schemaVersion: z.literal(1),
  tool: z.object({ name: z.string(), version: z.string() }),
  target: z.object({
    url: z.string(),
    origin: z.string(),
    basePath: z.string(),
    username: z.string(),
    build: z.string().nullable(),
  }),
  contract: z.object({ title: z.string(), version: z.string(), sha256: z.string() }),
  recordedAt: z.string().refine((time) => !Number.isNaN(Date.parse(time)), { error: 'it is no time' }),
  // Limited like the options: other values cannot have been recorded, and cases would be drawn for ever.
  seed: z.number().int().min(-2_147_483_648).max(2_147_483_647),
  runs: z.union([z.number().int().min(1).max(10_000_000), z.enum(effortNames)]),
  concurrency: z.number().int().min(1).max(256),
  isReadOnly: z.boolean(),
  /** The only case that was recorded; null for all. */
  replay: z.string().nullable(),
  /** Set if failures ended the recording, so that the trace lacks cases: how many. */
  endingFailures: z.number().int().min(1).optional(),
  /** Replaces the real password in the trace. */
  password: z.string(),
  suites: z.array(traceSuite).max(13),
});

export type HarEntry = z.output<typeof harEntry>;
export type HarPage = z.output<typeof harPage>;
export type TraceSuite = z.output<typeof traceSuite>;
export type TraceHead = z.output<typeof traceHead>;
