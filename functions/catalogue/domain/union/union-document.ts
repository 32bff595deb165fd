import { fold, wordsOf } from '../../../../layers/kernel/text/fold-for-comparison.ts';
import { audienceOf } from '../../../../layers/protocols/marc/audience.ts';
import { type FoundBy, foundBy } from '../../../../layers/protocols/marc/found-by.ts';
import { arrivedOf } from '../index/arrived.ts';
import type { IndexDocument, IndexedCopy } from '../index/index-document.ts';
import { sharedPart } from '../visibility/local-fields.ts';
import { type Audience, restrictedName, visibleTo } from '../visibility/visibility.ts';
import { aloneKey, type WorkDecision, workDecisionInForce } from '../work-decision.ts';
import { type DescribedSource, unionDescription } from './union-description.ts';

/** A copy as the index uses it. */
export type CopyInUnion = {
  itemId: string;
  barcode: string;
  branchId: string;
  callNumber: string;
  location?: string;
  copyNumber?: string;
  volume?: string;
  isAvailable: boolean;
  hiddenFrom: readonly Audience[];
};

/** A source record with its member, its visibility and its copies. */
export type SourceInUnion = DescribedSource & {
  memberId: string;
  localId: string;
  hiddenFrom: readonly Audience[];
  hiddenHoldings: Readonly<Record<string, readonly Audience[]>>;
  copies: readonly CopyInUnion[];
  /** The decision of its staff on its work. */
  workDecision?: WorkDecision;
};

/** Text beyond this is truncated: contents notes of sets can be very long. */
const LONGEST_LIST = 20_000;
const MOST_IDS = 5_000;
const MOST_CALL_NUMBERS = 500;

const cut = (texts: readonly string[]): string[] => {
  let space = LONGEST_LIST;
  return texts.flatMap((text) => {
    const shortened = text.slice(0, space);
    space -= shortened.length;
    return shortened === '' ? [] : [shortened];
  });
};

type UnionText = NonNullable<ReturnType<typeof unionDescription>>;

const distinct = (texts: readonly string[]): string[] => [...new Set(texts.filter((text) => text !== ''))];

/** Returns the texts with a word that none before them has, so that forty members' contents notes are not stored forty times. */
const withNewWords = (texts: readonly string[], previous: readonly string[]): string[] => {
  if (texts.length === 0) return [];
  const wordsIn = (text: string): string[] => wordsOf(fold(text));
  const known = new Set(previous.flatMap(wordsIn));
  return texts.filter((text) => {
    const fresh = wordsIn(text).filter((word) => !known.has(word));
    for (const word of fresh) known.add(word);
    return fresh.length > 0;
  });
};

/** Returns each member's call numbers, each once. */
const shelfOf = (
  sources: readonly (SourceInUnion & { shown: CopyInUnion[] })[],
): NonNullable<IndexDocument['shelf']> => {
  const numbers = sources.flatMap(({ memberId: member, shown }) =>
    shown.filter(({ callNumber }) => callNumber !== '').map(({ callNumber }) => ({ member, callNumber })),
  );
  const byName = new Map(numbers.map((one) => [`${one.member} ${one.callNumber}`, one]));
  return [...byName]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, one]) => one)
    .slice(0, MOST_IDS);
};

const tokenOf = (member: string, hiddenFrom: readonly Audience[]): string => visibleTo(member, hiddenFrom)[0] ?? '';

const kinds = [/^public$/, /^staff$/, /^member:/, /^staff:/];
/** Sorts all viewers first, then all staff, then one member's users, then its staff; members by id. */
const byWidth = (one: { token: string }, other: { token: string }): number => {
  const [a, b] = [one, other].map(({ token }) => `${kinds.findIndex((kind) => kind.test(token))} ${token}`);
  return (a ?? '') < (b ?? '') ? -1 : 1;
};

/**
 * Returns the widest audience of any source, and the sources that it may see: the document contains no word of others, as a search reveals
 * the terms that match. Two audiences of which neither contains the other do not share one (ADR 72).
 */
