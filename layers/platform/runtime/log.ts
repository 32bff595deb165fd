/** Writes one structured line to the function's log. Pass plain data only: never an event, a body or a patron's name (privacy). */
export const log = (line: Record<string, unknown>): void => {
  console.log(JSON.stringify(line));
};

// Services repeat their input in errors: an e-mail service names the address that it refused.
const withoutAddresses = (text: string): string =>
  text.replaceAll(/[^\s<>"'(),:;]+/g, (part) => (/.@./.test(part) ? '[address]' : part));

/** Logs an unexpected error: its name, message and stack (without e-mail addresses), and what the caller was doing. */
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
