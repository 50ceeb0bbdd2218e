import { describe, expect, it } from '@jest/globals';
import { checkExclusive } from '../../run/check-exclusive.ts';
import { UserError } from '../../run/user-error.ts';

const check = (options: Parameters<typeof checkExclusive>[0]) => (): void => {
  checkExclusive(options);
};

describe('--exclusive', () => {
  it.each([
    'http://127.0.0.1:4010',
    'http://127.255.3.2',
    'https://127.1:9440/api',
    'http://[::1]:4010/',
    'http://localhost',
    'https://LOCALHOST:9440',
    undefined,
  ])('is taken for %s', (target) => {
    expect(check({ exclusive: true, ...(target === undefined ? {} : { target }) })).not.toThrow();
  });

  it.each([
    ['https://pc.example:9440', 'pc.example:9440'],
    ['http://127.0.0.1.example:4010', '127.0.0.1.example:4010'],
    ['http://127.evil.example', '127.evil.example'],
    ['http://localhost.example', 'localhost.example'],
    ['http://localhost@pc.example', 'pc.example'],
    ['http://10.0.0.1', '10.0.0.1'],
    ['http://0.0.0.0:4010', '0.0.0.0:4010'],
    ['http://[::]:4010', '[::]:4010'],
    ['http://[::ffff:127.0.0.1]', '[::ffff:7f00:1]'],
  ])('is refused for %s, in one line with exit code 2', (target, host) => {
    const message = `--exclusive: others may use ${host}; it is taken only for 127.0.0.0/8, ::1 and localhost: leave it out`;
    expect(check({ exclusive: true, target })).toThrow(new UserError(message));
    expect(new UserError(message).exitCode).toBe(2);
    expect(check({ target })).not.toThrow();
    expect(check({ exclusive: false, target })).not.toThrow();
  });

  it('is refused behind a proxy, whose loopback is another machine', () => {
    const options = { target: 'http://127.0.0.1:4010', proxy: 'http://proxy.example:3128' };
    expect(check({ ...options, exclusive: true })).toThrow('--exclusive: cannot be combined with --proxy');
    expect(check(options)).not.toThrow();
  });

  it('names the side of a comparison', () => {
    expect(() => {
      checkExclusive({ exclusive: true, target: 'http://pc.example' }, 'B: ');
    }).toThrow(/^B: --exclusive: others may use pc\.example;/);
  });
});
