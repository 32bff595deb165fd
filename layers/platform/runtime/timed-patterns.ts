import { createContext, Script } from 'node:vm';

/** A regular expression took too long on a text. */
export class PatternTooSlow extends Error {
  readonly pattern: string;
  constructor(pattern: string) {
    super(`The pattern took longer than ${MOST_MS} ms.`);
    this.pattern = pattern;
  }
}

/** The longest search of one text, in milliseconds: usual patterns take less than one. */
const MOST_MS = 500;

const matching = new Script('new RegExp(pattern, "u").test(text)');
const replacing = new Script('text.replace(new RegExp(pattern, "gu"), by)');

/**
 * Returns functions that search text by regular expressions of users, each limited in time, because some patterns take hours on short
 * texts. They throw `PatternTooSlow`.
 */
export const timedPatterns = () => {
  const context = createContext({});
  const run = (script: Script, pattern: string, given: Record<string, string>): unknown => {
    Object.assign(context, { pattern, ...given });
    try {
      return script.runInContext(context, { timeout: MOST_MS });
    } catch (thrown) {
      if ((thrown as { code?: unknown }).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw thrown;
      throw new PatternTooSlow(pattern);
    }
  };
  return {
    matches: (text: string, pattern: string): boolean => run(matching, pattern, { text }) === true,
    replaced: (text: string, pattern: string, by: string): string => String(run(replacing, pattern, { text, by })),
  };
};
