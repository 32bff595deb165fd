import { type Table, TableConflict } from '../../../layers/platform/dynamodb/table.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import type { ItemCirculation } from '../../items/public/item-circulation.ts';
import type { Loan } from '../../items/public/loan.ts';
import { circulationStores } from '../data/circulation-stores.ts';
import { decideAndSave } from './decide-and-save.ts';
import { planRenewal } from './renew-loan.ts';

type Renewed = 'renewed' | 'changed' | { reasons: string[] };

/**
 * Returns a function that renews a loan because its rule says so, by the decision of any renewal (`now` in epoch ms). Another due date
 * than the given one means that the loan was renewed, recalled or returned since: then it does nothing, so that repeating it is safe.
 */
export const ruleRenewer = (table: Table, ids: Ids, now: number) => {
  const deps = { ...circulationStores(table), ids };
  return async ({ itemId }: ItemCirculation, { loanId, due }: Loan): Promise<Renewed> => {
    const policies = await deps.policiesAt(now);
    if (!policies) return { reasons: [] };
    const renewal = { actor: undefined, now, key: undefined, policies, isAutomatic: true };
    const outcome = await decideAndSave<'renewed' | 'changed', string>(table, async (reading) => {
      const item = await deps.items.get(itemId, { strong: true });
      const { loan } = item ?? {};
      if (!item || loan?.loanId !== loanId || loan.due !== due || item.state !== 'on-loan') return { again: 'changed' };
      const planned = await planRenewal(deps, renewal, item, loan, {}, reading);
      if (planned.refused) return planned;
      return { decided: planned.decided, read: planned.read, answer: 'renewed' };
    });
    if ('ok' in outcome) return outcome.ok;
    const reasons = outcome.refused.map(({ code }) => code);
    // The next run tries again.
    if (reasons.includes('changed-meanwhile'))
      throw new TableConflict(`${loanId} was written by others again and again`);
    return { reasons };
  };
};
