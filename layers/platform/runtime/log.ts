/** One structured line to the function's log. Takes plain data: never an event, a body or a patron's name (privacy). */
export const log = (line: Record<string, unknown>): void => {
  console.log(JSON.stringify(line));
};

// Services repeat what they were given: a mail service names the address that it refused.
const withoutAddresses = (text: string): string =>
  text.replaceAll(/[^\s<>"'(),:;]+/g, (part) => (/.@./.test(part) ? '[address]' : part));

/** An unexpected error as a line: its name, message and stack (e-mail addresses taken out), with what the caller says it was doing. */
export const logError = (doing: string, error: unknown, more: Record<string, unknown> = {}): void => {
  const known = error instanceof Error ? error : new Error(String(error));
  log({
    t: 'error',
    doing,
    name: known.name,
    message: withoutAddresses(known.message),
    stack: withoutAddresses(known.stack ?? '')
      .split('\n')
      .slice(0, 6),
    ...more,
  });
};
