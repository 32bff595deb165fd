import { type Description, describeRecord } from '../../../../layers/protocols/marc/description.ts';
import { withoutTrailing } from '../../../../layers/protocols/marc/isbd.ts';
import type { Name } from '../../../../layers/protocols/marc/names.ts';
import type { MarcRecord } from '../../../../layers/protocols/marc/record.ts';
import { sharedPart } from '../visibility/local-fields.ts';
import { mostComplete } from './best-of.ts';
import { type Leads, type LedKind, ledBy, rankIn } from './leading.ts';

/** A source record of a union record, with the kinds in which its member's records lead by the consortium's policy. */
export type DescribedSource = { sourceId: string; record: MarcRecord; leads?: Leads | undefined };

/** MARC 21 leader/17: full level first, then in decreasing order. */
const levels = ' 1I24K35M7J8z'.split('');

const fullness = (record: MarcRecord): number => {
  const at = levels.indexOf(record.leader[17] ?? 'z');
  return (at < 0 ? levels.length : at) * -1000 + record.data.length;
};

const byLead = (a: DescribedSource, b: DescribedSource): number => {
  const [one, other] = [rankIn('description', a), rankIn('description', b)];
  return one === other ? 0 : one - other;
};

/**
 * Sorts sources: first those whose members lead in descriptions, then the fullest; of equal ones the smallest id. The first supplies the
 * union record's description.
 */
export const fullestFirst = <S extends DescribedSource>(sources: readonly S[]): S[] =>
  [...sources].sort(
    (a, b) => byLead(a, b) || fullness(b.record) - fullness(a.record) || (a.sourceId < b.sourceId ? -1 : 1),
  );

const all = <T>(descriptions: readonly Description[], pick: (one: Description) => readonly T[]): T[] => {
  const found = descriptions.flatMap(pick);
  return found.length < 2 ? found : [...new Map(found.map((one) => [JSON.stringify(one), one])).values()];
};

/** Returns a heading for comparison: cataloguers differ in case and final punctuation. */
const bare = (text: string): string => withoutTrailing(text.toLowerCase(), /[\s.,;:]/);

const once = (texts: readonly string[]): string[] => [...new Map(texts.map((text) => [bare(text), text])).values()];

/**
 * A union record's description with its further search terms: forms of its main entry, and the text of contents, summaries and names that
 * only other sources have.
 */
type UnionDescription = Description & { mainNameForms: string[]; additionalText: string[] };

type SourceDescription = { leads?: Leads | undefined; one: Description };

/**
 * Returns the main entry of a union record, in the script of another source where its own has none, and its forms in other sources: in
 * every script and, where members lead, in every form, as replaced forms remain searchable. These are not further names: a citation would
 * name one author twice.
 */
const mainEntry = (described: readonly SourceDescription[]): { mainName?: Name; mainNameForms: string[] } => {
  const named = described.flatMap(({ leads, one: { mainName } }) => (mainName ? [{ leads, mainName }] : []));
  const shown = (ledBy(named, 'main-entry', () => true) ?? named[0])?.mainName;
  if (!shown) return { mainNameForms: [] };
  const scripts = named.flatMap(({ mainName: { kind, originalScript } }) =>
    originalScript === undefined ? [] : [{ kind, originalScript }],
  );
  const own = shown.originalScript ?? scripts.find(({ kind }) => kind === shown.kind)?.originalScript;
  const isLed = described.some(({ leads }) => leads?.['main-entry'] !== undefined || leads?.description !== undefined);
  const forms = [
    ...(isLed ? named.map(({ mainName }) => mainName.name) : []),
    ...scripts.map(({ originalScript }) => originalScript),
  ];
  return {
    mainName: { ...shown, ...(own !== undefined && { originalScript: own }) },
    mainNameForms: once(forms).filter((form) => bare(form) !== bare(shown.name)),
  };
};

/** Returns the text of contents, summaries and names of a description. */
const textsIn = ({ contents, summaries, mainName, addedNames, titles }: Description): string[] => [
  ...[...contents, ...summaries, titles.responsibility],
  ...[...(mainName ? [mainName] : []), ...addedNames].flatMap(({ name, originalScript = '' }) => [
    name,
    originalScript,
  ]),
];

/** Returns the text of sources that the displayed description lacks. */
const unsaid = (shown: Description, each: readonly Description[]): string[] => {
  const known = new Set(textsIn(shown).map(bare));
  return once(each.flatMap(textsIn)).filter((text) => text !== '' && !known.has(bare(text)));
};

/**
 * Returns the description of a union record, derived from its sources by the rules of `bestOf`: the fullest source describes; the others
 * add subjects, identifiers, links and variant titles, fill gaps, and supply a fuller contents note or summary; sources that lead in a
 * field precede all. Libraries' own fields are left out. The order of the sources does not matter. Undefined without sources.
 */
export const unionDescription = (sources: readonly DescribedSource[]): UnionDescription | undefined => {
  const descriptions = fullestFirst(sources).map(({ record, leads }) => ({
    leads,
    one: describeRecord(sharedPart(record)),
  }));
  const each = descriptions.map(({ one }) => one);
  const [first] = each;
  if (!first) return undefined;
  const led = (kind: LedKind, hasAny: (one: Description) => boolean): Description | undefined =>
    ledBy(descriptions, kind, ({ one }) => hasAny(one))?.one;
  const filled = (kind: LedKind, has: (one: Description) => boolean): Description | undefined =>
    led(kind, has) ?? each.find(has);
  const edition = filled('edition', (one) => Boolean(one.edition))?.edition;
  const extent = filled('extent', (one) => Boolean(one.extent))?.extent;
  const longest = (kind: LedKind, pick: (one: Description) => readonly string[]): string[] => {
    const leading = led(kind, (one) => pick(one).length > 0);
    return [...(leading ? pick(leading) : mostComplete(each.map(pick), ({ length }) => length))];
  };
  const { localId: _, ...described } = first;
  const variants = each.flatMap(({ titles }) => [titles.title, ...titles.variants]);
  const shown: Description & Pick<UnionDescription, 'mainNameForms'> = {
    ...described,
    titles: {
      ...first.titles,
      originalScript: all(each, ({ titles }) => titles.originalScript),
      variants: once(variants).filter((title) => title !== '' && bare(title) !== bare(first.titles.title)),
    },
    ...mainEntry(descriptions),
    subjects: once(each.flatMap(({ subjects }) => subjects)),
    series: [...(filled('series', ({ series }) => series.length > 0)?.series ?? [])],
    contents: longest('contents', ({ contents }) => contents),
    summaries: longest('summary', ({ summaries }) => summaries),
    languages: all(each, ({ languages }) => languages),
    links: all(each, ({ links }) => links),
    otherOriginalScript: all(each, ({ otherOriginalScript }) => otherOriginalScript),
    identifiers: {
      isbn13: all(each, ({ identifiers }) => identifiers.isbn13),
      relatedIsbn13: all(each, ({ identifiers }) => identifiers.relatedIsbn13),
      invalidIsbn: all(each, ({ identifiers }) => identifiers.invalidIsbn),
      issn: all(each, ({ identifiers }) => identifiers.issn),
      issnL: all(each, ({ identifiers }) => identifiers.issnL),
      oclc: all(each, ({ identifiers }) => identifiers.oclc),
      lccn: all(each, ({ identifiers }) => identifiers.lccn),
      otherSystem: all(each, ({ identifiers }) => identifiers.otherSystem),
    },
    ...(edition ? { edition } : {}),
    ...(extent ? { extent } : {}),
  };
  return { ...shown, additionalText: each.length > 1 ? unsaid(shown, each) : [] };
};
