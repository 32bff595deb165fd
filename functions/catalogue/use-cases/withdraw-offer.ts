import { and, equals, unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import { retryOnConflict } from '../../../layers/platform/dynamodb/retry-on-conflict.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { type CopyOffer, offerOf, offerRow } from '../data/copy-offer-store.ts';
import { type ActNote, actWrite } from '../data/source-act-store.ts';

/** Whose offer of which copy is taken back, by whom and why; `keep` are the writes that keep the answer, in the same transaction. */
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
 * Takes the offer of a last copy back: it is on no list any more, whoever takes the copy in the same instant is refused or was
 * first, and a withdrawal finds no offer that is over. The history of the record keeps who did and why. Gives the offer as it
 * was, or why there is none to take back.
 */
export const withdrawOffer = (
  table: Table,
  request: OfferWithdrawal,
): Promise<WithdrawnOffer | 'unknown-offer' | 'offer-over'> =>
  retryOnConflict(request.itemId, () => attempt(table, request));
