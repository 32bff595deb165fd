/** The reasons why a hold's copy was released, or given to another hold (C48). Staff select the first four. */
export const resetReasons = {
  'not-on-shelf': 'Staff did not find the copy.',
  'not-fit': 'Staff found the copy damaged or not fit to be lent.',
  'better-copy': 'Staff want another copy for it.',
  other: 'Staff gave it up for another reason: see the note.',
  'timed-out': 'The branch did not fetch the copy in time.',
  'gave-way': 'The copy was scanned and went to a hold that comes first.',
  'not-allowed': 'The copy was scanned, and the rules do not let it fill the hold any more.',
  'lent-to-another': 'The copy was lent to another patron.',
  frozen: 'The hold was frozen.',
  'pickup-moved': 'The copy may not go to the new pickup branch.',
  moved: 'Staff bound the hold to another copy.',
} as const;
export type ResetReason = keyof typeof resetReasons;

/** The reasons that staff can select. */
export const manualReasons = ['not-on-shelf', 'not-fit', 'better-copy', 'other'] as const satisfies ResetReason[];

const byHand: readonly ResetReason[] = manualReasons;

/**
 * One loss of a hold's target copy: unfilled (C37). `copyBranch` is the branch of the copy, `branchId` the desk that acted, if any. `v`
 * is the hold's version after it.
 */
export type HoldReset = {
  holdId: string;
  at: string;
  v: number;
  reason: ResetReason;
  itemId?: string;
  copyBranch?: string;
  branchId?: string;
  note?: string;
};

/** A stored reset with its actor's name, or `schedule`. */
export type StoredReset = HoldReset & { by: string };

/** How often a copy was released for a hold without being fetched: in total, by timeout, whether by hand, and whether it was the last. */
export type Passed = { times: number; timedOut: number; manual: boolean; last: boolean };

/** Returns the history of a copy in a hold's resets, given oldest first. */
export const passedOf = (resets: readonly HoldReset[], itemId: string): Passed => {
  const unfetched = resets.filter(({ reason }) => reason === 'timed-out' || byHand.includes(reason));
  const own = unfetched.filter((reset) => reset.itemId === itemId);
  const timedOut = own.filter(({ reason }) => reason === 'timed-out').length;
  return {
    times: own.length,
    timedOut,
    manual: own.length > timedOut,
    last: unfetched.at(-1)?.itemId === itemId,
  };
};
