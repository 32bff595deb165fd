import * as z from 'zod';
import { consortiumCurrency } from '../members.ts';
import type { Performer } from './in-process.ts';
import type { StaffActors } from './staff-actors.ts';

type Entered = { kind: string; budgetKind?: string; amount: number; reference: string };

/**
 * What the consortium spends in a month, by its budget, besides the bill of the cloud: salaries and the courier, paid, and a bill that is
 * not paid yet.
 */
const ofMonth = (month: string): Entered[] => [
  { kind: 'cost-booked', budgetKind: 'people', amount: 316_667, reference: `Payroll ${month}` },
  { kind: 'supplier-paid', amount: 316_667, reference: `SEPA ${month}/0001` },
  { kind: 'cost-booked', budgetKind: 'courier', amount: 100_000, reference: `Valley Couriers ${month}` },
  { kind: 'supplier-paid', amount: 100_000, reference: `SEPA ${month}/0002` },
  { kind: 'cost-booked', budgetKind: 'training', amount: 12_900, reference: `Library Academy ${month}` },
];

/** A grant, received once. */
const grant: Entered = { kind: 'grant-received', amount: 900_000, reference: 'State library, grant 26-88' };

/** Enters costs, payments and a grant of some months in the consortium's own books. `ats` are instants of these months, in epoch ms. */
export async function enterCosts({ act }: Performer, actor: StaffActors, ats: readonly number[]): Promise<void> {
  const by = actor('finance-preparer', 'consortium');
  for (const [place, at] of ats.entries()) {
    const month = new Date(at).toISOString().slice(0, 7);
    for (const entered of [...ofMonth(month), ...(place === 0 ? [grant] : [])]) {
      const body = { ...entered, currency: consortiumCurrency };
      await act('finance-record-cost', z.unknown(), { by, at, body });
    }
  }
}
