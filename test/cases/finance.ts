import type { Case, CaseList } from './case.ts';

/** What the platform's money must get right, by number: the acceptance figures that tests name (npm run cases:finance). */
const cases: readonly Case[] = [
  {
    case: 'F1',
    about: 'A month of 40 members and 5M requests: lines sum to the bill, metered within 0.5 % or 5 % before',
  },
  { case: 'F2', about: 'At most 1 % unattributed, a line of its own; no line without member or reason' },
  { case: 'F3', about: '10,000 random splits sum exactly, each within one unit, whatever the order' },
  { case: 'F4', about: 'Golden prices of the platform' },
  { case: 'F5', about: 'Golden formulas of consortia to the cent; a larger member that pays less is warned of' },
  {
    case: 'F6',
    about: 'A closed period changes by no byte; corrections stand in the open one; the chain breaks on a byte',
    partly: 'restated COUNTER comes with e-resources',
  },
  { case: 'F7', about: 'No route of finance tells one member of another' },
  {
    case: 'F8',
    about: 'A batch that comes three times counts once; statements of 500 within 60 s, one shown within 1.5 s; lag',
    partly: 'what the platform’s logs take before metering is its own',
  },
  { case: 'F9', about: 'Cost per use of e-resources', later: 'comes with e-resources' },
  { case: 'F10', about: 'Nets of 200 libraries sum to 0.00; fees match, vouchers balance, reciprocal pairs bill 0' },
  {
    case: 'F11',
    about: 'Totals are equal in every export; journals balance; FOCUS 1.2 files keep its rules',
    partly: 'UBL and Allocated columns come with e-resources',
  },
  {
    case: 'F12',
    about: 'Approval by another than prepared; VAT and rates; invoices without a gap; metering at most 3 % and 5 ms',
    partly: 'opt-in to offers comes with e-resources',
  },
];

export const financeCases: CaseList = {
  letter: 'F',
  projects: ['domain', 'unit', 'contract', 'stores'],
  cases,
  benches: ['bench/statements.ts', 'bench/close-times.ts', 'bench/finance-times.ts', 'bench/focus.ts'],
};
