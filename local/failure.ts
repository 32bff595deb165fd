/**
 * A failure that is printed in one sentence, without a stack: a port in use, a missing tool, a refused deployment.
 */
export class PlainFailure extends Error {
  override name = 'PlainFailure';
}

/** Returns the text to print for a failure: the message of a plain failure, the stack of any other. */
export const failureText = (error: unknown): string => {
  if (error instanceof PlainFailure) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
};
