/**
 * A failure that is told to the person at the terminal in one sentence, without a stack: a port in use, a tool that is
 * missing, a deployment refused.
 */
export class PlainFailure extends Error {
  override name = 'PlainFailure';
}

/** What to print for a failure: the sentence of a plain one, the stack of one that nobody foresaw. */
export const failureText = (error: unknown): string => {
  if (error instanceof PlainFailure) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
};
