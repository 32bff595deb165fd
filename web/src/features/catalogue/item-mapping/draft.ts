import type { Mapping } from '../shared/item-mapping.ts';

/**
 * The parts of an item that a mapping reads from subfields: several codes, of which the first with a value is used (the call number joins
 * them).
 */
export const codeFields = ['barcode', 'branch', 'location', 'callNumber', 'category', 'copy', 'volume'] as const;
/** The parts with one code at most. */
export const oneCode = ['barcode', 'copy', 'volume'] as const;
export type CodeField = (typeof codeFields)[number];
/** The parts read from the field of a holding. */
export const holdingFields = ['branch', 'location', 'callNumber'] as const;

/** A value of the file and its meaning here. `key` identifies rows while they are added and removed. */
export type Row = { key: number; from: string; to: string };
export type RowsOf = 'branches' | 'categories' | 'notCopies';

type Holding = { tag: string; linkItem: string; linkHolding: string } & Record<(typeof holdingFields)[number], string>;

/** A mapping as entered in the form; blanks of indicators are written as #. */
export type Draft = {
  tag: string;
  indicators: string;
  codes: Record<CodeField, string>;
  holding: Holding | undefined;
  /** For `notCopies`, `from` is the subfield and `to` one of its values. */
  rows: Record<RowsOf, Row[]>;
  defaultBranch: string;
  defaultCategory: string;
  institutions: string;
};

/** The default holdings field: MARC 21 field 852. */
export const newHolding: Holding = {
  ...{ tag: '852', linkItem: '', linkHolding: '' },
  ...{ branch: 'b', location: 'c', callNumber: 'khijm' },
};

const rowsFrom = (pairs: readonly (readonly [string, string])[]): Row[] =>
  pairs.map(([from, to], key) => ({ key, from, to }));

type Codes = Pick<Draft, 'tag' | 'indicators' | 'codes' | 'holding'>;

/** The fields and codes of a mapping, without the library's own values. */
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

/** Converts a stored mapping to a draft. */
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

/** Returns the draft with the codes and excluded values of a ready-made mapping; the library's own values stay. */
export const begunWith = (draft: Draft, dialect: Mapping): Draft => ({
  ...draft,
  ...codesOf(dialect),
  rows: { ...draft.rows, notCopies: notCopiesOf(dialect) },
});

/** Returns the ready-made mapping with the codes of a draft; empty when the draft has its own codes. */
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

/** Omits an empty map: it would mean that no value is known. */
const filled = <Name extends string, T extends object>(name: Name, map: T): { [K in Name]?: T } =>
  Object.keys(map).length > 0 ? ({ [name]: map } as { [K in Name]: T }) : {};
const content = <Name extends string>(name: Name, text: string): { [K in Name]?: string } =>
  text.trim() === '' ? {} : ({ [name]: text.trim() } as { [K in Name]: string });

/** Parses the comma-separated codes that mark a library's own fields. */
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

/** Converts a draft without faults to a mapping. */
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
