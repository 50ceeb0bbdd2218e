import { execFileSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import { installedInvocation, replayCommand, replayContextOf } from '../../reports/replay-command.ts';
import { sampleReport } from './sample-report.ts';

const replayed = {
  operation: 'oauth_client_post',
  rule: 'response.schema.valid',
  path: 'valid.domain/0/7:0',
};
const context = replayContextOf(sampleReport());

describe('replay command', () => {
  it('names the target, the operation, the rule and the case', () => {
    expect(replayCommand(context, replayed)).toBe(
      'npm run -s conformance -- run --target https://pc.example:9440 --operation oauth_client_post --rule response.schema.valid --replay 42:valid.domain/0/7:0',
    );
  });

  it('names no target for the embedded one', () => {
    const report = sampleReport();
    const embedded = replayContextOf({ ...report, target: { ...report.target, isEmbedded: true } });
    expect(replayCommand(embedded, replayed)).toMatch(/^npm run -s conformance -- run --operation /);
  });

  it('is called as the tool is called', () => {
    expect(replayCommand({ ...context, invocation: installedInvocation }, replayed)).toMatch(
      /^npx prism-oauth-conformance run --target /,
    );
  });

  it('repeats the arguments on which the cases depend', () => {
    const carried = { ...context, carriedArguments: ['--spec', 'my spec.yaml', '--insecure'] };
    expect(replayCommand(carried, replayed)).toContain(" --spec 'my spec.yaml' --insecure ");
  });

  it.each(['https://admin:secret@pc.example:9440', 'https://admin:se@cret@pc.example:9440'])(
    'leaves the password out of %s',
    (targetUrl) => {
      expect(replayCommand({ ...context, targetUrl }, replayed)).toContain(
        '--target https://pc.example:9440 ',
      );
    },
  );

  it('reaches the program word for word through a shell', () => {
    const path = `broken.body:/it's $HOME "~" \`id\`; * \\ & \u00e9/0`;
    const words = replayCommand({ ...context, invocation: 'tool' }, { ...replayed, path });
    const received = execFileSync('sh', ['-c', `tool() { printf '%s\\n' "$@"; }; ${words}`], {
      encoding: 'utf8',
    });
    expect(received.trimEnd().split('\n').at(-1)).toBe(`42:${path}`);
  });

  it('repeats the run where a whole sample shows the violation', () => {
    expect(replayCommand({ ...context, runs: 25 }, { ...replayed, path: '' })).toMatch(
      / --operation \S+ --rule \S+ --seed 42 --runs 25$/,
    );
  });

  it('prints no control character', () => {
    expect(replayCommand(context, { ...replayed, path: 'a\u001b[2Jb\nc' })).toContain(
      `'42:a\\u{1b}[2Jb\\nc'`,
    );
  });
});