export const forWidest = <S extends Pick<SourceInUnion, 'memberId' | 'hiddenFrom'>>(
  sources: readonly S[],
): { seen: S[]; audience: string } => {
  const inUnion = sources
    .filter(({ hiddenFrom }) => !hiddenFrom.includes('union'))
    .map((source) => ({ source, token: tokenOf(source.memberId, source.hiddenFrom) }));
  const audience = inUnion.toSorted(byWidth)[0]?.token ?? '';
  return { seen: inUnion.filter(({ token }) => token === audience).map(({ source }) => source), audience };
};

/** Returns the audiences a copy is hidden from: on its own, with its holding or with its record. */
const hiddenAudiences = (
  { hiddenFrom, hiddenHoldings }: SourceInUnion,
  copy: Pick<CopyInUnion, 'branchId' | 'hiddenFrom'>,
): Audience[] => [...new Set([...hiddenFrom, ...(hiddenHoldings[copy.branchId] ?? []), ...copy.hiddenFrom])];

/** Returns all copies in the union, each with the audiences it is hidden from: readers of the document filter by viewer. */
const indexedCopies = (sources: readonly SourceInUnion[]): IndexedCopy[] =>
  sources.flatMap((source) =>
    source.copies.flatMap((copy) => {
      const hidden = hiddenAudiences(source, copy);
      if (hidden.includes('union')) return [];
      return [{ itemId: copy.itemId, member: source.memberId, ...(hidden.length > 0 ? { hiddenFrom: hidden } : {}) }];
    }),
  );

const shownCopies = (source: SourceInUnion, audience: string): CopyInUnion[] =>
  source.copies.filter((copy) => {
    const token = tokenOf(source.memberId, hiddenAudiences(source, copy));
    return token === 'public' || token === audience;
  });

/** Returns what members hold and hide from some readers of the document, each under the token of those who may know. */
const restrictedOf = (sources: readonly SourceInUnion[], audience: string): Pick<IndexDocument, 'restricted'> => {
  const having = sources.flatMap((source) => {
    const { memberId, hiddenFrom, copies } = source;
    const all = [...copies.map((copy) => ({ from: hiddenAudiences(source, copy), isAvailable: copy.isAvailable }))];
    if (all.length === 0) all.push({ from: [...hiddenFrom], isAvailable: false });
    return all
      .filter(({ from }) => !from.includes('union'))
      .map(({ from, isAvailable }) => ({ memberId, token: tokenOf(memberId, from), isAvailable }));
  });
  const hidden = having.filter(({ token }) => token !== 'public' && token !== audience);
  if (hidden.length === 0) return {};
  const named = (some: typeof hidden) =>
    distinct(some.map(({ token, memberId }) => restrictedName(token, memberId))).sort();
  return { restricted: { heldBy: named(hidden), availableAt: named(hidden.filter(({ isAvailable }) => isAvailable)) } };
};

/** Returns the further search terms of the record: from any of the sources, and the call numbers of the copies. */
const foundByAny = (sources: readonly SourceInUnion[], copies: readonly CopyInUnion[]): FoundBy => {
  const each = sources.map(({ record }) => foundBy(sharedPart(record)));
  const all = (pick: (one: FoundBy) => string[]): string[] => cut(distinct(each.flatMap(pick)));
  return {
    titles: all(({ titles }) => titles),
    related: all(({ related }) => related),
    series: all(({ series }) => series),
    callNumbers: distinct([
      ...all(({ callNumbers }) => callNumbers),
      ...copies.map(({ callNumber }) => callNumber.trim()),
    ]).slice(0, MOST_CALL_NUMBERS),
    numbers: all(({ numbers }) => numbers),
  };
};

/** Returns whether a record is for children: one of its sources says so, and none says that it is for adults. */
const isForChildren = (sources: readonly SourceInUnion[]): boolean => {
  const stated = sources.map(({ record }) => audienceOf(record));
  return stated.includes('children') && !stated.includes('adults');
};

