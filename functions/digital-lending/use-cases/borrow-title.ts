import { answer } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { PatronTitle } from '../../../layers/protocols/opds/lending.ts';
import type { PatronDeps } from '../deps.ts';
import type { Title } from '../domain/title.ts';
import type { Asked } from '../domain/vendor.ts';
import { type Acting, findOwnTitle, type OwnTitle } from './find-own-title.ts';
import { patronTitleView } from './list-my-titles.ts';
import { refuseVendor } from './refuse-vendor.ts';

/** Failures after which the patron may have the title all the same: it was lent before, or the vendor's answer was lost or is not readable. */
const UNCERTAIN: readonly string[] = ['already-borrowed', 'vendor-silent', 'vendor-unreadable'];

/** Borrows at the vendor. After an uncertain answer it reads the account, so that a lost answer makes no second loan and is no error. */
const borrowOnce = async (
  { vendor, account, title }: Acting,
  now: number,
): Promise<Asked<{ title: PatronTitle; isNew: boolean }>> => {
  const borrowed = await vendor.borrow(account.token, title.borrow);
  if ('ok' in borrowed || !UNCERTAIN.includes(borrowed.failed)) return borrowed;
  const held = await vendor.account(account.token, now);
  const found = 'ok' in held ? held.ok.find(({ identifier }) => identifier === title.identifier) : undefined;
  return found ? { ok: { title: found, isNew: false } } : borrowed;
};

/** Returns what is known of a title's counts once one more has it, before the feed says so. */
const afterBorrowing = ({ availability }: Title, { is, position }: PatronTitle): Title['availability'] => {
  if (is === 'loan') {
    const free = availability.free === undefined ? undefined : Math.max(0, availability.free - 1);
    return { ...availability, ...(free !== undefined && { free }), ...(free === 0 && { state: 'waiting' as const }) };
  }
  const waiting = Math.max(position ?? 0, (availability.waiting ?? 0) + 1);
  return { ...availability, state: 'waiting', free: 0, waiting };
};

/**
 * Borrows a title for a patron at its vendor, or places a hold when no copy is free: the vendor decides, and the counts are corrected at
 * once. Counts a new loan or hold for the patron's library and month, without the patron.
 */
export const borrowTitle = async (deps: PatronDeps, own: OwnTitle) => {
  const acting = await findOwnTitle(deps, own);
  if ('refused' in acting) return acting;
  const { collection, title, vendor } = acting;
  const borrowed = await borrowOnce(acting, own.now);
  if ('failed' in borrowed) {
    if (borrowed.failed === 'sign-in-expired') await deps.accounts.remove(own.actor.id, collection.collectionId);
    if (borrowed.failed === 'no-copy-free')
      await deps.titles.correct(title, { ...title.availability, state: 'waiting', free: 0 });
    return refuseVendor(borrowed.failed);
  }
  const { title: lent, isNew } = borrowed.ok;
  if (isNew) {
    const live = title.entry === undefined ? undefined : await vendor.availability(title.entry);
    const counts = live && 'ok' in live ? live.ok : afterBorrowing(title, lent);
    await deps.titles.correct(title, counts);
    const month = iso(own.now).slice(0, 7);
    const use = { memberId: own.actor.member, month, collectionId: collection.collectionId };
    await deps.uses.count(use, lent.is === 'loan' ? 'loans' : 'holds');
  }
  return answer(patronTitleView(collection, lent));
};
