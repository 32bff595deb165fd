import type { Account } from '../../local/endpoints.ts';
import { giftCount } from '../gifts.ts';
import { makeMachines, patronAccounts, setPasswords, staffAccounts } from './accounts.ts';
import { buySome } from './buy-some.ts';
import { circulate } from './circulate.ts';
import { closeMonth } from './close-month.ts';
import { enterCosts } from './enter-costs.ts';
import { equip } from './equip.ts';
import { fastAddSome } from './fast-add-some.ts';
import { fillFunds } from './fill-funds.ts';
import { fillTotes } from './fill-totes.ts';
import { firstAdministrator, found, inviteAll } from './found.ts';
import { adoptFutureRules } from './future-rules.ts';
import { performerOn } from './in-process.ts';
import { letBodiesMeet } from './let-bodies-meet.ts';
import { letMembersVote } from './let-members-vote.ts';
import { hideConfidential, loadAll } from './load.ts';
import { loadGifts } from './load-gifts.ts';
import { carryOverdueInvoice } from './overdue-invoice.ts';
import { placeOrders } from './place-orders.ts';
import { planYearEnd } from './plan-year-end.ts';
import { proposeRules } from './propose-rules.ts';
import { previewBatches } from './record-work.ts';
import { registerAll } from './register.ts';
import { reportDevices } from './report-devices.ts';
import { requestLoans } from './request-loans.ts';
import type { Running } from './running.ts';
import { saveSearches } from './save-searches.ts';
import { setBudgets } from './set-budgets.ts';
import { shareCosts } from './share-costs.ts';
import { showHomeContent } from './show-home-content.ts';
import { showReliability } from './show-reliability.ts';
import { signUpSome } from './sign-ups.ts';
import { staffActors } from './staff-actors.ts';
import { subscribe } from './subscribe.ts';
import { teach } from './teach.ts';
import { recordsOfWorks, untilIndexed } from './union.ts';
import { uploadCovers } from './upload-covers.ts';
import { seedFacts, seedLending, seedPast } from './use.ts';

const DAY = 86_400_000;

/** Runs a part of the seed and reports its duration. */
async function timed<T>({ say }: Running, what: string, work: () => Promise<T>): Promise<T> {
  const began = performance.now();
  const result = await work();
  say(`${what} (${((performance.now() - began) / 1000).toFixed(1)} s)`);
  return result;
}

/**
 * Fills a new instance with the demo consortium, by the product's own operations: past acts by their handlers with a past clock,
 * loads and loan requests through the deployed API. Returns the demo's accounts.
 */
export async function seedAll(running: Running): Promise<Account[]> {
  const performer = performerOn(running);
  const now = Date.now();
  const [founded, joined] = [now - 400 * DAY, now - 120 * DAY];
  const year = new Date(now).getUTCFullYear();
  const admin = await firstAdministrator(performer);
  const { actor, machines } = await timed(running, 'Members, branches, policies, staff, machines', async () => {
    await found(performer, admin, founded, [year - 1, year, year + 1]);
    const ids = await inviteAll(performer, admin, founded);
    await setPasswords(running, ids);
    const actor = staffActors(ids);
    await equip(running, performer, { admin, actor, at: joined });
    return { actor, machines: await makeMachines(performer, admin, founded) };
  });
  await timed(running, 'Proposed rules', () => proposeRules(performer, actor, now));
  // The members vote on what the log of decisions shows.
  await timed(running, 'Facts', () => seedFacts(running, performer));
  await timed(running, 'Votes of the members', () => letMembersVote(performer, actor, now));
  await timed(running, 'Meetings of the bodies', () => letBodiesMeet(performer, actor, now));
  await adoptFutureRules(performer, actor, now);
  const loading = timed(running, 'Catalogue', () => loadAll(running));
  const registering = timed(running, 'Patrons', async () => {
    const ids = await registerAll(performer, actor, joined, now);
    await saveSearches(performer, ids, now);
    await signUpSome(performer, now);
  });
  await Promise.all([loading, registering]);
  const { byWork, count } = await recordsOfWorks(performer);
  const hidden = await hideConfidential(performer, actor);
  await timed(running, 'Circulation', () => circulate(running, { performer, actor, recordOf: byWork }));
  await timed(running, 'Courier', () => fillTotes(performer, actor, now));
  await showHomeContent(performer, actor, byWork, now);
  await uploadCovers(performer, actor, byWork, now);
  await showReliability(performer, now);
  await fastAddSome(performer, actor, now);
  await reportDevices(performer, machines, now);
  await previewBatches(performer, actor, now);
  await timed(running, 'Classes and courses', () => teach(performer, actor, now));
  await seedLending(performer);
  const months = [2, 14].map((back) => new Date(Date.UTC(year, new Date(now).getUTCMonth() - back, 1)));
  const [closing = '', before = ''] = months.map((month) => month.toISOString().slice(0, 7));
  const years = [before, closing].map((month) => Number(month.slice(0, 4)));
  const counting = async (): Promise<void> => {
    await timed(running, 'Past', () => seedPast(running, performer));
    await timed(running, 'Cost sharing', () => shareCosts(running, performer, actor, { at: now - 100 * DAY, years }));
    await timed(running, 'Budgets', () => setBudgets(performer, actor, now));
    await timed(running, 'Funds and orders', async () => {
      await fillFunds(performer, actor, now);
      await placeOrders(performer, actor, now);
      await buySome(performer, actor, now);
      await planYearEnd(performer, actor, now);
      await subscribe(performer, actor, now);
    });
    // The closed month, the one after it, and the current one.
    const monthsAgo = (back: number): number => Date.UTC(year, new Date(now).getUTCMonth() - back, 5, 9);
    await timed(running, 'Costs', () => enterCosts(performer, actor, [monthsAgo(2), monthsAgo(1), now]));
    await carryOverdueInvoice(performer, now);
  };
  // Loan requests mostly wait for the workflow that asks libraries.
  await Promise.all([timed(running, 'Loan requests', () => requestLoans(running, byWork)), counting()]);
  // Indexing is mostly waiting, so a month is closed concurrently.
  await Promise.all([
    timed(running, 'Index', () => untilIndexed(running, count + giftCount, hidden)),
    timed(running, 'Month', () => closeMonth(running, closing)),
    timed(running, 'Gifts', () => loadGifts(running)),
  ]);
  return [...staffAccounts(), ...patronAccounts(), ...machines];
}
