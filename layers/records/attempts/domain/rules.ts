const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/**
 * A limit of failures in a window of time. `of` says whose failures: all those from one source (an address, a machine) or from its wider
 * network, all those at one subject (a card) from sources at which it never succeeded, or those of one source at one subject. `stays`: a
 * success takes back itself only, not the failures before it.
 */
export type Limit = { of: 'source' | 'network' | 'subject' | 'pair'; ms: number; most: number; stays?: true };

/**
 * How attempts of one kind are limited. `lock`: consecutive failures of one source at one subject lock this pair. `knownBy`: the other
 * kind by which a source becomes known to a subject too.
 */
export type AttemptRules = { kind: string; lock: boolean; knownBy?: string; limits: readonly Limit[] };

/** How many times the failures of one source a wider network may have: several customers of a provider share it at times. */
const NETWORK_TIMES = 5;

/** A reading room of people who mistype fits, a spray over many cards does not. */
const fromSource = (quarter: number, day: number): Limit[] =>
  [
    { ms: 15 * MINUTE_MS, most: quarter },
    { ms: DAY_MS, most: day },
  ].flatMap(({ ms, most }) => [
    { of: 'source' as const, ms, most },
    { of: 'network' as const, ms, most: most * NETWORK_TIMES },
  ]);

/**
 * The limits of sign-ins by PIN. Many addresses together get fifty attempts at one card in thirty days; then a new address needs the
 * e-mailed code or a desk, while addresses where the card was used before, and self-checks, go on.
 */
export const pinRules: AttemptRules = {
  kind: 'pin',
  lock: true,
  limits: [...fromSource(20, 100), { of: 'subject', ms: 30 * DAY_MS, most: 50 }],
};

/** The limits of a signed-in patron's own PIN: the guesses of others at the card, which `pinRules` counts, do not stop it. */
export const ownPinRules: AttemptRules = { kind: 'pin', lock: true, limits: fromSource(20, 100) };

/**
 * The limits of a signed-in patron's PIN at a vendor of e-books, counted apart from sign-ins here: nobody guesses PINs at a vendor through
 * us, and a vendor that has another PIN locks no card here.
 */
export const vendorPinRules: AttemptRules = { kind: 'vendor-pin', lock: true, limits: fromSource(20, 100) };

/** The limits of PINs at a self-check, where the source is the machine: a stranger's guesses elsewhere do not count here. */
export const machinePinRules: AttemptRules = { kind: 'pin', lock: true, limits: fromSource(60, 300) };

/** The limits of wrong e-mailed codes; how often one code is tried from all addresses is limited on the code itself. */
export const codeRules: AttemptRules = { kind: 'code', lock: true, knownBy: 'pin', limits: fromSource(20, 100) };

/** The limits of requests for an e-mailed code: one address gets a card's daily number, and asks for few cards. */
export const codeRequestRules = (perDay: number): AttemptRules => ({
  kind: 'code-request',
  lock: false,
  knownBy: 'pin',
  limits: [...fromSource(60, 300), { of: 'pair', ms: DAY_MS, most: perDay }],
});

/**
 * The limits of requests for a mailed link, which are answered: those of one source only, so that nobody can lock others out. No source
 * becomes known here, or the answers at a shared address would show who signed in there.
 */
export const seatLinkRules: AttemptRules = {
  kind: 'seat-link',
  lock: false,
  limits: [...fromSource(20, 100), { of: 'pair', ms: DAY_MS, most: 5 }],
};

/**
 * The limit of e-mails with a link to one address, from all sources where the person did not sign in. Its window is as long as a link is
 * valid: while no more are sent, one that was sent in the window is still valid.
 */
export const seatEmailRules = (validMs: number): AttemptRules => ({
  kind: 'seat-email',
  lock: false,
  limits: [{ of: 'subject', ms: validMs, most: 3 }],
});

/** The use of a mailed link, by which a source becomes known. Links of 256 bits cannot be guessed, so nothing is limited. */
export const seatSignInRules: AttemptRules = { kind: 'seat-email', lock: false, limits: [] };

/** The limits of wrong secrets of machine clients. Secrets of 256 bits cannot be guessed: this only stops the load. */
export const machineSecretRules: AttemptRules = { kind: 'machine-secret', lock: false, limits: fromSource(20, 100) };

/**
 * The limits of wrong badges and codes at a shared desk, which is subject and source in one: five in a row lock the desk. Wrong ones also
 * count by the quarter hour and day, even if others sign in between: otherwise a person with a code could guess those of colleagues, four
 * at a time. Only a device that proves its key gets that far, so that strangers cannot lock it.
 */
export const deskCodeRules: AttemptRules = {
  kind: 'desk-code',
  lock: true,
  limits: [
    { of: 'pair', ms: 15 * MINUTE_MS, most: 10, stays: true },
    { of: 'pair', ms: DAY_MS, most: 30, stays: true },
  ],
};

/** The limits of wrong credentials of external partners: by address only, so that nobody can lock a partner out. */
export const partnerSecretRules: AttemptRules = { kind: 'partner-secret', lock: false, limits: fromSource(5, 40) };

/** For how long a source at which a subject succeeded is known to it, in milliseconds. */
export const KNOWN_MS = 90 * DAY_MS;

/**
 * How many failures of others a new success takes from its source: a campus with one address has many successes, one who sprays has
 * few.
 */
export const CREDIT = 2;

/** How many times the failures of a source its known subjects may use up: guesses at other cards do not stop them. */
const KNOWN_TIMES = 10;

/**
 * Returns a limit as it applies to an attempt, by whether the subject succeeded from this source before: known ones are limited later with
 * their source and its network, and not with the subject at all.
 */
export const limitFor = (limit: Limit, isKnown: boolean): Limit | undefined => {
  if (!isKnown || limit.of === 'pair') return limit;
  return limit.of === 'subject' ? undefined : { ...limit, most: limit.most * KNOWN_TIMES };
};

/** Returns the number of a limit's window at a time (epoch ms), and the seconds until it ends. */
export const windowAt = ({ ms }: Limit, now: number): { window: string; secondsLeft: number } => {
  const number = Math.floor(now / ms);
  return { window: `${ms / MINUTE_MS}-${number}`, secondsLeft: ((number + 1) * ms - now) / 1000 };
};
