import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { nameKey, shownName } from '../domain/person.ts';
import { fitsQuery, nameBeginnings, type PatronQuery } from '../domain/search-text.ts';
import { cardStore, idsByTail } from './card-store.ts';
import { indexPartition, key } from './keys.ts';
import { type StoredPerson, storedPerson } from './patron-schemas.ts';
import { idsByLikeness } from './possible-duplicate-store.ts';

/** How many patrons with the same first part are compared with the further parts when no whole name begins as typed. */
const COMPARED = 100;

type Index = 'gsi1' | 'gsi2' | 'gsi3' | 'gsi4';
type Search = { table: Table; memberId: string; query: PatronQuery; limit: number };

const idOf = (item: { pk?: unknown }): string => String(item.pk).slice('PATRON#'.length);

const begins = async ({ table, memberId }: Search, index: Index, prefix: string, limit: number) => {
  const partition = indexPartition('patronPerson', index, { memberId });
  return (await table.query({ index, partition, begins: prefix, limit })).items;
};

/** The patrons whose “family, given” begins so; with one part also those whose given name does. */
const byName = async (search: Search, beginnings: readonly string[], limit: number) => {
  const full = await Promise.all(
    beginnings.flatMap((prefix) => [begins(search, 'gsi2', prefix, limit), begins(search, 'gsi4', prefix, limit)]),
  );
  return full.flat().map((item) => storedPerson.parse(item));
};

const byIds = async ({ table }: Search, ids: readonly string[]): Promise<StoredPerson[]> => {
  const rows = await table.getMany([...new Set(ids)].map((patronId) => key('patronPerson', { patronId })));
  return rows.flatMap((row) => (row === undefined ? [] : [storedPerson.parse(row)]));
};

const byNumber = async ({ table, query }: Search): Promise<string[]> => {
  const [card, alike] = await Promise.all([
    query.card === undefined ? undefined : cardStore(table).get(query.card),
    idsByLikeness(table, query.likenesses),
  ]);
  return [...(card?.state === 'active' ? card.holders.map(({ patronId }) => patronId) : []), ...alike];
};

const candidates = async (search: Search): Promise<StoredPerson[]> => {
  const { query, limit } = search;
  const { parts, birthDates } = query;
  if (query.card !== undefined || query.likenesses.length > 0) return byIds(search, await byNumber(search));
  if (query.tail !== undefined)
    return byIds(search, await idsByTail(search.table, search.memberId, query.tail, COMPARED));
  // Few people share a birth date: with a name beside it, they are compared.
  if (birthDates.length > 0) {
    const rows = await Promise.all(birthDates.map((day) => begins(search, 'gsi1', day, COMPARED)));
    return byIds(search, rows.flat().map(idOf));
  }
  const [part = '', ...more] = parts;
  const found = await byName(search, nameBeginnings(query), limit + 1);
  if (more.length > 0 && found.length > 0) return found;
  if (more.length > 0) return byName(search, [part, more.at(-1) ?? part], COMPARED);
  const given = found.length > limit ? [] : await begins(search, 'gsi3', part, limit + 1);
  const known = new Set(found.map(({ patronId }) => patronId));
  return [
    ...found,
    ...(await byIds(
      search,
      given.map(idOf).filter((id) => !known.has(id)),
    )),
  ];
};

/** Finds a member's own patrons by a typed text, sorted by name. `more`: others fit too. */
export const searchPatrons = async (search: Search): Promise<{ rows: StoredPerson[]; more: boolean }> => {
  const { query, memberId, limit } = search;
  if (
    query.parts.length + query.likenesses.length + query.birthDates.length === 0 &&
    query.card === undefined &&
    query.tail === undefined
  )
    return { rows: [], more: false };
  const own = (await candidates(search)).filter(
    ({ memberId: home, person }) => home === memberId && fitsQuery(person, query),
  );
  const sorted = [...new Map(own.map((row) => [row.patronId, row])).values()].toSorted((a, b) =>
    nameKey(shownName(a.person)) < nameKey(shownName(b.person)) ? -1 : 1,
  );
  return { rows: sorted.slice(0, limit), more: sorted.length > limit };
};
