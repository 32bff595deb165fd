import { pinFits } from '../../../layers/records/attempts/data/pin-hash.ts';
import type { CardStore } from '../data/card-store.ts';
import { epochOf } from '../data/patron-schemas.ts';
import type { PatronStore } from '../data/patron-store.ts';
import type { CardHolder } from '../domain/cards/card.ts';

/** Replaces the holder of an unknown number, so that the check reads and computes as much as for a real one. */
const nobody: CardHolder = { patronId: 'nobody', memberId: 'nobody' };

/**
 * Returns the patron to whom a card and PIN belong, with the epoch of the sessions that the PIN begins; undefined when there is no such card, it was replaced, it has no PIN or the PIN is
 * wrong: responses must not distinguish these. When two patrons share an old number, the PIN decides, or the member.
 */
export const checkCardAndPin = async (
  { cards, patrons }: { cards: CardStore; patrons: PatronStore },
  number: string,
  pin: string,
  memberId: string | undefined,
): Promise<(CardHolder & { epoch: number }) | undefined> => {
  const card = await cards.get(number);
  const holders = card?.state === 'active' ? card.holders : [];
  const asked = holders.filter((one) => memberId === undefined || one.memberId === memberId);
  const fitting: (CardHolder & { epoch: number })[] = [];
  for (const one of asked.length > 0 ? asked : [nobody]) {
    const stored = await patrons.pin(one.patronId);
    if ((await pinFits(pin, stored?.pinHash)) && stored) fitting.push({ ...one, epoch: epochOf(stored) });
  }
  // Two people with the same number and the same PIN: neither may sign in as the other.
  return fitting.length === 1 ? fitting[0] : undefined;
};
