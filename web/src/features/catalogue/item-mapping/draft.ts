import type { Mapping } from '../shared/item-mapping.ts';

/** The parts of a copy that a mapping finds by subfields: several codes, of which the first that is filled counts (the call number joins them). */
export const codeFields = ['barcode', 'branch', 'location', 'callNumber', 'category', 'copy', 'volume'] as const;
/** Those that have one code at most. */
export const oneCode = ['barcode', 'copy', 'volume'] as const;
export type CodeField = (typeof codeFields)[number];
/** What is taken from the field of a holding. */
export const holdingFields = ['branch', 'location', 'callNumber'] as const;

/** A value of the file and what it stands for here. `key` tells rows apart while they come and go. */
export type Row = { key: number; from: string; to: string };
export type RowsOf = 'branches' | 'categories' | 'notCopies';

type Holding = { tag: string; linkItem: string; linkHolding: string } & Record<(typeof holdingFields)[number], string>;

/** A mapping as it is written; blanks of indicators are written #. */
export type Draft = {
  tag: string;
  indicators: string;
  codes: Record<CodeField, string>;
  holding: Holding | undefined;
  /** Of `notCopies`, `from` is the subfield and `to` one value of it. */
  rows: Record<RowsOf, Row[]>;
  defaultBranch: string;
  defaultCategory: string;
  institutions: string;
};

/** A holding's field as one begins with it: MARC 21's 852. */
export const newHolding: Holding = {
  ...{ tag: '852', linkItem: '', linkHolding: '' },
  ...{ branch: 'b', location: 'c', callNumber: 'khijm' },
};

const rowsFrom = (pairs: readonly (readonly [string, string])[]): Row[] =>
  pairs.map(([from, to], key) => ({ key, from, to }));

type Codes = Pick<Draft, 'tag' | 'indicators' | 'codes' | 'holding'>;

/** Where a mapping looks: its fields and codes, without what is a library's own. */
export const codesOf = ({ tag, indicators = '', holding, ...of }: Mapping): Codes => ({
  tag,
  indicators: indicators.replaceAll(' ', '#'),
  codes: {
    ...{ barcode: of.barcode, branch: of.branch, location: of.location ?? '', callNumber: of.callNumber },
    ...{ category: of.category, copy: of.copy ?? '', volume: of.volume ?? '' },
  },
  holding: holding && {
    ...{ tag: holding.tag, linkItem: holding.link?.item ?? '', linkHolding: holding.link?.holding ?? '' },
    ...{ branch: holding.branch, location: holding.location, callNumber: holding.callNumber },
  },
});

const notCopiesOf = ({ notACopy = {} }: Mapping): Row[] =>
  rowsFrom(Object.entries(notACopy).flatMap(([code, values]) => values.map((value) => [code, value] as const)));

/** A kept mapping as it is written anew. */
export const draftOf = (mapping: Mapping): Draft => ({
  ...codesOf(mapping),
  rows: {
    branches: rowsFrom(Object.entries(mapping.branchMap ?? {})),
    categories: rowsFrom(Object.entries(mapping.categoryMap ?? {})),
    notCopies: notCopiesOf(mapping),
  },
  defaultBranch: mapping.defaultBranch ?? '',
  defaultCategory: mapping.defaultCategory ?? '',
  institutions: (mapping.institutions ?? []).join(', '),
});

/** The draft with the codes of a ready-made mapping, and its values that are no copies; what is the library's own stays. */
export const begunWith = (draft: Draft, dialect: Mapping): Draft => ({
  ...draft,
  ...codesOf(dialect),
  rows: { ...draft.rows, notCopies: notCopiesOf(dialect) },
});

/** The ready-made mapping whose codes a draft has; empty where it has codes of its own. */
export const dialectOf = ({ tag, indicators, codes, holding }: Codes, dialects: Record<string, Mapping>): string => {
  const content = JSON.stringify({ tag, indicators, codes, holding });
  return Object.entries(dialects).find(([, mapping]) => JSON.stringify(codesOf(mapping)) === content)?.[0] ?? '';
};

const pairs = (rows: readonly Row[]): [string, string][] =>
  rows.filter(({ from, to }) => from.trim() !== '' && to.trim() !== '').map(({ from, to }) => [from.trim(), to.trim()]);

const notACopyOf = (rows: readonly Row[]): Record<string, string[]> => {
  const all: Record<string, string[]> = {};
  for (const [code, value] of pairs(rows)) all[code] = [...(all[code] ?? []), value];
  return all;
};

/** A map where it says anything: an empty one would mean that no value is known. */
const filled = <Name extends string, T extends object>(name: Name, map: T): { [K in Name]?: T } =>
  Object.keys(map).length > 0 ? ({ [name]: map } as { [K in Name]: T }) : {};
const content = <Name extends string>(name: Name, text: string): { [K in Name]?: string } =>
  text.trim() === '' ? {} : ({ [name]: text.trim() } as { [K in Name]: string });

/** The codes by which a library's own fields are marked, as they are written with commas between them. */
export const institutionsIn = (text: string): string[] => [
  ...new Set(
    text
      .split(/[,;]+/)
      .map((one) => one.trim())
      .filter(Boolean),
  ),
];

const holdingOf = ({ linkItem, linkHolding, ...holding }: Holding): NonNullable<Mapping['holding']> => ({
  ...holding,
  ...(linkItem && linkHolding && { link: { item: linkItem, holding: linkHolding } }),
});

/** The mapping that a draft says. Takes one without faults. */
export const mappingOf = (draft: Draft): Mapping => {
  const { tag, indicators, codes, holding, rows } = draft;
  const { location, copy, volume, ...needed } = codes;
  const institutions = institutionsIn(draft.institutions);
  return {
    ...{ tag, ...needed },
    ...(indicators && { indicators: indicators.replaceAll('#', ' ') }),
    ...{ ...content('location', location), ...content('copy', copy), ...content('volume', volume) },
    ...(holding && { holding: holdingOf(holding) }),
    ...filled('branchMap', Object.fromEntries(pairs(rows.branches))),
    ...filled('categoryMap', Object.fromEntries(pairs(rows.categories))),
    ...filled('notACopy', notACopyOf(rows.notCopies)),
    ...{ ...content('defaultBranch', draft.defaultBranch), ...content('defaultCategory', draft.defaultCategory) },
    ...(institutions.length > 0 && { institutions }),
  };
};
