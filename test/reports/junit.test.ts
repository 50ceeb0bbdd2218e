import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { buildJunit, writeJunit } from '../../reports/junit.ts';
import {
  everyVerdict,
  failingRule,
  redacted,
  reportOf,
  sampleFinding,
  sampleOperation,
  sampleReport,
} from './sample-report.ts';

/** Throws unless tags nest, attributes are quoted and references are known. That is enough for what we write. */
function requireWellFormed(xml: string): void {
  const open: string[] = [];
  const token = /<\?[^?]*\?>|<(\/?)([a-z-]+)((?: [a-zA-Z]+="[^"<]*")*)(\/?)>|([^<]+)/y;
  while (token.lastIndex < xml.length) {
    const start = token.lastIndex;
    const match = token.exec(xml);
    if (match === null) throw new Error(`not well-formed: ${xml.slice(start, start + 60)}`);
    const [, closes, name = '', attributes = '', isEmpty, text = ''] = match;
    if (/&(?!(?:amp|lt|gt|quot);)/.test(attributes + text)) throw new Error('unknown reference');
    if (closes === '/' && open.pop() !== name) throw new Error(`wrong end tag ${name}`);
    if (name !== '' && closes === '' && isEmpty === '') open.push(name);
  }
  if (open.length > 0) throw new Error(`not closed: ${open.join(', ')}`);
  // The characters that XML 1.0 forbids.
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/u.test(xml))
    throw new Error('illegal character');
}

/** What junit-10.xsd of Jenkins' xUnit plugin allows: for each element its attributes, the required ones first, and its children. */
const schema: Readonly<Record<string, readonly [required: string, optional: string, children: string]>> = {
  testsuites: ['', 'name time tests failures errors', 'testsuite'],
  testsuite: ['name tests failures errors', 'time skipped timestamp', 'properties testcase'],
  properties: ['', '', 'property'],
  property: ['name value', '', ''],
  testcase: ['name', 'time classname', 'skipped error failure system-out'],
  skipped: ['', 'type message', ''],
  error: ['', 'type message', ''],
  failure: ['', 'type message', ''],
  'system-out': ['', '', ''],
};

