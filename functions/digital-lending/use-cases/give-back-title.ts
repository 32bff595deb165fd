import { answer } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { PatronDeps } from '../deps.ts';
import { findOwnTitle, type OwnTitle } from './find-own-title.ts';
import { refuseVendor } from './refuse-vendor.ts';

/** Returns a patron's loan to its vendor early, or cancels the hold: whichever the patron has of the title. */
export const giveBackTitle = async (deps: PatronDeps, own: OwnTitle) => {
  const acting = await findOwnTitle(deps, own);
  if ('refused' in acting) return acting;
  const { collection, title, account, vendor } = acting;
  const held = await vendor.account(account.token, own.now);
  if ('failed' in held) return refuseVendor(held.failed);
  const found = held.ok.find(({ identifier }) => identifier === title.identifier);
  if (!found?.revoke) return refuseVendor('title-not-held');
  const back = await vendor.giveBack(account.token, found.revoke);
  if ('failed' in back) return refuseVendor(back.failed);
  const live = title.entry === undefined ? undefined : await vendor.availability(title.entry);
  await deps.titles.correct(title, live && 'ok' in live ? live.ok : title.availability);
  if (found.is === 'loan') {
    const use = { memberId: own.actor.member, month: iso(own.now).slice(0, 7), collectionId: collection.collectionId };
    await deps.uses.count(use, 'returns');
  }
  return answer({ is: found.is });
};
