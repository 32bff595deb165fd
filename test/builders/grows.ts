const SHORT = 4_000;
const TIMES = 4;
/** Of a run four times as long: far above four times the time, far below sixteen. */
const MOST_RATIO = 8;
/** What takes less than this, in ms, is not measured further: an expression that grows takes 1.5 to 16 for the short run, others 0.1. */
const NOTICED = 0.5;

/** How long an expression looks through a text, in ms. */
type Measure = (expression: RegExp, text: string) => number;

// By the clock: what the system counts of a processor's time comes in steps of milliseconds.
const clockMs: Measure = (expression, text) => {
  expression.lastIndex = 0;
  const before = performance.now();
  // One that is looked for everywhere begins anew behind each match.
  if (expression.global) text.replace(expression, '');
  else expression.exec(text);
  return performance.now() - before;
};

/** In most texts: a blank, a letter, a digit, signs, ends of lines, other scripts. */
const usual = [' ', 'a', '1', '.', ',', '-', '\t', '\n', '—', '漢', '\u0301'];
const plain = usual.slice(0, 6);

/** What an expression names: signs, and words. */
const namedIn = (body: string): string[] => {
  const signs = body.replace(/\\[pP]\{[^}]*\}|\\u\{?[\da-fA-F]+\}?|\\[a-zA-Z]|[()[\]{}|?*+^$\\]/g, '');
  const escaped = [...body.matchAll(/\\([^a-zA-Z\d])/g)].map(([, sign = '']) => sign);
  return [...new Set([...signs, ...escaped, ...(body.match(/[a-z]{2,}/gi) ?? [])])];
};

/** Runs of what an expression may look for, behind what may lead to it; and such as alternate. */
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
 * A run of which an expression (as a literal) takes time that grows faster than the run does, if there is one. What else the
 * machine does takes time now and then: the best of several counts, and it must show three times.
 */
export const growsWith = (literal: string, msOf: Measure = clockMs): string | undefined => {
  const [, body = '', flags = ''] = /^\/(.*)\/([a-z]*)$/s.exec(literal) ?? [];
  const expression = new RegExp(body, flags);
  const best = (text: string): number => Math.min(...[1, 2].map(() => msOf(expression, text)));
  const grows = (short: string, long: string): boolean => {
    const once = best(short);
    return once >= NOTICED && best(long) > MOST_RATIO * once;
  };
  return runsFor(body).find(({ unit, before }) => {
    // Behind the run something stands that no expression looks for: an end is sought in vain.
    const text = (length: number): string => `${before}${unit.repeat(length / unit.length)}\u2603`;
    const short = text(SHORT);
    if (msOf(expression, short) < NOTICED) return false;
    const long = text(SHORT * TIMES);
    return [1, 2, 3].every(() => grows(short, long));
  })?.unit;
};
