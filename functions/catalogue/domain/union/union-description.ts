import { type Description, describeRecord } from '../../../../layers/protocols/marc/description.ts';
import { withoutTrailing } from '../../../../layers/protocols/marc/isbd.ts';
import type { Name } from '../../../../layers/protocols/marc/names.ts';
import type { MarcRecord } from '../../../../layers/protocols/marc/record.ts';
import { sharedPart } from '../visibility/local-fields.ts';
import { mostComplete } from './best-of.ts';
import { type Leads, type LedKind, ledBy, rankIn } from './leading.ts';

/** A source record of a union record, and in what its member's records lead by the consortium's policy. */
export type DescribedSource = { sourceId: string; record: MarcRecord; leads?: Leads | undefined };

/** MARC 21 leader/17: full level first, then less and less. */
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
 * The sources with those first whose members lead in descriptions, then the fullest; among equals the one with the smallest id. The
 * first gives the union record its description.
 */
export const fullestFirst = <S extends DescribedSource>(sources: readonly S[]): S[] =>
  [...sources].sort(
    (a, b) => byLead(a, b) || fullness(b.record) - fullness(a.record) || (a.sourceId < b.sourceId ? -1 : 1),
  );

const all = <T>(descriptions: readonly Description[], pick: (one: Description) => readonly T[]): T[] => [
  ...new Map(descriptions.flatMap(pick).map((one) => [JSON.stringify(one), one])).values(),
];

/** What a heading is compared by: case and closing stops differ between cataloguers. */
const bare = (text: string): string => withoutTrailing(text.toLowerCase(), /[\s.,;:]/);

const once = (texts: readonly string[]): string[] => [...new Map(texts.map((text) => [bare(text), text])).values()];

/**
 * A union record's description, and by what it is found beside what is shown: forms of its main entry; what of contents, summaries
 * and names only other sources say.
 */
type UnionDescription = Description & { mainNameForms: string[]; additionalText: string[] };

type SourceDescription = { leads?: Leads | undefined; one: Description };

/**
 * The main entry of a union record, in the script of another source where its own gives none; and how other sources give it: in
 * every script, and, where members lead, in every form, as those that gave way are looked for still. These are no further
 * names: a citation of them would name one author twice.
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

/** What of contents, summaries and names a description says. */
const textsIn = ({ contents, summaries, mainName, addedNames, titles }: Description): string[] => [
  ...[...contents, ...summaries, titles.responsibility],
  ...[...(mainName ? [mainName] : []), ...addedNames].flatMap(({ name, originalScript = '' }) => [
    name,
    originalScript,
  ]),
];

/** What sources say that what is shown does not. */
const unsaid = (shown: Description, each: readonly Description[]): string[] => {
  const known = new Set(textsIn(shown).map(bare));
  return once(each.flatMap(textsIn)).filter((text) => text !== '' && !known.has(bare(text)));
};

/**
 * The description of a union record, derived from its sources by the rules of `bestOf`: the fullest source describes; the others
 * add subjects, identifiers, links and variant titles, fill what it leaves out, and give a fuller contents or summary; those that lead in a field give it before all. What is a library's own field is not in it. The same sources give the same description in any
 * order. Undefined without sources.
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
