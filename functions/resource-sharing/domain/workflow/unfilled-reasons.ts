/** The reasons why a supplier does not supply: ISO 18626 reasonUnfilled, whose list is open, so that partners receive the same code. */
export const UNFILLED_REASONS = {
  NotOnShelf: 'The copy is not on its shelf.',
  NotHeld: 'This library does not hold it.',
  NonCirculating: 'The copy does not circulate.',
  NotAvailableForILL: 'The copy is not lent to other libraries now.',
  PolicyProblem: 'A rule of this library speaks against it.',
  PoorCondition: 'The copy is too fragile to travel.',
} as const;

/** The code of a reason. */
export type UnfilledReason = keyof typeof UNFILLED_REASONS;

const isReason = (name: string): name is UnfilledReason => Object.hasOwn(UNFILLED_REASONS, name);

/** All codes, in the order in which staff choose from them. */
export const unfilledReasons: readonly UnfilledReason[] = Object.keys(UNFILLED_REASONS).filter(isReason);
