import { and, equals, unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import { retryOnConflict } from '../../../layers/platform/dynamodb/retry-on-conflict.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { type CopyOffer, offerOf, offerRow } from '../data/copy-offer-store.ts';
import { type ActNote, actWrite } from '../data/source-act-store.ts';

/**
 * The withdrawal of an offer: which member's offer of which copy, by whom and why; `keep` returns the writes that store the response, in
 * the same transaction.
 */
export type OfferWithdrawal = {
  memberId: string;
  itemId: string;
  note: ActNote;
  titleOf: (offer: CopyOffer) => Promise<string | undefined>;
  keep: (offer: CopyOffer, title: string | undefined) => Write[];
};

type WithdrawnOffer = { offer: CopyOffer; title: string | undefined };

const attempt = async (
  table: Table,
  { memberId, itemId, note, titleOf, keep }: OfferWithdrawal,
): Promise<WithdrawnOffer | 'unknown-offer' | 'offer-over' | undefined> => {
  const offer = await offerOf(table, itemId);
  if (!offer || offer.memberId !== memberId || offer.state === 'withdrawn') return 'unknown-offer';
  if (offer.state === 'taken') return 'offer-over';
  const title = await titleOf(offer);
  const conflict = await table.write([
    {
      put: offerRow({ ...offer, state: 'withdrawn', v: offer.v + 1 }),
      when: and(unchanged(offer.v), equals('state', 'open')),
    },
    actWrite({ did: 'withdraw-offer', ...note, sourceId: offer.sourceId, itemId, barcode: offer.barcode }),
    ...keep(offer, title),
  ]);
  return conflict ? undefined : { offer, title };
};

/**
 * Withdraws the offer of a last copy: it leaves all lists, a concurrent taking of the copy either succeeds first or is refused, and a
 * withdrawal of the copy finds no expired offer. The record's history stores who did it and why. Returns the offer as it was, or why there
 * is none to withdraw.
 */
export const withdrawOffer = (
  table: Table,
  request: OfferWithdrawal,
): Promise<WithdrawnOffer | 'unknown-offer' | 'offer-over'> =>
  retryOnConflict(request.itemId, () => attempt(table, request));
