import * as z from 'zod';
import { absent, and, equals, lacks, present, unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { type AuditLine, auditWrite } from '../../../layers/records/audit/data/audit.ts';
import type { ErasureReason } from '../domain/access/erasure.ts';
import { holdersWrite, type StoredCard } from './card-store.ts';
import { gsi2, indexPartition, key } from './keys.ts';
import type { Patron } from './patron-store.ts';
import { duplicateKeyWrites } from './possible-duplicate-store.ts';
import { endedTemporaryWrites } from './temporary-patron-store.ts';

const stored = z.object({
  patronId: z.string(),
  memberId: z.string(),
  state: z.enum(['deferred', 'erasing']),
  askedAt: z.string(),
  by: z.string(),
  guarantorId: z.string().exactOptional(),
  /** Ids of patrons who were merged into this one: rows with these ids belong to this patron. */
  formerIds: z.array(z.string()).exactOptional(),
  /** The pseudonyms of the cards under which failed attempts are stored. */
  attemptsOf: z.array(z.string()).exactOptional(),
});

/** An erasure that is not complete: deferred while something is open, or begun. Its row is deleted last. */
export type Erasure = z.infer<typeof stored>;

/** Stores the erasures that are not complete. */
export type ErasureStore = {
  get(patronId: string): Promise<Erasure | undefined>;
  pending(): Promise<Erasure[]>;
  /** Returns those of these patrons' erasures that have begun. */
  begun(patronIds: readonly string[]): Promise<Erasure[]>;
  /** Stores a request that cannot begin yet, and marks the patron, to whom nothing more is lent from then on. */
  defer(erasure: Omit<Erasure, 'state'>): Promise<void>;
  /**
   * Deletes the patron's status, person, PIN and cards in one write, provided that nothing is open and nothing changed since
   * it was read. From then on nothing can be written for the patron. False when something changed.
   */
  begin(
    patron: Patron,
    cards: readonly StoredCard[],
    erasure: Omit<Erasure, 'state'>,
    audit: AuditLine,
  ): Promise<boolean>;
  /** Deletes the row of an erasure that is complete or dropped. False when it is not as it was read: another run deleted it. */
  finish(erasure: Pick<Erasure, 'patronId' | 'state'>, audit: AuditLine): Promise<boolean>;
};

const row = (erasure: Erasure) => ({
  ...key('erasure', erasure),
  ...gsi2('erasure', erasure),
  ...stamp('erasure', 1),
  ...erasure,
});

const nothingOpen = (v: number) =>
  and(
    unchanged(v),
    // During a merge into this patron not everything has moved yet.
    lacks('merging'),
    equals('counters.loans', 0),
    equals('counters.holds', 0),
    equals('counters.owed', 0),
  );

const cardWrites = (card: StoredCard, patronId: string): Write[] => {
  if (card.state !== 'active') return [];
  const { number, v } = card;
  const holders = card.holders.filter((one) => one.patronId !== patronId);
  if (holders.length === card.holders.length) return [];
  return [holders.length === 0 ? { delete: key('card', { number }), when: unchanged(v) } : holdersWrite(card, holders)];
};

/** Returns the store of erasures in the table. */
export const erasureStore = (table: Table): ErasureStore => ({
  get: async (patronId) => {
    const item = await table.get(key('erasure', { patronId }), { strong: true });
    return item && stored.parse(item);
  },
  pending: async () => {
    const partition = indexPartition('erasure', 'gsi2', {});
    return (await table.queryAll({ index: 'gsi2', partition })).map((item) => stored.parse(item));
  },
  begun: async (patronIds) => {
    const rows = await table.getMany(
      patronIds.map((patronId) => key('erasure', { patronId })),
      { strong: true },
    );
    return rows.flatMap((item) => (item ? stored.parse(item) : [])).filter(({ state }) => state === 'erasing');
  },
  defer: async (erasure) => {
    const put = row({ ...erasure, state: 'deferred' });
    const mark: Write = { update: key('patronStatus', erasure), set: { erasureAsked: true }, when: present() };
    const conflict = await table.write([{ put, when: absent() }, mark]);
    // A request that was stored before may lack the mark.
    if (conflict?.conflict.some(({ index }) => index === 0)) await table.write([mark]);
  },
  begin: async ({ status, person }, cards, erasure, audit) => {
    const { patronId } = status;
    const conflict = await table.write([
      { delete: key('patronStatus', { patronId }), when: nothingOpen(status.v) },
      { delete: key('patronPerson', { patronId }), when: unchanged(person.v) },
      { delete: key('patronPin', { patronId }) },
      ...endedTemporaryWrites(status),
      { put: row({ ...erasure, state: 'erasing' }) },
      auditWrite(audit),
      ...cards.flatMap((card) => cardWrites(card, patronId)),
      ...duplicateKeyWrites(patronId, person.person, undefined),
    ]);
    return conflict === undefined;
  },
  finish: async ({ patronId, state }, audit) => {
    const gone = { delete: key('erasure', { patronId }), when: equals('state', state) };
    return (await table.write([gone, auditWrite(audit)])) === undefined;
  },
});

/** The state of an erasure after a request for it. */
export type ErasureState = { state: 'erasing' } | { state: 'deferred'; reasons: ErasureReason[] };
