import { Buffer } from 'node:buffer';
import type { Cause } from '../causes/cause.ts';
import { html } from '../html.ts';
import type { Html } from '../html.ts';
import { htmlPage } from '../html-page.ts';
import { cut, pageLimits } from './page-limits.ts';
import type { PageLimits } from './page-limits.ts';
import { withoutUserInfo } from '../replay-command.ts';
import { exitCodeOf, ruleRecords } from '../roll-up.ts';
import { meaningOf, tallyOf } from '../run-meaning.ts';
import type { RunReport } from '../run-report.ts';
import { causesSection } from './summary-causes.ts';
import {
  baselineSection,
  environmentSection,
  levelsSection,
  matrixSection,
  othersSection,
  repeatSection,
} from './summary-facts.ts';

/** How a run is summarised. */
export interface SummaryPageOptions {
  /** Whether warnings count, as for the exit code. */
  readonly strict: boolean;
}

/** Larger than any page, in bytes of UTF-8. */
const maxBytes = 300_000;

/**
 * A run as one HTML page without scripts, for whoever has to mend the target: the verdict, its causes with their evidence,
 * and how to see it again. It stays under 300 KB: where a run has more to show, it shows less of each thing and says so.
 */
export function summaryPage(
  report: RunReport,
  causes: readonly Cause[],
  options: SummaryPageOptions,
): string {
  let text = '';
  for (const limits of pageLimits) {
    text = page(report, causes, options, limits);
    if (Buffer.byteLength(text) < maxBytes) break;
  }
  return text;
}

function page(
  report: RunReport,
  causes: readonly Cause[],
  options: SummaryPageOptions,
  limits: PageLimits,
): string {
  const body = html`${header(report, options, limits)}
    <main>
      ${causesSection(causes, report, limits)} ${matrixSection(report)} ${levelsSection(report)}
      ${baselineSection(report, limits)} ${repeatSection(report, limits)}
      ${environmentSection(report, limits)} ${othersSection(report, limits)}
    </main>
    <footer>
      <p class="aside">
        Every test with all its evidence is in the Allure report, <a href="index.html">index.html</a> beside
        this page.
      </p>
    </footer>`;
  return htmlPage(`Prism OAuth conformance: ${nameOf(report, limits)}`, body);
}

function header(report: RunReport, options: SummaryPageOptions, limits: PageLimits): Html {
  const code = exitCodeOf(report, options);
  const records = ruleRecords(report);
  return html`<header>
    <p class="aside">Prism OAuth conformance of ${nameOf(report, limits)}</p>
    <h1>
      <span class="badge ${code === 0 ? 'good' : 'bad'}">exit ${String(code)}</span>
      ${capitalised(meaningOf(code, report))}
    </h1>
    <p>${tallyOf(records)}</p>
    ${report.broken === null ? html`` : html`<p class="bad">${cut(report.broken, limits)}</p>`}
  </header>`;
}

function nameOf({ target }: RunReport, limits: PageLimits): string {
  return target.isEmbedded ? 'the embedded reference target' : cut(withoutUserInfo(target.url), limits);
}

function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