/** Returns the text of other sources whose words the document does not have yet. */
const additionalTextIn = (one: UnionText): Pick<IndexDocument, 'additionalText'> => {
  const { titles, mainName, addedNames, subjects, contents, summaries, additionalText } = one;
  const names = [...(mainName ? [mainName] : []), ...addedNames].map(({ name }) => name);
  const shown = [titles.title, ...titles.variants, titles.responsibility, ...names, ...subjects];
  const texts = cut(withNewWords(additionalText, [...shown, ...contents, ...summaries]));
  return texts.length > 0 ? { additionalText: texts } : {};
};

/**
 * Returns the index document of a union record. Takes its id and its sources with their copies; undefined when nobody may see anything: the
 * index then stores a tombstone. The order of the sources does not matter.
 */
export const unionDocument = (recordId: string, all: readonly SourceInUnion[]): IndexDocument | undefined => {
  const sources = all.toSorted((one, other) => (one.sourceId < other.sourceId ? -1 : 1));
  const { seen, audience } = forWidest(sources);
  const one = unionDescription(seen);
  if (!one) return undefined;
  const ruling = workDecisionInForce(seen);
  const held = seen.map((source) => ({ ...source, shown: shownCopies(source, audience) }));
  const available = held.filter(({ shown }) => shown.some(({ isAvailable }) => isAvailable));
  const shown = held.flatMap((source) => source.shown);
  const arrived = arrivedOf(
    shown.map(({ itemId }) => itemId),
    recordId,
    one.publication.year,
  );
  const members = (of: readonly { memberId: string }[]): string[] =>
    distinct(of.map(({ memberId }) => memberId)).sort();
  return {
    recordId,
    title: one.titles.title,
    titleWithoutArticle: one.titles.withoutArticle,
    titleProper: one.titles.proper,
    titleVariants: cut(distinct([...one.titles.variants, ...one.titles.originalScript])),
    ...(one.mainName ? { author: one.mainName.name } : {}),
    authorsAdded: cut(
      distinct([
        ...one.addedNames.flatMap(({ name, originalScript = '' }) => [name, originalScript]),
        one.mainName?.originalScript ?? '',
        ...one.mainNameForms,
      ]),
    ),
    ...(one.titles.responsibility ? { responsibility: one.titles.responsibility } : {}),
    subjects: cut(one.subjects),
    series: cut(one.series),
    contents: cut(one.contents),
    summaries: cut(one.summaries),
    ...additionalTextIn(one),
    publishers: cut(one.publication.publishers),
    otherScript: cut(one.otherOriginalScript),
    isbn13: one.identifiers.isbn13,
    issn: distinct([...one.identifiers.issn, ...one.identifiers.issnL]),
    oclc: one.identifiers.oclc,
    lccn: one.identifiers.lccn,
    otherIds: distinct([
      ...seen.map(({ localId }) => localId),
      ...one.identifiers.otherSystem,
      ...shown.map(({ barcode }) => barcode),
    ]).slice(0, MOST_IDS),
    foundBy: foundByAny(seen, shown),
    format: one.format,
    languages: one.languages,
    ...(one.publication.year ? { year: one.publication.year } : {}),
    ...(arrived === undefined ? {} : { arrived }),
    ...(isForChildren(seen) ? { forChildren: true } : {}),
    ...(one.edition ? { edition: one.edition } : {}),
    ...(one.extent ? { extent: one.extent } : {}),
    isOnline: one.isOnline,
    heldBy: members(held.filter(({ shown: copies, copies: every }) => every.length === 0 || copies.length > 0)),
    availableAt: members(available),
    copies: shown.length,
    ...restrictedOf(sources, audience),
    ...(ruling && { decidedWork: ruling.work?.key ?? aloneKey(recordId) }),
    shelf: shelfOf(held),
    items: indexedCopies(sources),
    visibleTo: [audience],
  };
};
