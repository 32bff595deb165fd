import { logError } from '../../../../layers/platform/runtime/log.ts';
import type { SiteCheckDeps } from '../../deps.ts';
import { withCheck } from '../../domain/reliability/site-checks.ts';

/**
 * What is requested, as a reader does, through the site: the app (its files), the home page (gateway, function and table) and a search (the
 * index too).
 */
const PATHS = ['/', '/v1/discovery/home', '/v1/discovery/search?q=library&limit=1'];

/** The longest wait for one answer, in milliseconds: longer than a cold start. */
const ONE_MS = 10_000;
const MOST_BYTES = 2_000_000;
/** How often the row of a day is read again, when another run changed it meanwhile. */
const ATTEMPTS = 3;

const headers = { accept: '*/*', 'user-agent': 'Concord site check' };

/** Requests each path, one after another. Returns whether all answered with success. */
const answers = async ({ site, ask }: SiteCheckDeps): Promise<boolean> => {
  const origin = (await site()).replace(/\/$/, '');
  for (const path of PATHS) {
    const answer = await ask({ url: `${origin}${path}`, headers, timeoutMs: ONE_MS, maxBytes: MOST_BYTES });
    if (!('status' in answer && answer.status === 200)) {
      const found = 'status' in answer ? String(answer.status) : `${answer.failed}: ${answer.detail}`;
      logError('check the site', new Error(`${path} answered ${found}`));
      return false;
    }
  }
  return true;
};

/**
 * Checks at `now` (epoch ms) whether the site answers, and adds the result to the row of the day. A repeated check adds nothing, and a check
 * that cannot be recorded is missing, which is shown. Returns what was recorded.
 */
export const checkSite = async (deps: SiteCheckDeps, now: number): Promise<'passed' | 'failed' | 'nothing'> => {
  const day = new Date(now).toISOString().slice(0, 10);
  const before = await deps.reliability.day(day);
  if (withCheck(before.checks, now, true) === undefined) return 'nothing';
  const passed = await answers(deps);
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const { v, ...found } = attempt === 0 ? before : await deps.reliability.day(day);
    const checks = withCheck(found.checks, now, passed);
    if (checks === undefined) return 'nothing';
    if (await deps.reliability.setDay({ ...found, checks, v: v + 1 })) return passed ? 'passed' : 'failed';
  }
  return 'nothing';
};
