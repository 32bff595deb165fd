import type { MessageKey } from '../../../i18n/translate.ts';

/** The prepared cases of the Practice Library, with the numbers to scan (created by demo/practice/rows.ts). */
export const cases: readonly { text: MessageKey; scan: string }[] = [
  { text: 'practice.case.lend', scan: 'P0008 · B1001' },
  { text: 'practice.case.overdue', scan: 'P0001 · B1011' },
  { text: 'practice.case.owes', scan: 'P0002' },
  { text: 'practice.case.limit', scan: 'P0004' },
  { text: 'practice.case.shelf', scan: 'P0005 · B1014' },
  { text: 'practice.case.block', scan: 'P0006' },
  { text: 'practice.case.transit', scan: 'B1016' },
  { text: 'practice.case.queue', scan: 'B1012' },
  { text: 'practice.case.note', scan: 'P0003' },
  { text: 'practice.case.expiring', scan: 'P0009' },
  { text: 'practice.case.child', scan: 'P0011' },
];
