import type { RollOverDeps } from '../../deps.ts';
import type { RollOver } from '../../domain/roll-over.ts';
import { cameFrom } from '../../domain/roll-over-orders.ts';
import { postedFund } from './undo-stages.ts';

/** How many entries, orders and invoices are looked through for the name of a posting. */
const LOOKED_THROUGH = 100;

const changedIn = (order: { steps: readonly { act: string }[] }): boolean => order.steps.at(-1)?.act !== 'roll-over';

/** Returns what was posted in the new year since a roll-over, and the fund: an order, an invoice or an entry of the journal. */
export const nameOfPosting = async (work: RollOverDeps, rollOver: RollOver) => {
  const { memberId, year, terms, committed } = rollOver;
  const place = { memberId, year: terms.to };
  const entries = await work.funds.entries(place, undefined, { limit: LOOKED_THROUGH });
  const own = (entries === 'bad-cursor' ? [] : entries.rows).find(
    (entry) => entry.rollOver === undefined && entry.at >= (committed?.at ?? ''),
  );
  if (own) return { posting: own.entryId, fund: own.lines.find(({ fund }) => fund !== 'outside')?.fund ?? '' };
  const fund = await postedFund(work, rollOver);
  if (fund === undefined) return undefined;
  const invoices = await work.invoices.list(memberId, { fund }, { limit: LOOKED_THROUGH });
  const invoice = (invoices === 'bad-cursor' ? [] : invoices.rows).find(
    (one) => one.year === terms.to && one.postings.length > 0,
  );
  if (invoice) return { posting: invoice.number, fund };
  const orders = await work.orders.list(memberId, { fund }, { limit: LOOKED_THROUGH });
  const order = (orders === 'bad-cursor' ? [] : orders.rows).find(
    (one) => one.year === terms.to && one.state !== 'draft' && (!cameFrom(one, year) || changedIn(one)),
  );
  return { posting: order?.number ?? fund, fund };
};
