import type { Finding, OperationRecord, RuleRecord } from '../../checks/verdict.ts';
import type { RedactedExchange, RedactedText } from '../../driver/secrets/redacted.ts';
import { checkoutInvocation } from '../../reports/replay-command.ts';
import type { RuleFacts } from '../../reports/rule-facts.ts';
import type { RunReport } from '../../reports/run-report.ts';

/** Marks text as redacted: these samples contain no secrets. */
export function redacted(text: string): RedactedText {
  return text as RedactedText;
}

export function sampleExchange(change: Partial<RedactedExchange> = {}): RedactedExchange {
  return {
    step: 'main',
    operation: 'oauth_client_post',
    request: redacted(
      'POST /api/nutanix/v3/oauth/client HTTP/1.1\r\nContent-Type: application/json\r\n\r\n{"client_name":"a"}',
    ),
    response: redacted('HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{"client_id":"c1"}'),
    curl: redacted(`curl -u "$PRISM_USERNAME:$PRISM_PASSWORD" -d '{"client_name":"a"}' https://pc.example/x`),
    durationMs: 12.4,
    ...change,
  };
}

export function sampleFinding(change: Partial<Finding> = {}): Finding {
  return {
    at: '/client_secret',
    expected: redacted('string'),
    actual: redacted('absent'),
    family: 'valid.domain',
    path: 'valid.domain/0/7:0',
    count: 12,
    shrinks: 5,
    isReproduced: true,
    exchanges: [sampleExchange()],
    ...change,
  };
}

export function sampleRule(change: Partial<RuleRecord> = {}): RuleRecord {
  return {
    operation: 'oauth_client_post',
    rule: 'response.schema.valid',
    level: 'MUST',
    verdict: 'pass',
    judged: 100,
    violated: 0,
    findings: [],
    reason: null,
    ...change,
  };
}

export function failingRule(change: Partial<RuleRecord> = {}): RuleRecord {
  return sampleRule({ verdict: 'fail', violated: 12, findings: [sampleFinding()], ...change });
}

export function sampleOperation(change: Partial<OperationRecord> = {}): OperationRecord {
  return {
    operation: 'oauth_client_post',
    rules: [sampleRule()],
    cases: { valid: 60, broken: 40 },
    leftOut: 0,
    requests: 120,
    repeats: 0,
    flaky: [],
    latency: { p50: 1.5, p95: 4, p99: 9.25, max: 30 },
    startedAt: '2026-01-02T03:04:05.000Z',
    durationMs: 1500,
    caseHash: 'ab'.repeat(32),
    dialects: { 'status envelope': 30 },
    residue: { created: 3, removed: 3, left: [] },
    broken: null,
    ...change,
  };
}

export const sampleRules: readonly RuleFacts[] = [
  {
    id: 'response.schema.valid',
    level: 'MUST',
    source: { document: 'contract', section: 'responses' },
    claim: 'answers with a body that its schema accepts',
  },
  {
    id: 'token.answer.no-store',
    level: 'MUST',
    source: { document: 'RFC 6749', section: '5.1' },
    claim: 'forbids caches to store an answer with a token',
  },
];

export function sampleReport(change: Partial<RunReport> = {}): RunReport {
  return {
    tool: { name: 'prism-oauth-conformance', version: '0.1.0' },
    target: { url: 'https://pc.example:9440', isEmbedded: false, profile: 'default', build: null },
    contract: { title: 'Prism Central v3', version: '3.1.0', sha256: '0f'.repeat(32) },
    seed: 42,
    startedAt: '2026-01-02T03:04:05.000Z',
    durationMs: 3210,
    requests: 120,
    options: { runs: 100, operations: [], rules: [], invocation: checkoutInvocation, carriedArguments: [] },
    rules: sampleRules,
    records: [sampleOperation()],
    shard: null,
    baseline: null,
    residue: null,
    broken: null,
    isInterrupted: false,
    ...change,
  };
}

/** A report of one operation with these rules. */
export function reportOf(...rules: readonly RuleRecord[]): RunReport {
  return sampleReport({ records: [sampleOperation({ rules })] });
}

/** One rule for each verdict, with what each verdict needs. */
export function everyVerdict(): readonly RuleRecord[] {
  const finding = sampleFinding();
  return [
    sampleRule(),
    failingRule({ rule: 'client.registration.stored' }),
    failingRule({ rule: 'response.date.present', level: 'SHOULD', verdict: 'warn' }),
    failingRule({ rule: 'error.kind.own', level: 'MAY', verdict: 'note' }),
    sampleRule({
      rule: 'auth.challenge.present',
      verdict: 'known deviation',
      violated: 4,
      findings: [finding],
      reason: 'the gateway of this build sends none, 2026-01-01',
    }),
    sampleRule({ rule: 'method.not-allowed.allow', verdict: 'unexpected pass' }),
    sampleRule({
      rule: 'token.answer.no-store',
      verdict: 'not applicable',
      judged: 0,
      reason: 'no token was answered',
    }),
    sampleRule({
      rule: 'robustness.answer.whole',
      verdict: 'broken',
      judged: 0,
      reason: 'step register could not be set up',
    }),
  ];
}