/** What of well-formed XML the schema does not allow. The order of elements is Ant's: properties come first. */
function schemaProblems(xml: string): readonly string[] {
  const open: { readonly name: string; readonly children: string[] }[] = [{ name: '', children: [] }];
  return [...xml.matchAll(/<(\/?)([a-z-]+)((?: [a-zA-Z]+="[^"]*")*)(\/?)>/g)].flatMap((match) => {
    const [, closes, name = '', text = '', isEmpty] = match;
    if (closes === '/') {
      open.pop();
      return [];
    }
    const parent = open.at(-1);
    const before = parent?.children.at(-1);
    parent?.children.push(name);
    if (isEmpty === '') open.push({ name, children: [] });
    const [required = '', optional = ''] = schema[name] ?? [];
    const given = [...text.matchAll(/ ([a-zA-Z]+)="/g)].map(([, attribute = '']) => attribute);
    const place = parent?.name === '' ? 'testsuites' : (schema[parent?.name ?? '']?.[2] ?? '');
    return [
      ...(place.split(' ').includes(name) ? [] : [`${name} in ${parent?.name ?? ''}`]),
      ...(name === 'properties' && before !== undefined ? [`properties after ${before}`] : []),
      ...given
        .filter((one) => !`${required} ${optional}`.split(' ').includes(one))
        .map((one) => `${name} ${one}`),
      ...required
        .split(' ')
        .filter((one) => one !== '' && !given.includes(one))
        .map((one) => `${name} no ${one}`),
    ];
  });
}

const elementOf = (xml: string, rule: string): string =>
  new RegExp(`<testcase [^>]*name="${rule}"[^>]*?(?:/>|>[\\s\\S]*?</testcase>)`).exec(xml)?.[0] ?? '';

describe('JUnit XML', () => {
  const xml = buildJunit(reportOf(...everyVerdict()));

  it('counts as CI does', () => {
    expect(xml).toContain(
      '<testsuites name="Prism OAuth conformance" tests="8" failures="2" errors="1" time="3.210">',
    );
    expect(xml).toContain(
      '<testsuite name="oauth_client_post" tests="8" failures="2" errors="1" skipped="2" time="1.500"',
    );
  });

  it.each([
    ['response.schema.valid', /\/>$/],
    [
      'client.registration.stored',
      /<failure message="at \/client_secret: expected string, actual absent" type="client">/,
    ],
    ['response.date.present', /><system-out>[^<]*response\.date\.present \(SHOULD\), warn/],
    ['error.kind.own', /><system-out>[^<]*error\.kind\.own \(MAY\), note/],
    [
      'auth.challenge.present',
      /<skipped message="known deviation: the gateway of this build sends none, 2026-01-01"\/>/,
    ],
    ['method.not-allowed.allow', /<failure [^>]*>[^<]*remove the entry/],
    ['token.answer.no-store', /<skipped message="not applicable: no token was answered"\/>/],
    ['robustness.answer.whole', /<error message="step register could not be set up" type="broken">/],
  ])('tells the outcome of %s', (rule, outcome) => {
    expect(elementOf(xml, rule)).toMatch(outcome);
  });

  it('carries the whole text of a violation', () => {
    const failure = elementOf(xml, 'client.registration.stored');
    expect(failure).toContain('POST /api/nutanix/v3/oauth/client HTTP/1.1');
    expect(failure).toContain('--replay 42:valid.domain/0/7:0');
  });

  it.each([
    ['every verdict', reportOf(...everyVerdict())],
    ['no operation', sampleReport({ records: [], broken: 'unreachable: <&">' })],
    [
      'an operation that broke off',
      sampleReport({ records: [sampleOperation({ broken: 'a\u0000b ]]> & <x>' })] }),
    ],
    [
      'hostile text',
      reportOf(
        failingRule({
          findings: [
            sampleFinding({
              at: '<a b="c">&amp;\u0000\u001b\ud800\uffff\n\t',
              actual: redacted(']]><!--\u0008'),
            }),
          ],
        }),
      ),
    ],
  ])('is well-formed and as Jenkins takes it with %s', (_name, report) => {
    const text = buildJunit(report);
    expect(schemaProblems(text)).toEqual([]);
    expect(() => {
      requireWellFormed(text);
    }).not.toThrow();
    expect(parsesInPython(text)).not.toBe(false);
  });

  it('would be seen to leave what Jenkins takes', () => {
    const suite = '<testsuite name="a" tests="0" failures="0" errors="0">';
    const wrong = `<testsuites skipped="1">${suite}<testcase file="x"><note/></testcase><properties/></testsuite></testsuites>`;
    expect(schemaProblems(wrong)).toEqual([
      ...['testsuites skipped', 'testcase file', 'testcase no name', 'note in testcase'],
      'properties after testcase',
    ]);
  });

  it('names each test once, by class and name, as GitLab tells them apart', () => {
    const tests = [...xml.matchAll(/<testcase (classname="[^"]*" name="[^"]*")/g)].map(([, test]) => test);
    expect(tests).toHaveLength(8);
    expect(new Set(tests).size).toBe(8);
  });

  it('reports a run that never started as an error', () => {
    expect(buildJunit(sampleReport({ records: [], broken: 'unreachable' }))).toMatch(
      /tests="1" failures="0" errors="1"[\s\S]*<error message="unreachable"/,
    );
  });

  it('holds no password of the target address', () => {
    const report = sampleReport();
    expect(
      buildJunit({ ...report, target: { ...report.target, url: 'https://a:hunter2@pc.example' } }),
    ).not.toContain('hunter2');
  });

  it('is written to its file', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'junit-'));
    await writeJunit(join(folder, 'junit.xml'), reportOf());
    expect(await readFile(join(folder, 'junit.xml'), 'utf8')).toBe(buildJunit(reportOf()));
    await rm(folder, { recursive: true });
  });
});

/** Whether a real parser accepts the XML, or null if there is no parser. */
function parsesInPython(xml: string): boolean | null {
  const program = 'import sys, xml.dom.minidom as m; m.parseString(sys.stdin.buffer.read())';
  try {
    execFileSync('python3', ['-c', program], { input: xml, stdio: ['pipe', 'ignore', 'ignore'] });
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT' ? null : false;
  }
}
