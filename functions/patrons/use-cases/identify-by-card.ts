import { type RefusalOf, refuse } from '../../../layers/platform/http/outcome.ts';
import type { CardStore } from '../data/card-store.ts';

type Codes = 'card-unknown' | 'card-replaced' | 'card-shared' | 'held-at';

/** Identifies a patron by a card number: its holder, or the holder at the named member; otherwise returns why not. */
export const identifyByCard = async (
  cards: CardStore,
  number: string,
  member: string | undefined,
): Promise<{ patronId: string } | { refused: RefusalOf<Codes>[] }> => {
  const card = await cards.get(number);
  if (card?.state === 'replaced') {
    const day = card.replacedAt.slice(0, 10);
    return refuse('card-replaced', `Replaced on ${day} (${card.reason}): ask for the new card.`, '/body/card');
  }
  const holders = (card?.holders ?? []).filter(({ memberId }) => member === undefined || memberId === member);
  const [first, second] = holders;
  if (!first) return refuse('card-unknown', 'There is no such card in the consortium.', '/body/card');
  if (!second) return { patronId: first.patronId };
  const choices = holders.map(({ memberId }) => ({
    code: 'held-at' as const,
    detail: memberId,
    pointer: '/body/member',
  }));
  const shared = { code: 'card-shared' as const, detail: 'Two patrons hold this number: say the home library.' };
  return { refused: [{ ...shared, pointer: '/body/member' }, ...choices] };
};
