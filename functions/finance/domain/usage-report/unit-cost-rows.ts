import type { UnitCostRow } from './model.ts';

/** What finance asks the price of first, and the operations that are it; any request is always told. */
export const unitCostRows: readonly UnitCostRow[] = [
  { name: 'checkout', operations: ['circulation-check-out'] },
  { name: 'search', operations: ['discovery-search'] },
  { name: 'loan-request', operations: ['resource-sharing-place-request'] },
];
