const SHORT = 4_000;
const TIMES = 4;
/** The limit for a run four times as long: far above four times the time, far below sixteen. */
const MOST_RATIO = 8;
/** Expressions below this time in ms are not measured further: a growing one takes 1.5 to 16 for the short run, others 0.1. */
const NOTICED = 0.5;
/** Measurements of each length. */
const ROUNDS = 6;

/** Returns the time in ms that an expression takes on a text. */
type Measure = (expression: RegExp, text: string) => number;

// Measured by the wall clock: the system reports processor time in steps of milliseconds.
const clockMs: Measure = (expression, text) => {
  expression.lastIndex = 0;
  const before = performance.now();
  // A global expression starts again after each match.
  if (expression.global) text.replace(expression, '');
  else expression.exec(text);
  return performance.now() - before;
};

/** Characters of most texts: a space, a letter, a digit, signs, line ends, other scripts. */
const usual = [' ', 'a', '1', '.', ',', '-', '\t', '\n', '—', '漢', '\u0301'];
const plain = usual.slice(0, 6);

/** The literals of an expression: characters, and words. */
const namedIn = (body: string): string[] => {
  const signs = body.replace(/\\[pP]\{[^}]*\}|\\u\{?[\da-fA-F]+\}?|\\[a-zA-Z]|[()[\]{}|?*+^$\\]/g, '');
  const escaped = [...body.matchAll(/\\([^a-zA-Z\d])/g)].map(([, sign = '']) => sign);
  return [...new Set([...signs, ...escaped, ...(body.match(/[a-z]{2,}/gi) ?? [])])];
};

/** Runs of characters that an expression may match, after a possible prefix; and alternating ones. */
const runsFor = (body: string): { unit: string; before: string }[] => {
  const named = namedIn(body);
  const units = [...new Set([...usual, ...named])];
  const leads = ['', '1', '"', ...units.slice(usual.length, usual.length + 6)];
  const either = [...new Set([...plain, ...named])];
  const pairs = either.flatMap((one, at) => either.slice(at + 1).map((other) => one + other));
  return [
    ...units.flatMap((unit) => leads.map((before) => ({ unit, before }))),
    ...pairs.map((unit) => ({ unit, before: '' })),
  ];
};

/**
 * Returns a run on which an expression (as a literal) takes time that grows faster than the run, if there is one. Other work of
 * the machine only adds time: the least of several measurements counts, taken in turns so that a busy period meets both lengths.
 */
export const growsWith = (literal: string, msOf: Measure = clockMs): string | undefined => {
  const [, body = '', flags = ''] = /^\/(.*)\/([a-z]*)$/s.exec(literal) ?? [];
  const expression = new RegExp(body, flags);
  const grows = (short: string, long: string): boolean => {
    const rounds = Array.from({ length: ROUNDS }, () => [msOf(expression, short), msOf(expression, long)] as const);
    const once = Math.min(...rounds.map(([ms]) => ms));
    return once >= NOTICED && Math.min(...rounds.map(([, ms]) => ms)) > MOST_RATIO * once;
  };
  return runsFor(body).find(({ unit, before }) => {
    // The run is followed by a character that no expression matches, so that the search for an end fails.
    const text = (length: number): string => `${before}${unit.repeat(length / unit.length)}\u2603`;
    const short = text(SHORT);
    return msOf(expression, short) >= NOTICED && grows(short, text(SHORT * TIMES));
  })?.unit;
};
