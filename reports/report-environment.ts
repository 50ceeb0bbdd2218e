import { withoutUserInfo } from './replay-command.ts';
import type { RunReport } from './run-report.ts';

/** Where, with what and how a run went, by name. The pages show it. */
export function reportEnvironment(report: RunReport): Readonly<Record<string, string>> {
  const { target, contract, tool, seed, requests, startedAt, durationMs } = report;
  return {
    Target: target.isEmbedded ? 'embedded reference target' : withoutUserInfo(target.url),
    // Next to the target: what was received over an unverified connection may have come from someone else.
    ...(report.options.carriedArguments.includes('--insecure')
      ? { Certificates: 'not checked (--insecure)' }
      : {}),
    ...(report.options.carriedArguments.includes('--exclusive')
      ? { Sharing: 'none: every client was the run’s own (--exclusive)' }
      : {}),
    Profile: target.profile ?? 'none',
    Build: target.build ?? 'unknown',
    ...(target.trace === undefined
      ? {}
      : { Offline: `trace of ${target.trace.recordedAt}, ${target.trace.ageDays} days old` }),
    Contract: `${contract.title} ${contract.version}, ${contract.sha256.slice(0, 12)}`,
    Tool: `${tool.name} ${tool.version}`,
    Seed: String(seed),
    Requests: String(requests),
    Started: startedAt,
    Duration: `${(durationMs / 1000).toFixed(1)} s`,
  };
}
