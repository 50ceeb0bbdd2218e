/** What is wrong with a file that describes a target: all of it, a line each, in the words of the file. */
export class TargetFileError extends Error {
  override readonly name = 'TargetFileError';
  readonly code = 'target-file';
  readonly problems: readonly string[];

  constructor(file: string, problems: readonly string[]) {
    super(problems.map((problem) => `${file}: ${problem}`).join('\n'));
    this.problems = problems;
  }
}
