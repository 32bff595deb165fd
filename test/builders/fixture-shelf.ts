/** The last day of the copies on the hold shelf of the fixture. */
export const fixtureUntil = '2026-12-04T04:59:59.000Z';

/** The answer to the check-in of an item that goes to the hold shelf: for a card, as its branch chose. */
export const fixtureHeldItem = (barcode: string) => ({
  itemId: `itm_${barcode}`,
  barcode,
  next: { step: 'hold-shelf', branchId: 'riverton.main', forHold: true, because: 'for-hold' },
  heldFor: { kind: 'card', label: '0112', until: fixtureUntil },
  loanClosed: true,
  warnings: [],
});
