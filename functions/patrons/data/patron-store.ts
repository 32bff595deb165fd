import { absent, and, equals, present, unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import { type CursorPage, type PageRequest, readPages } from '../../../layers/platform/dynamodb/cursor.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { keys as membershipKeys } from '../../membership/public/keys.ts';
import type { CardHolder, ReplacementReason } from '../domain/cards/card.ts';
import { nameKey, namePrefix, type Person } from '../domain/identity/person.ts';
import type { ContactConsents } from '../domain/record/contact-consents.ts';
import type { PatronStatus } from '../domain/record/patron-status.ts';
import { claimWrite, releaseWrite, type StoredCard } from './card-store.ts';
import { gsi1, gsi2, gsi3, gsi4, indexPartition, key, sortPrefix } from './keys.ts';
import { loadPatronStatus } from './load-patron-status.ts';
import {
  cardsOf,
  epochOf,
  readPatronStatus,
  type StoredPerson,
  type StoredPin,
  storedPerson,
  storedPin,
} from './patron-schemas.ts';
import { duplicateKeyWrites, findPossibleDuplicates, notePairs, pairItems } from './possible-duplicate-store.ts';

/** A patron to register: status and person under one random id, a card number and, when given, the hash of a PIN. */
export type NewPatron = {
  status: Omit<PatronStatus, 'v' | 'counters' | 'blocks'> & Partial<Pick<PatronStatus, 'blocks'>>;
  person: Person;
  contactConsents?: ContactConsents | undefined;
  card: string;
  pinHash?: string;
  /** Further writes of the same transaction. */
  beside?: Write[];
  /** Epoch ms and the same as ISO. */
  now: number;
  at: string;
};

/** The result of a registration. */
export type Registered = 'registered' | 'registered-already' | 'card-taken' | 'branch-unknown' | 'guarantor-unknown';

export type Patron = { status: PatronStatus; person: StoredPerson };

/** Stores the patrons. Personal data is in PERSON only; all other contexts know a patron by a random id. */
export type PatronStore = {
  /** Registers in one transaction. Returns what prevented it: the card number, the branch, the guarantor; or that the id exists. */
  register(patron: NewPatron): Promise<Registered>;
  /** Returns a patron by id, or by that of one merged into it: then with the current id. */
  get(patronId: string, options?: { strong?: boolean }): Promise<Patron | undefined>;
  status(patronId: string, options?: { strong?: boolean }): Promise<PatronStatus | undefined>;
  /** Returns the patrons for whom a patron is guarantor, according to the rows; the dependant's record decides whether that is still so. */
  dependants(patronId: string): Promise<string[]>;
  pin(patronId: string): Promise<StoredPin | undefined>;
  setPin(patronId: string, pinHash: string, now: number, beside?: readonly Write[]): Promise<void>;
  /**
   * Lists a member's own patrons whose used or legal name has this prefix: first by used name, then by legal name, which lists a
   * patron again when both begin so and a page ends between.
   */
  byName(memberId: string, begins: string, pageRequest: PageRequest): Promise<CursorPage<StoredPerson> | 'bad-cursor'>;
  /**
   * Replaces a patron's card and ends all sessions; the old number is refused from then on with the reason. Loans stay, as they refer to
   * the patron's id. 'same-card': the number is one of the patron's own, as when a desk scans the old card by mistake.
   */
  replaceCard(
    patron: Patron,
    old: StoredCard & { state: 'active' },
    number: string,
    reason: ReplacementReason,
    at: string,
    beside?: readonly Write[],
  ): Promise<'replaced' | 'same-card' | 'card-taken' | 'changed-meanwhile'>;
};

const holderOf = ({ patronId, homeMember }: NewPatron['status']): CardHolder => ({ patronId, memberId: homeMember });

const givenKeyOf = ({ name, usedName }: Person): string => namePrefix((usedName ?? name).given ?? '');

/** Returns the stored item of a person: among the patrons of the home library by legal, used and given name, and by birth date. */
export const personItem = (patron: StoredPerson) => ({
  ...key('patronPerson', patron),
  ...(patron.person.birthDate && gsi1('patronPerson', { ...patron, birthDate: patron.person.birthDate })),
  ...(givenKeyOf(patron.person) && gsi3('patronPerson', { ...patron, givenKey: givenKeyOf(patron.person) })),
  ...gsi2('patronPerson', { ...patron, nameKey: nameKey(patron.person.name) }),
  ...(patron.person.usedName && gsi4('patronPerson', { ...patron, usedNameKey: nameKey(patron.person.usedName) })),
  ...stamp('patronPerson', patron.v),
  ...patron,
});

/**
 * Returns the writes that register a patron, with their conditions: the card first (claimed, unless another write is given), then the
 * branch.
 */
export const registration = (
  { status, person, contactConsents, card: number, pinHash, beside = [], now, at }: NewPatron,
  claim: Write = claimWrite(number, holderOf(status)),
): Write[] => {
  const { patronId, homeMember: memberId, homeBranch: branchId, guarantorId } = status;
  const counters = { loans: 0, holds: 0, owed: 0, perGroup: {} };
  const all: Write[] = [
    claim,
    { check: membershipKeys.key('branch', { memberId, branchId }), when: present() },
    {
      put: { ...key('patronStatus', { patronId }), ...stamp('patronStatus', 1), blocks: [], ...status, counters },
      when: absent(),
    },
    {
      put: personItem({
        ...{ patronId, memberId, person, card: number, registeredAt: at, v: 1 },
        ...(contactConsents && Object.keys(contactConsents).length > 0 && { contactConsents }),
      }),
      when: absent(),
    },
  ];
  if (pinHash !== undefined) all.push(pinWrite(patronId, pinHash, now));
  if (guarantorId !== undefined) {
    all.push({ check: key('patronStatus', { patronId: guarantorId }), when: present() });
    all.push(dependantWrite(guarantorId, patronId));
  }
  // Last, as these have no condition, and a failed condition is identified by its position.
  return [...all, ...duplicateKeyWrites(patronId, undefined, person), ...beside];
};

/** Returns the write by which a guarantor finds a dependant. */
export const dependantWrite = (guarantorId: string, dependantId: string): Write => ({
  put: {
    ...key('patronDependant', { patronId: guarantorId, dependantId }),
    ...stamp('patronDependant', 1),
    dependantId,
  },
});

/** Returns the write of a PIN's hash, with when it was set (epoch ms): earlier sessions end. */
export const pinWrite = (patronId: string, pinHash: string, setAt: number): Write => ({
  put: { ...key('patronPin', { patronId }), ...stamp('patronPin', 1), pinHash, setAt },
});

/** A new PIN starts the version again: the time when it was set tells it from the one that was read. */
const isUnchangedPin = ({ v, setAt }: StoredPin) => and(unchanged(v), equals('setAt', setAt));

/** Returns the write that ends all sessions of a PIN as read, at `now` (epoch ms); it fails when the PIN or its sessions changed. */
const endSessionsWrite = (patronId: string, pin: StoredPin, now: number): Write => ({
  update: key('patronPin', { patronId }),
  set: { epoch: Math.max(now, epochOf(pin) + 1) },
  when: isUnchangedPin(pin),
});

const readPin = async (table: Table, patronId: string): Promise<StoredPin | undefined> => {
  const item = await table.get(key('patronPin', { patronId }), { strong: true });
  return item && storedPin.parse(item);
};

/** Returns the store of patrons in the table. */
export const patronStore = (table: Table): PatronStore => ({
  register: async (patron) => {
    const { status, person, at } = patron;
    const owner = { patronId: status.patronId, memberId: status.homeMember };
    const pairs = (await findPossibleDuplicates(table, owner.patronId, person)).flatMap(({ other }) =>
      pairItems(owner, other, at),
    );
    const conflict = await table.write([...registration(patron), ...pairs.map((put) => ({ put }))]);
    const failed = conflict?.conflict[0]?.index;
    if (failed === undefined) {
      // The first checks of two concurrent registrations find nothing: of the checks after their writes, the later one finds both.
      await notePairs(table, owner, await findPossibleDuplicates(table, owner.patronId, person), at);
      return 'registered';
    }
    if (failed === 2 || failed === 3) return 'registered-already';
    return failed === 0 ? 'card-taken' : failed === 1 ? 'branch-unknown' : 'guarantor-unknown';
  },
  get: async (patronId, options) => {
    const read = async (id: string): Promise<Patron | undefined> => {
      const keys = [key('patronStatus', { patronId: id }), key('patronPerson', { patronId: id })];
      const [status, person] = await table.getMany(keys, options);
      return status && person ? { status: readPatronStatus(status), person: storedPerson.parse(person) } : undefined;
    };
    const found = await read(patronId);
    if (found) return found;
    const now = (await loadPatronStatus(table, patronId, options))?.patronId;
    return now === undefined || now === patronId ? undefined : read(now);
  },
  status: (patronId, options) => loadPatronStatus(table, patronId, options),
  dependants: async (patronId) => {
    const { pk: partition } = key('patronStatus', { patronId });
    return (await table.queryAll({ partition, begins: sortPrefix('patronDependant') })).map(({ dependantId }) =>
      String(dependantId),
    );
  },
  pin: (patronId) => readPin(table, patronId),
  setPin: async (patronId, pinHash, now, beside = []) => {
    const there = { check: key('patronStatus', { patronId }), when: present() };
    await table.write([pinWrite(patronId, pinHash, now), there, ...beside]);
  },
  byName: async (memberId, begins, pageRequest) => {
    const prefix = namePrefix(begins);
    const by = (index: 'gsi2' | 'gsi4') => ({
      ...{ index, partition: indexPartition('patronPerson', index, { memberId }) },
      ...(prefix !== '' && { begins: prefix }),
    });
    const queries = prefix === '' ? [by('gsi2')] : [by('gsi4'), by('gsi2')];
    const page = await readPages(table, queries, pageRequest, (item) => storedPerson.parse(item));
    if (page === 'bad-cursor') return page;
    return { ...page, rows: [...new Map(page.rows.map((row) => [row.patronId, row])).values()] };
  },
  replaceCard: async ({ person }, old, number, reason, at, beside = []) => {
    const { patronId, memberId, v } = person;
    if (cardsOf(person).includes(number)) return 'same-card';
    const pin = await readPin(table, patronId);
    const conflict = await table.write([
      claimWrite(number, { patronId, memberId }),
      releaseWrite(old, patronId, reason, at),
      { put: personItem({ ...person, card: number, v: v + 1 }), when: unchanged(v) },
      ...(pin ? [endSessionsWrite(patronId, pin, Date.parse(at))] : []),
      ...beside,
    ]);
    if (!conflict) return 'replaced';
    return conflict.conflict.some(({ index }) => index === 0) ? 'card-taken' : 'changed-meanwhile';
  },
});
