import { demoSeed, type PastSum } from '../../../demo/past.ts';
import { wholePast } from '../../../demo/past-whole.ts';
import { makeBill } from './make-bill.ts';
import type { LoggedUnits } from './raw-use.ts';
import { rawMonth } from './synthetic-bill.ts';
import { billCsv } from './write-bill.ts';

type Used = { day: string; counts: LoggedUnits };

/** Returns the use of a month that the seed of the demo writes; none before its first month. */
export const demoUse = (month: string): PastSum[] =>
  wholePast({ before: new Date().toISOString().slice(0, 7), months: 2, seed: demoSeed }).filter(({ day }) =>
    day.startsWith(month),
  );

/**
 * Returns the bill of a month of the demo as CSV, from the independent generator: its use and more use that was metered since, with two
 * faults, a service billed higher than metered and a support plan above the sum that the demo's recurring explanation covers.
 */
export const demoMonthBill = (month: string, more: readonly Used[] = []): string => {
  const faults = [
    { kind: 'dearer' as const, family: 'DynamoDB requests', perMille: 50 },
    { kind: 'support' as const, code: 'AWSSupportBusiness', cents: 12_900 },
  ];
  return billCsv(makeBill(rawMonth(month, [...demoUse(month), ...more]), faults), { format: 'cur-2.0', month });
};
