import type { Page, Table } from '../../../layers/platform/dynamodb/table.ts';
import { nameKey, shownName } from '../domain/identity/person.ts';
import { fitsQuery, nameBeginnings, type PatronQuery } from '../domain/identity/search-text.ts';
import { cardStore, idsByTail } from './card-store.ts';
import { indexPartition, key } from './keys.ts';
import { type StoredPerson, storedPerson } from './patron-schemas.ts';
import { idsByLikeness } from './possible-duplicate-store.ts';

/** How many patrons with the same first part are compared with the further parts when no whole name begins as typed. */
const COMPARED = 100;

type Index = 'gsi1' | 'gsi2' | 'gsi3' | 'gsi4';
type Search = { table: Table; memberId: string; query: PatronQuery; limit: number };

const idOf = (item: { pk?: unknown }): string => String(item.pk).slice('PATRON#'.length);

/** The rows read for a search; `isCut`: others were not read. */
type Read = { people: StoredPerson[]; isCut: boolean };

const begins = ({ table, memberId }: Search, index: Index, prefix: string, limit: number) =>
  table.query({ index, partition: indexPartition('patronPerson', index, { memberId }), begins: prefix, limit });

const isCut = (pages: readonly Page[]): boolean => pages.some(({ next }) => next !== undefined);

/** The patrons whose “family, given” begins so; with one part also those whose given name does. */
const byName = async (search: Search, beginnings: readonly string[], limit: number): Promise<Read> => {
  const full = await Promise.all(
    beginnings.flatMap((prefix) => [begins(search, 'gsi2', prefix, limit), begins(search, 'gsi4', prefix, limit)]),
  );
  return { people: full.flatMap(({ items }) => items.map((item) => storedPerson.parse(item))), isCut: isCut(full) };
};

const byIds = async ({ table }: Search, found: { ids: readonly string[]; isCut: boolean }): Promise<Read> => {
  const rows = await table.getMany([...new Set(found.ids)].map((patronId) => key('patronPerson', { patronId })));
  return { people: rows.flatMap((row) => (row === undefined ? [] : [storedPerson.parse(row)])), isCut: found.isCut };
};

const byNumber = async ({ table, query }: Search) => {
  const [card, alike] = await Promise.all([
    query.card === undefined ? undefined : cardStore(table).get(query.card),
    idsByLikeness(table, query.likenesses),
  ]);
  const holders = card?.state === 'active' ? card.holders.map(({ patronId }) => patronId) : [];
  return { ids: [...holders, ...alike.ids], isCut: alike.isCut };
};

const byPartsOfName = async (search: Search): Promise<Read> => {
  const { query, limit } = search;
  const [part = '', ...more] = query.parts;
  const found = await byName(search, nameBeginnings(query), limit + 1);
  if (more.length > 0 && found.people.length > 0) return found;
  if (more.length > 0) return byName(search, [part, more.at(-1) ?? part], COMPARED);
  if (found.people.length > limit) return found;
  const given = await begins(search, 'gsi3', part, limit + 1);
  const known = new Set(found.people.map(({ patronId }) => patronId));
  const ids = given.items.map(idOf).filter((id) => !known.has(id));
  const others = await byIds(search, { ids, isCut: isCut([given]) });
  return { people: [...found.people, ...others.people], isCut: found.isCut || others.isCut };
};

const candidates = async (search: Search): Promise<Read> => {
  const { table, memberId, query } = search;
  if (query.card !== undefined || query.likenesses.length > 0) return byIds(search, await byNumber(search));
  if (query.tail !== undefined) return byIds(search, await idsByTail(table, memberId, query.tail, COMPARED));
  if (query.birthDates.length === 0) return byPartsOfName(search);
  // Few people share a birth date: with a name beside it, they are compared.
  const pages = await Promise.all(query.birthDates.map((day) => begins(search, 'gsi1', day, COMPARED)));
  return byIds(search, { ids: pages.flatMap(({ items }) => items.map(idOf)), isCut: isCut(pages) });
};

/** Finds a member's own patrons by a typed text, sorted by name. `more`: others fit too, or were not compared. */
export const searchPatrons = async (search: Search): Promise<{ rows: StoredPerson[]; more: boolean }> => {
  const { query, memberId, limit } = search;
  if (
    query.parts.length + query.likenesses.length + query.birthDates.length === 0 &&
    query.card === undefined &&
    query.tail === undefined
  )
    return { rows: [], more: false };
  const read = await candidates(search);
  const own = read.people.filter(({ memberId: home, person }) => home === memberId && fitsQuery(person, query));
  const sorted = [...new Map(own.map((row) => [row.patronId, row])).values()].toSorted((a, b) =>
    nameKey(shownName(a.person)) < nameKey(shownName(b.person)) ? -1 : 1,
  );
  return { rows: sorted.slice(0, limit), more: read.isCut || sorted.length > limit };
};
