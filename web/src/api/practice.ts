import type { Practice, PracticeHome } from './practice-token.ts';

const place = 'concord.practice';
const EARLY_MS = 3 * 60_000;

let practice: Practice | undefined = JSON.parse(sessionStorage.getItem(place) ?? 'null') ?? undefined;

/** Notes that this tab is in the Practice Library, or no longer. Pages start again after it. */
export const setPractice = (next: Practice | undefined): void => {
  practice = next;
  if (next) sessionStorage.setItem(place, JSON.stringify(next));
  else sessionStorage.removeItem(place);
};

/**
 * Returns the token for a call in the Practice Library, renewed in time; undefined when this sign-in does not practise. Throws rather than to
 * let the call go to the person's own library.
 */
export const practiceToken = async (home: PracticeHome): Promise<string | undefined> => {
  if (practice && practice.family !== home.family) setPractice(undefined);
  if (practice && practice.expiresAt - Date.now() < EARLY_MS)
    setPractice(await (await import('./practice-token.ts')).newPractice(home, practice.role));
  return practice?.token;
};

/** Returns the role that is tried in the Practice Library; undefined outside. It changes with a new page only. */
export const practiceRole = (): string | undefined => practice?.role;
