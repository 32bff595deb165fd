// Generated from docs/accessibility/summary.json and the key table by npm run gen.
/** The pages and rules of the last accessibility run, and the kinds of stored data. */
export const measured = { pages: 145, rules: 64, failed: 0, fields: 263 };
