/** The macro's text can't be used. `what` is the placeholder that was left. */
export class DraftError extends Error {
  readonly code: 'macro_missing' | 'unrendered';
  readonly what: string;
  constructor(code: 'macro_missing' | 'unrendered', what = '') {
    super(code === 'macro_missing' ? 'no macro carries the mark' : `the macro left ${what}`);
    this.name = 'DraftError';
    this.code = code;
    this.what = what;
  }
}
