import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { answer } from '../../../layers/platform/http/outcome.ts';
import { editionsOf } from '../../catalogue/public/editions.ts';
import { findRecord } from '../../catalogue/public/find-record.ts';
import type { TitleDeps } from '../deps.ts';
import { isLending, lendsTo } from '../domain/collection.ts';
import { titleOfLocalId } from '../domain/title.ts';
import type { DigitalTitleView } from '../schemas.ts';
import type { LiveAvailability } from './live-availability.ts';

const localIdOf = (sourceId: string): string => sourceId.slice(sourceId.indexOf(':') + 1);

/** Returns the titles of vendors in each record, by the numbers of its members' records: they follow every merge of records. */
const titlesOf = async (table: Table, recordIds: readonly string[]) => {
  const found = await Promise.all(recordIds.map((recordId) => findRecord(table, recordId)));
  return recordIds.map((recordId, i) => {
    const names = (found[i]?.now.sources ?? []).flatMap((sourceId) => titleOfLocalId(localIdOf(sourceId)) ?? []);
    return {
      recordId,
      names: [...new Map(names.map((name) => [`${name.collectionId} ${name.titleKey}`, name])).values()],
    };
  });
};

type Deps = Pick<TitleDeps, 'table' | 'collections' | 'titles'>;

/** Returns the e-books and audiobooks among the editions of a record's work; none where no collection lends, so that nothing is read. */
const eBookEditions = async ({ table, collections }: Deps, recordId: string): Promise<string[]> => {
  if ((await collections.list()).every((one) => !isLending(one))) return [];
  const found = await findRecord(table, recordId);
  if (!found) return [];
  const union = { ...found.now, recordIds: [found.now.recordId] };
  return editionsOf(table, union, ['ebook', 'spoken-recording']);
};

/** The records asked for, and whether also the e-books that are other editions of the first one's work. */
type Wanted = { recordIds: readonly string[]; editions: boolean };

/**
 * Returns the e-books of some records and how they can be had: as the vendor says now, or as of the last harvest when it does not answer in
 * two seconds. A title that several members share is listed once.
 */
export const listAvailability = async (
  deps: Deps & { live: LiveAvailability },
  { recordIds, editions }: Wanted,
  now: number,
) => {
  const [first = ''] = recordIds;
  const others = editions ? await eBookEditions(deps, first) : [];
  const of = await titlesOf(deps.table, [...new Set([...recordIds, ...others])]);
  const names = of.flatMap((one) => one.names);
  if (names.length === 0) return answer({ records: [] });
  const [collections, titles] = await Promise.all([deps.collections.list(), deps.titles.getMany(names)]);
  const views = await Promise.all(
    titles.map(async (title): Promise<DigitalTitleView | undefined> => {
      const collection = collections.find(({ collectionId }) => collectionId === title.collectionId);
      if (!collection || !isLending(collection)) return undefined;
      const live = await deps.live({ title, address: collection }, now);
      const { collectionId, titleKey, medium } = title;
      const members = collection.members.filter((memberId) => lendsTo(collection, memberId));
      const stated = { ...(live ?? title.availability), isLive: live !== undefined };
      return { collectionId, titleKey, collection: collection.name, medium, ...stated, members };
    }),
  );
  const records = of.map(({ recordId, names: own }) => {
    const isOwn = (view: DigitalTitleView): boolean =>
      own.some(({ collectionId, titleKey }) => view.collectionId === collectionId && view.titleKey === titleKey);
    return { recordId, titles: views.filter((view) => view !== undefined).filter(isOwn) };
  });
  return answer({ records: records.filter((one) => one.titles.length > 0) });
};
