import { normaliseScan } from '../../../layers/kernel/identity/card-number.ts';
import type { Keep } from '../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { PatronsStores } from '../data/patrons-stores.ts';
import { isHome } from '../domain/access/is-home.ts';
import type { ReplacementReason } from '../domain/cards/card.ts';
import { replacementRefusals } from '../schemas.ts';

type Input = {
  patronId: string;
  branchId: string;
  card: string;
  reason: ReplacementReason;
  now: number;
  keep: Keep<{ patronId: string }>;
};

/** Replaces the card of a patron of the home library; the old number is refused with the reason. */
export const replaceCard = async (
  { patrons, cards }: Pick<PatronsStores, 'patrons' | 'cards'>,
  { patronId, branchId, card, reason, now, keep }: Input,
) => {
  const patron = await patrons.get(patronId, { strong: true });
  if (!patron) return refuse('patron-unknown', 'There is no such patron.', '/path/patronId');
  if (!isHome(patron.status, branchId)) return refuse('not-home', 'Only the home library replaces a card.');
  const old = await cards.get(patron.person.card);
  if (old?.state !== 'active') return refuse('changed-meanwhile', 'Look the patron up again.');
  const number = normaliseScan(card);
  const outcome = await patrons.replaceCard(patron, old, number, reason, iso(now), keep({ patronId }));
  if (outcome === 'replaced') return answer({ patronId });
  const pointer = outcome === 'changed-meanwhile' ? undefined : '/body/card';
  return refuse(outcome, replacementRefusals[outcome].meaning, pointer);
};
