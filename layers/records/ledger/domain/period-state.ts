/** The states of a month's accounting period, in the order in which a close passes them. */
export const periodStateNames = ['open', 'metered', 'reconciled', 'approved', 'closed'] as const;
export type PeriodState = (typeof periodStateNames)[number];
