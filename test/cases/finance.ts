import type { Case, CaseList } from './case.ts';

/** What the platform's money must get right, by number: the acceptance figures that tests name (npm run cases:finance). */
const cases: readonly Case[] = [
  {
    case: 'F1',
    about: 'A month of 40 members and 5M requests: lines sum to the bill, metered within 0.5 % or 5 % before',
  },
  { case: 'F2', about: 'At most 1 % unattributed, in a separate line; no line without member or reason' },
  { case: 'F3', about: '10,000 random splits sum exactly, each within one unit, whatever the order' },
  { case: 'F4', about: 'Golden prices of the platform' },
  { case: 'F5', about: 'Golden formulas of consortia to the cent; a warning when a larger member pays less' },
  {
    case: 'F6',
    about: 'A closed period never changes; corrections are in the open one; a changed byte breaks the chain',
    partly: 'restated COUNTER reports are part of e-resources',
  },
  { case: 'F7', about: 'No operation of finance shows one member the data of another' },
  {
    case: 'F8',
    about:
      'A batch delivered three times counts once; statements of 500 members within 60 s, one shown within 1.5 s; delay',
    partly: 'the delay of the platform’s logs before metering is not included',
  },
  { case: 'F9', about: 'Cost per use of e-resources', later: 'part of e-resources' },
  { case: 'F10', about: 'Nets of 200 libraries sum to 0.00; fees match, vouchers balance, reciprocal pairs bill 0' },
  {
    case: 'F11',
    about: 'Totals are equal in every export, e-invoices too; journals balance; FOCUS 1.2 files keep its rules',
    partly: 'the Allocated columns of FOCUS 1.3 are part of e-resources',
  },
  {
    case: 'F12',
    about:
      'Approval by another person than the preparer; VAT and rates; invoice numbers without a gap; metering at most 3 % and 5 ms',
    partly: 'opt-in to offers is part of e-resources',
  },
];

export const financeCases: CaseList = {
  letter: '(?<!\\bfinding )F',
  projects: ['domain', 'unit', 'contract', 'stores'],
  cases,
  benches: ['bench/statements.ts', 'bench/close-times.ts', 'bench/finance-times.ts', 'bench/focus.ts'],
};
