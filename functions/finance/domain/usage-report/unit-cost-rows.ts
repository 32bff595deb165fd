import type { UnitCostRow } from './model.ts';

/** The most requested unit costs, and their operations; the cost of any request is always included. */
export const unitCostRows: readonly UnitCostRow[] = [
  { name: 'checkout', operations: ['circulation-check-out'] },
  { name: 'search', operations: ['discovery-search'] },
  { name: 'loan-request', operations: ['resource-sharing-place-request'] },
];
