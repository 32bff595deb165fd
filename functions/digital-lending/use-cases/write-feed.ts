import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { mediaTypes } from '../../../layers/protocols/opds/relations.ts';
import { keys as catalogueKeys } from '../../catalogue/public/keys.ts';
import { sourceDescription } from '../../catalogue/public/source-description.ts';
import { sourceIdOf } from '../../catalogue/public/source-id-of.ts';
import { recordAddress } from '../../discovery/public/record-address.ts';
import type { TitleName } from '../data/title-store.ts';
import type { FeedDeps } from '../deps.ts';
import { type Collection, isLending } from '../domain/collection.ts';
import { opdsPublication } from '../domain/opds-publication.ts';
import { localIdOf, type Title } from '../domain/title.ts';

/** The most titles of a page. */
const PAGE = 50;
/** The members whose records are read for the description of a title: any that shows it serves. */
const MOST_SOURCES = 3;

const feedAt = (site: string): string => `${new URL(site).origin}/v1/digital-lending/opds`;

const nameOf = ({ collectionId, titleKey }: TitleName): string => `${collectionId}_${titleKey}`;
const namedBy = (text: string): TitleName => {
  const [collectionId = '', titleKey = ''] = text.split('_');
  return { collectionId, titleKey };
};

/** Returns the titles behind one, in the order of collections and keys: one more than a page, where there are more. */
const titlesBehind = async ({ titles }: FeedDeps, collections: readonly Collection[], after: TitleName | undefined) => {
  const found: Title[] = [];
  for (const { collectionId } of collections) {
    if (after && collectionId < after.collectionId) continue;
    const behind = after?.collectionId === collectionId ? after.titleKey : undefined;
    found.push(...(await titles.page(collectionId, behind, PAGE + 1 - found.length)));
    if (found.length > PAGE) break;
  }
  return found;
};

const sourcesOf = ({ collectionId, titleKey, members }: Title): string[] =>
  members.slice(0, MOST_SOURCES).map((memberId) => sourceIdOf(memberId, localIdOf(collectionId, titleKey)));

/** Returns titles as publications, without those that no member shows to the public. */
const publicationsOf = async (
  { table }: FeedDeps,
  site: string,
  listed: readonly { title: Title; isOpen: boolean }[],
) => {
  const sources = listed.flatMap(({ title }) => sourcesOf(title));
  const rows = await table.getMany(sources.map((sourceId) => catalogueKeys.key('source', { sourceId })));
  const bySource = new Map(sources.map((sourceId, i) => [sourceId, rows[i]]));
  return listed.flatMap(({ title, isOpen }) => {
    const own = sourcesOf(title).map((sourceId) => bySource.get(sourceId));
    const [shown] = own.flatMap((row) => (row && sourceDescription(row)) ?? []);
    if (!shown) return [];
    const at = { self: `${feedAt(site)}?title=${nameOf(title)}`, page: recordAddress(site, shown.recordId), isOpen };
    return [opdsPublication(title, shown.description, at)];
  });
};

/** A feed is open when no credentials are needed to read it. */
const withOpen = (collections: readonly Collection[]) => (title: Title) => ({
  title,
  isOpen: collections.some(
    ({ collectionId, username }) => collectionId === title.collectionId && username === undefined,
  ),
});

/** Writes the publication document of one title. */
const writeTitle = async (deps: FeedDeps, site: string, collections: readonly Collection[], name: TitleName) => {
  const isLent = collections.some(({ collectionId }) => collectionId === name.collectionId);
  const found = isLent ? await deps.titles.getMany([name]) : [];
  const [publication] = await publicationsOf(deps, site, found.map(withOpen(collections)));
  return publication
    ? answer(JSON.stringify(publication), { 'content-type': mediaTypes.publication })
    : refuse('unknown-title', 'No library lends such a title.', '/query/title');
};

/** The name of the title behind which a page begins, or of the one title that is asked for. */
type Wanted = { after?: string | undefined; title?: string | undefined };

/**
 * Writes a page of the feed of all e-books that the public may see, in OPDS 2.0: those behind the title that `after` names. Or the
 * document of the one title that `title` names.
 */
export const writeFeed = async (deps: FeedDeps, { after, title }: Wanted) => {
  const [site, all] = await Promise.all([deps.site(), deps.collections.list()]);
  const collections = all.filter(isLending).toSorted((a, b) => (a.collectionId < b.collectionId ? -1 : 1));
  if (title !== undefined) return writeTitle(deps, site, collections, namedBy(title));
  const found = await titlesBehind(deps, collections, after === undefined ? undefined : namedBy(after));
  const listed = found.slice(0, PAGE);
  const [last] = found.length > PAGE ? listed.slice(-1) : [];
  const link = (rel: string, behind?: string) => ({
    ...{ rel, href: behind === undefined ? feedAt(site) : `${feedAt(site)}?after=${behind}`, type: mediaTypes.feed },
  });
  const feed = {
    metadata: { title: `E-books of ${new URL(site).hostname}`, itemsPerPage: PAGE },
    links: [link('self', after), link('start'), ...(last ? [link('next', nameOf(last))] : [])],
    publications: await publicationsOf(deps, site, listed.map(withOpen(collections))),
  };
  return answer(JSON.stringify(feed), { 'content-type': mediaTypes.feed });
};
