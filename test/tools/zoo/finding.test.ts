import { describe, expect, it } from '@jest/globals';
import { candidateFindings, type ZooFinding, type RunFile } from '../../../tools/zoo/finding.ts';
import { runCurl, showsFact } from '../../../tools/zoo/reproduce.ts';
import { rawServer } from '../../driver/raw-server.ts';

const curl = 'curl -i -sS "$PRISM_TARGET"';

function verdict(
  rule: string,
  change: Partial<RunFile['verdicts'][number]> = {},
): RunFile['verdicts'][number] {
  const violations = [{ at: 'status', expected: '401', actual: '200' }];
  return {
    operation: 'oauth_client_post',
    rule,
    verdict: 'fail',
    violations,
    families: [],
    replay: { curl },
    reason: null,
    ...change,
  };
}

describe('findings that one curl line shows', () => {
  it('come one of each kind of rule before the second of any', () => {
    const verdicts = [
      verdict('request.invalid.refused'),
      verdict('auth.credentials.required'),
      verdict('auth.credentials.required', { operation: 'oauth_token_post' }),
      verdict('robustness.answer.in-time'),
    ];
    expect(candidateFindings({ verdicts }).map(({ rule, operation }) => `${operation} ${rule}`)).toEqual([
      'oauth_client_post robustness.answer.in-time',
      'oauth_client_post auth.credentials.required',
      'oauth_client_post request.invalid.refused',
      'oauth_token_post auth.credentials.required',
    ]);
  });

  it.each([
    ['of a rule that was kept', verdict('request.invalid.refused', { verdict: 'pass', violations: [] })],
    ['of a warning', verdict('request.media-type.refused', { verdict: 'warn' })],
    ['of a rule on several requests', verdict('client.deletion.final')],
    ['without a curl line', verdict('request.invalid.refused', { replay: null })],
    [
      'with a secret that only the run knew',
      verdict('request.valid.accepted', { replay: { curl: `${curl} $CODE` } }),
    ],
  ])('are none %s', (_name, one) => {
    expect(candidateFindings({ verdicts: [one] })).toEqual([]);
  });
});

describe('what curl shows', () => {
  const answer = 'HTTP/1.1 200 OK\r\nlocation: \r\nServer: x\r\n\r\n{"client_name":"string","scopes":["a"]}';

  it.each<[string, string, string, boolean]>([
    ['status', '200', answer, true],
    ['status', '302', answer, false],
    ['header Location', '""', answer, true],
    ['header Server', '"x"', answer, true],
    ['header Server', 'absent', answer, false],
    ['header Allow', 'absent', answer, true],
    ['/client_name', '"string"', answer, true],
    ['/client_name', '"other"', answer, false],
    ['/scopes', '["a"]', answer, true],
    ['/client_secret', 'absent', answer, true],
    ['/client_name', '"string"', 'HTTP/1.1 200 OK\r\n\r\nno JSON', false],
    ['', 'no JSON', answer, false],
  ])('at %s is %s or is not', (at, actual, output, isShown) => {
    expect(showsFact({ at, expected: '', actual }, { exitCode: 0, output })).toBe(isShown);
  });

  it.each([
    ['no complete answer in time; seen: nothing', 28, true],
    ['no complete answer in time; seen: nothing', 0, false],
    ['the connection ended before an answer came (UND_ERR_SOCKET)', 52, true],
    ['200', 7, false],
  ])('is "%s" by exit %s or is not', (actual, exitCode, isShown) => {
    expect(showsFact({ at: 'status', expected: '', actual }, { exitCode, output: '' })).toBe(isShown);
  });

  it('comes from the target by the line of the finding, run by a shell', async () => {
    const server = await rawServer((socket) =>
      socket.end('HTTP/1.1 418 Teapot\r\nContent-Length: 0\r\n\r\n'),
    );
    const finding: ZooFinding = {
      ...{ operation: 'oauth_client_post', rule: 'x.y.z', at: 'status', expected: '401', actual: '418' },
      curl: `curl -i -sS -u admin:"$PRISM_PASSWORD" --request-target /a "$PRISM_TARGET"`,
    };
    const outcome = await runCurl(finding, server.origin);
    await server.close();
    expect(showsFact(finding, outcome)).toBe(true);
    expect(server.received[0]).toMatch(/^GET \/a HTTP/);
    expect(server.received[0]).toContain('authorization: Basic '.replace('a', 'A'));
  });
});
