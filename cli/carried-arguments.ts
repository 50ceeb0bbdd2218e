import type { GivenOptions } from './run-options.ts';

/** The arguments that a replay has to repeat, so that it meets the same target and contract. Never a secret. */
export function carriedArguments(options: GivenOptions): readonly string[] {
  const {
    spec,
    username,
    passwordEnv,
    ca,
    cert,
    key,
    proxy,
    insecure,
    timeoutMs,
    profile,
    rate,
    readOnly,
    from,
  } = options;
  return [
    ...(from === undefined ? [] : ['--from', from]),
    ...(spec === undefined ? [] : ['--spec', spec]),
    ...(profile === undefined ? [] : ['--profile', profile]),
    ...(username === undefined ? [] : ['--username', username]),
    ...(passwordEnv === undefined ? [] : ['--password-env', passwordEnv]),
    ...(ca === undefined ? [] : ['--ca', ca]),
    ...(cert === undefined ? [] : ['--cert', cert]),
    ...(key === undefined ? [] : ['--key', key]),
    // One with credentials came from elsewhere than the command line, and comes from there again.
    ...(proxy === undefined || hasUserInfo(proxy) ? [] : ['--proxy', proxy]),
    ...(insecure === true ? ['--insecure'] : []),
    ...(timeoutMs === undefined ? [] : ['--timeout-ms', String(timeoutMs)]),
    ...(rate === undefined ? [] : ['--rate', String(rate)]),
    ...(readOnly === true ? ['--read-only'] : []),
  ];
}

function hasUserInfo(address: string): boolean {
  return address.includes('@');
}
