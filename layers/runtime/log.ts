/** One structured line to the function's log. Takes plain data: never an event, a body or a patron's name (privacy). */
export const log = (line: Record<string, unknown>): void => {
  console.log(JSON.stringify(line));
};

/** An unexpected error as a line: its name, message and stack, with what the caller says it was doing. */
export const logError = (doing: string, error: unknown, more: Record<string, unknown> = {}): void => {
  const known = error instanceof Error ? error : new Error(String(error));
  log({
    t: 'error',
    doing,
    name: known.name,
    message: known.message,
    stack: known.stack?.split('\n').slice(0, 6),
    ...more,
  });
};
