import { Buffer } from 'node:buffer';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { TestResult, TestResultContainer } from 'allure-js-commons';
import { FileSystemWriter } from 'allure-js-commons/sdk/reporter';

/**
 * Writes Allure results like Allure's own writer, each file atomically, but without waiting until they are on disk: a
 * run has hundreds of them and would otherwise spend most of its time waiting. If the machine fails, the run must start
 * over anyway.
 */
export class AllureWriter extends FileSystemWriter {
  readonly #resultsDir: string;

  constructor(resultsDir: string) {
    super({ resultsDir });
    this.#resultsDir = resultsDir;
    mkdirSync(resultsDir, { recursive: true });
  }

  override writeAttachment(name: string, content: Buffer): void {
    this.#write(name, content);
  }

  override writeGroup(group: TestResultContainer): void {
    this.#write(`${group.uuid}-container.json`, JSON.stringify(group));
  }

  override writeResult(result: TestResult): void {
    this.#write(`${result.uuid}-result.json`, JSON.stringify(result));
  }

  #write(name: string, content: string | Buffer): void {
    const file = path.join(this.#resultsDir, name);
    writeFileSync(`${file}.draft`, content);
    renameSync(`${file}.draft`, file);
  }
}
