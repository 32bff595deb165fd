import * as z from 'zod';
import { moneySchema } from '../../../layers/kernel/money/money.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import { peopleOf } from '../../patrons/public/people.ts';
import { personNameSchema } from '../../patrons/public/person.ts';
import type { CirculationStores } from '../data/circulation-stores.ts';
import { type LateLoan, lateLoans, lateStages, sameEntry, shownForMember } from '../domain/late-loan.ts';
import { exampleLoan, loanViewSchema } from '../schemas/loans.ts';
import { loanView } from '../schemas/views.ts';

/**
 * A loan on the list of what is late. `branchId` is the branch on whose list it is, `since` when it was due or became lost.
 * The person is left out where the patron's home is another member.
 */
export const lateLoanSchema = z.strictObject({
  ...loanViewSchema.shape,
  branchId: z.string(),
  stage: z.enum(lateStages),
  since: z.string(),
  homeBranch: z.string(),
  location: z.string(),
  patronId: z.string(),
  patronMember: z.string(),
  patron: z.strictObject({ name: personNameSchema, card: z.string() }).optional(),
  /** What was charged for it, and whether it aged to lost without anybody declaring it. */
  charged: moneySchema.optional(),
  aged: z.literal(true).optional(),
});
export type LateLoanView = z.infer<typeof lateLoanSchema>;

export const exampleLateLoan: LateLoanView = {
  ...exampleLoan,
  ...{ state: 'overdue', branchId: 'lakeshore.main', stage: 'overdue', since: exampleLoan.due },
  ...{ homeBranch: 'riverton.main', location: 'adult' },
  ...{ patronId: 'pat_01kb0000000000000000000000', patronMember: 'lakeshore' },
  patron: { name: { family: 'Okafor', given: 'Amara' }, card: '21101000000016' },
};

/**
 * The entries of a page as a desk of a member sees them, in order; those that their items do not bear out (any more) are left
 * out, and on the list of a `whole` member what stands there twice. `now` in epoch ms.
 */
export const lateViews = async (
  house: CirculationStores,
  entries: readonly LateLoan[],
  { member, whole }: { member: string; whole: boolean },
  now: number,
): Promise<LateLoanView[]> => {
  const at = iso(now);
  const items = await house.items.getMany(entries.map(({ itemId }) => itemId));
  const byId = new Map(items.map((item) => [item.itemId, item]));
  const late = entries.flatMap((entry) => {
    const item = byId.get(entry.itemId);
    if (item?.loan === undefined || !lateLoans(item, at).some((one) => sameEntry(one, entry))) return [];
    return whole && !shownForMember(entry, item) ? [] : [{ entry, item, loan: item.loan }];
  });
  const own = late.filter(({ loan }) => loan.patronMember === member).map(({ loan }) => loan.patronId);
  const people = await peopleOf(house.table, own);
  return Promise.all(
    late.map(async ({ entry: { branchId, stage, since }, item, loan }) => {
      const { patronId, patronMember, lost, terms } = loan;
      const person = people.get(patronId);
      return {
        ...loanView(item, loan, at, await house.titles.ofSource(item.sourceId, now)),
        ...{ branchId, stage, since, homeBranch: item.branchId, location: item.location, patronId, patronMember },
        ...(person && { patron: { name: person.person.name, card: person.card } }),
        ...(lost && { charged: { amount: lost.amount, currency: terms.currency } }),
        ...(lost?.aged && { aged: true as const }),
      };
    }),
  );
};
