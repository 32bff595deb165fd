import type { CardHolder } from '../domain/card.ts';
import type { CardStore } from './card-store.ts';
import type { PatronStore } from './patron-store.ts';
import { pinFits } from './scrypt-hash.ts';

/** Stands in for the holder of a number that nobody has, so that as much is read and computed as for one. */
const nobody: CardHolder = { patronId: 'nobody', memberId: 'nobody' };

/**
 * Whose card and PIN these are; nothing when there is no such card, it was replaced, it has no PIN or the PIN is wrong: the
 * caller must not tell these apart. Where two patrons share an old number, the PIN decides, or the member when named.
 */
export const whoSignsIn = async (
  { cards, patrons }: { cards: CardStore; patrons: PatronStore },
  number: string,
  pin: string,
  memberId: string | undefined,
): Promise<CardHolder | undefined> => {
  const card = await cards.get(number);
  const holders = card?.state === 'active' ? card.holders : [];
  const asked = holders.filter((one) => memberId === undefined || one.memberId === memberId);
  const fitting: CardHolder[] = [];
  for (const one of asked.length > 0 ? asked : [nobody]) {
    const kept = await patrons.pin(one.patronId);
    if (await pinFits(pin, kept?.pinHash)) fitting.push(one);
  }
  // Two people with one number and one PIN: neither is let in as the other.
  return fitting.length === 1 ? fitting[0] : undefined;
};
