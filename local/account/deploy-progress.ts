import { secondsSince } from '../progress.ts';

/** Milliseconds between two lines about the stacks that are being deployed. */
const EVERY_MS = 30_000;

/**
 * Follows the output of `cdk deploy` line by line and says when each stack begins and ends, and every half minute how far the others are.
 * `close` ends it. Takes the number of stacks and what prints a line.
 */
export const deployProgress = (
  count: number,
  say: (line: string) => void,
): { read(line: string): void; close(): void } => {
  const running = new Map<string, { since: number; at: string }>();
  let done = 0;
  const end = (stack: string, sign: string, more = ''): void => {
    const since = running.get(stack)?.since;
    running.delete(stack);
    if (sign === '✓') done += 1;
    say(
      `  ${sign} ${stack.padEnd(28)} ${(since === undefined ? '' : secondsSince(since)).padStart(9)}  ${done} of ${count}${more}`,
    );
  };
  const timer = setInterval(() => {
    const stacks = [...running].map(([stack, { at }]) => `${stack}${at === '' ? '' : ` ${at}`}`);
    if (stacks.length > 0) say(`  … ${stacks.join(', ')}`);
  }, EVERY_MS);
  return {
    read: (line) => {
      const [, begun] = /^(\S+): deploying\.\.\. \[\d+\/\d+\]$/.exec(line) ?? [];
      if (begun !== undefined) running.set(begun, { since: Date.now(), at: '' });
      const [, stack = '', at = ''] = /^(\S+) \|\s*(\d+\/\d+) \|/.exec(line) ?? [];
      const known = running.get(stack);
      if (known) known.at = at;
      const [, ended] = /^\s*✅\s+(\S+)/.exec(line) ?? [];
      if (ended !== undefined) end(ended, '✓', /\(no changes\)/.test(line) ? ', no changes' : '');
      const [, failed] = /^\s*❌\s+(\S+?):? failed/.exec(line) ?? [];
      if (failed !== undefined) end(failed, '✗');
    },
    close: () => clearInterval(timer),
  };
};
