import { addressLines } from '../../../layers/kernel/text/address-lines.ts';
import { plainValue } from '../../../layers/kernel/text/plain-value.ts';
import type { Patron } from '../../patrons/public/patron-store.ts';
import { fullName } from '../../patrons/public/person.ts';
import type { LetterBatch, letterStore } from '../data/letter-store.ts';
import type { Notice } from '../data/notice-store.ts';
import type { Letter } from '../domain/letter.ts';
import type { NoticesHouse } from './house.ts';
import { dateFor, trueOnes, wordsFor } from './telling.ts';

/** Letters in one batch: what is written within the time of one request. */
const MOST_LETTERS = 50;
/** Notices in one letter: what one write takes. */
const MOST_NOTICES = 40;
const MOST_READ = 500;

type Letters = ReturnType<typeof letterStore>;

/** What waits at a member by patron, the oldest first, for one batch; and whether more waits than that. */
export const readPile = async (
  letters: Letters,
  memberId: string,
): Promise<{ piles: Map<string, Notice[]>; left: boolean }> => {
  const page = await letters.pile(memberId, { limit: MOST_READ });
  const piles = new Map<string, Notice[]>();
  let left = page !== 'bad-cursor' && page.next !== undefined;
  for (const { patronId, notice } of page === 'bad-cursor' ? [] : page.rows) {
    const pile = piles.get(patronId) ?? [];
    if ((pile.length === 0 && piles.size === MOST_LETTERS) || pile.length === MOST_NOTICES) left = true;
    else piles.set(patronId, [...pile, notice]);
  }
  return { piles, left };
};

const letterTo = async (
  house: NoticesHouse,
  patron: Patron,
  looked: Awaited<ReturnType<typeof trueOnes>>,
  now: number,
): Promise<Letter> => {
  const { status, person } = patron;
  const [words, member, home, date] = await Promise.all([
    wordsFor(house, patron, looked, 'letter', now),
    house.memberName(status.homeMember, now),
    house.branches.known(status.homeBranch, now),
    dateFor(house, patron, now),
  ]);
  const to = addressLines(fullName(person.person.name), person.person.address ?? '').map(plainValue);
  const from = [member ?? status.homeMember, home?.address].filter((part) => part !== undefined);
  return { to, from: plainValue(from.join(' · ')), date, ...words };
};

/** Writes a letter for each patron of the piles into a batch. Who is gone, or moved without an address, gets none. */
export const fillBatch = async (
  house: NoticesHouse,
  letters: Letters,
  batch: Pick<LetterBatch, 'batchId' | 'memberId' | 'madeAt'>,
  piles: ReadonlyMap<string, Notice[]>,
  now: number,
): Promise<void> => {
  let place = 0;
  for (const [patronId, pile] of piles) {
    const patron = await house.patrons.get(patronId);
    if (!patron || patron.person.person.address === undefined) continue;
    const looked = await trueOnes(house, patron, pile, now);
    if (looked.length === 0) continue;
    const notices = looked.map(({ notice }) => notice);
    if (await letters.put(batch, patronId, await letterTo(house, patron, looked, now), place, notices)) place += 1;
  }
};
