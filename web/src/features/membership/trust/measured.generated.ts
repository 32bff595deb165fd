// Generated from docs/accessibility and the key table by npm run gen.
/** The pages and rules of the last accessibility run, and the kinds of stored data. */
export const measured = { pages: 145, rules: 64, failed: 0, fields: 267 };
/** The criteria of WCAG 2.2, levels A and AA, by the conformance report: how many are met, not met, and about what the product has not; and those not wholly met. */
export const conformance = { met: 45, notMet: 0, absent: 8, less: ['2.2.1', '3.1.2'] } as const;
