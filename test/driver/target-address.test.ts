import { describe, expect, it } from '@jest/globals';
import { parseTargetAddress, TargetAddressError } from '../../driver/target-address.ts';

describe('a target address', () => {
  it.each([
    ['https://pc.example:9440', 'https://pc.example:9440', '/default'],
    ['https://pc.example:9440/', 'https://pc.example:9440', '/default'],
    ['https://pc.example:9440/api/nutanix/v3', 'https://pc.example:9440', '/api/nutanix/v3'],
    ['https://pc.example:9440/api/nutanix/v3//', 'https://pc.example:9440', '/api/nutanix/v3'],
    ['HTTP://PC.example:80', 'http://pc.example', '/default'],
    ['http://[::1]:8080/v3', 'http://[::1]:8080', '/v3'],
    ['http://10.0.0.1', 'http://10.0.0.1', '/default'],
    [' https://pc.example \n', 'https://pc.example', '/default'],
  ])('%s is read', (text, origin, basePath) => {
    expect(parseTargetAddress(text, '/default')).toEqual({ origin, basePath });
  });

  it.each([
    '',
    'pc.example:9440',
    'localhost:9440',
    'ftp://pc.example',
    'file:///etc/passwd',
    'https:',
    'https://',
    'https:///api',
    'https:pc.example',
    'https://user:canary@pc.example',
    'https://user@pc.example',
    'https://pc.example/?a=b',
    'https://pc.example/#a',
    'https://pc.example?',
    'https://pc.example:99999',
    'https://pc example',
    'http://[::1',
  ])('%s is refused in one line without what it holds', (text) => {
    expect(() => parseTargetAddress(text, '')).toThrow(TargetAddressError);
    expect(() => parseTargetAddress(text, '')).toThrow(
      /^target: [^\n]+; expected an address such as [^\n]+$/,
    );
    expect(() => parseTargetAddress(text, '')).not.toThrow(/canary/);
  });

  it('of 300,000 slashes is read at once', () => {
    const before = process.cpuUsage();
    const { basePath } = parseTargetAddress(`https://pc.example/a${'/'.repeat(300_000)}b`, '/default');
    expect(basePath).toHaveLength(300_003);
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(1000);
  });
});
