/** Why a request cannot be rendered: a value that the target never gave, or one that no header can carry. */
export type RenderErrorCode = 'slot-missing' | 'header-unsendable';

/** A request template that cannot be rendered with the available values. */
export class RenderError extends Error {
  readonly code: RenderErrorCode;
  /** The slot or header concerned. */
  readonly at: string;

  constructor(code: RenderErrorCode, at: string) {
    super(code === 'slot-missing' ? `slot ${at} has no value yet` : `value of ${at} does not fit a header`);
    this.name = 'RenderError';
    this.code = code;
    this.at = at;
  }
}
