import * as z from 'zod';
import { absent, equals, unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { type Card, type CardHolder, type ReplacementReason, replacementReasons } from '../domain/cards/card.ts';
import { gsi2, gsi4, indexPartition, key } from './keys.ts';

const holder = z.object({ patronId: z.string(), memberId: z.string() });
const stored = z.discriminatedUnion('state', [
  z.object({ state: z.literal('active'), number: z.string(), holders: z.array(holder).min(1), v: z.number() }),
  z.object({
    state: z.literal('replaced'),
    number: z.string(),
    reason: z.enum(replacementReasons),
    replacedAt: z.string(),
    v: z.number(),
  }),
]);

/** A card number with the counter that a change is conditioned on. */
export type StoredCard = Card & { v: number };

/** Stores the consortium's card numbers: each is claimed once, so that a scan anywhere finds its patron by the number alone. */
export type CardStore = {
  get(number: string): Promise<StoredCard | undefined>;
  /**
   * Adds a second patron to a number that both members issued before they joined. False when the number does not have exactly one holder.
   */
  share(number: string, second: CardHolder): Promise<boolean>;
};

/** Returns the write that claims a number for a patron; its condition fails when anybody has or had it. */
export const claimWrite = (number: string, of: CardHolder): Write => ({
  put: {
    ...key('card', { number }),
    ...byTail(number, [of]),
    ...stamp('card', 1),
    number,
    state: 'active',
    holders: [of],
  },
  when: absent(),
});

/** How many of the last digits find a card. */
export const TAIL = 4;

/** Returns the index keys by which the last digits find a card at the members of its holders: one index for each. */
const byTail = (number: string, [first, second]: readonly CardHolder[]) => {
  const tail = number.slice(-TAIL);
  return {
    ...(first && gsi2('card', { memberId: first.memberId, tail, number })),
    ...(second && gsi4('card', { memberId: second.memberId, tail, number })),
  };
};

/** Returns the write that gives a card in use other holders, unless it changed since it was read. */
export const holdersWrite = ({ number, v }: StoredCard, holders: CardHolder[]): Write => ({
  update: key('card', { number }),
  set: { holders, ...byTail(number, holders) },
  ...(holders.length < 2 && { remove: ['gsi4pk', 'gsi4sk'] }),
  when: unchanged(v),
});

/** Returns the write that indexes a card of before by its last digits; it fails when the card changed or was replaced meanwhile. */
export const tailWrite = (number: string, of: CardHolder): Write => ({
  update: key('card', { number }),
  set: byTail(number, [of]),
  when: equals('holders', [of]),
});

/** Returns the holders of the cards in use of a member that end with these digits, of at most `limit` in each index. `isCut`: there are more. */
export const idsByTail = async (table: Table, memberId: string, tail: string, limit: number) => {
  const pages = await Promise.all(
    (['gsi2', 'gsi4'] as const).map((index) =>
      table.query({ index, partition: indexPartition('card', index, { memberId, tail }), limit }),
    ),
  );
  const cards = pages.flatMap(({ items }) => items.map(readCard));
  return {
    ids: cards.flatMap((card) => (card.state === 'active' ? card.holders.map((one) => one.patronId) : [])),
    isCut: pages.some(({ next }) => next !== undefined),
  };
};

/** Returns the write that adds a second member's patron to a number; it fails when the number changed meanwhile. */
export const shareWrite = (number: string, first: CardHolder, second: CardHolder): Write => ({
  update: key('card', { number }),
  set: { holders: [first, second], ...byTail(number, [first, second]) },
  when: equals('holders', [first]),
});

/** Decodes a stored card. */
export const readCard = (item: unknown): StoredCard => stored.parse(item);

/** Returns the write that removes a number from a patron: a shared one stays with the other holder, else it is refused permanently. */
export const releaseWrite = (
  card: StoredCard & { state: 'active' },
  patronId: string,
  reason: ReplacementReason,
  at: string,
): Write => {
  const others = card.holders.filter((one) => one.patronId !== patronId);
  const left = others.length > 0 ? { state: 'active', holders: others } : { state: 'replaced', reason, replacedAt: at };
  const { number, v } = card;
  return {
    put: { ...key('card', { number }), ...byTail(number, others), ...stamp('card', v + 1), number, ...left },
    when: unchanged(v),
  };
};

/** Returns the write that gives a replaced number back to a patron; it fails when the card changed meanwhile. */
export const restoredWrite = ({ number, v }: StoredCard, holder: CardHolder): Write => ({
  put: {
    ...{ ...key('card', { number }), ...byTail(number, [holder]), ...stamp('card', v + 1) },
    ...{ number, state: 'active', holders: [holder] },
  },
  when: unchanged(v),
});

/** Returns the store of card numbers in the table. */
export const cardStore = (table: Table): CardStore => {
  const get = async (number: string): Promise<StoredCard | undefined> => {
    const item = await table.get(key('card', { number }));
    return item && readCard(item);
  };
  return {
    get,
    share: async (number, second) => {
      const card = await get(number);
      const first = card?.state === 'active' && card.holders.length === 1 ? card.holders[0] : undefined;
      if (first === undefined || first.patronId === second.patronId) return false;
      return (await table.write([shareWrite(number, first, second)])) === undefined;
    },
  };
};
