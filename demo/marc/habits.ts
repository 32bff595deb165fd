/** A member's cataloguing practice: the differences between its records and those of other members for the same book. */
export type Habit = {
  /** MARC organisation code, 003 and 040. */
  agency: string;
  /** RDA (264, 336 to 338, words in full) or AACR2 (260, abbreviations, the medium in the title). */
  rules: 'rda' | 'aacr2';
  /** ISBN as 13 digits, as 10 where there is such a form, or not recorded at all. */
  isbn: '13' | '10' | 'none';
  /** Whether the subtitle is always recorded, or omitted in one record in three. */
  subtitles: 'always' | 'sometimes';
  authorDates: boolean;
  /** Whether `Allen & Unwin` is shortened and `and` written as a sign. */
  publisher: 'full' | 'short';
  /** Whether romanised fields have linked 880 fields. */
  originalScript: boolean;
  /** Preliminary pages are counted: `xii, 312 pages`. */
  preliminaries: boolean;
  /** The maximum number of subject headings of a record. */
  subjects: number;
  classification: 'dewey' | 'lc';
};

const rda = {
  rules: 'rda',
  isbn: '13',
  subtitles: 'always',
  authorDates: true,
  publisher: 'full',
  originalScript: true,
  preliminaries: false,
  subjects: 3,
  classification: 'dewey',
} as const;

/** The practice of each member. */
export const habits: Readonly<Record<string, Habit>> = {
  riverton: { ...rda, agency: 'RivPL' },
  lakeshore: {
    ...rda,
    agency: 'LkCL',
    rules: 'aacr2',
    isbn: '10',
    publisher: 'short',
    originalScript: false,
    subjects: 2,
  },
  harcourt: { ...rda, agency: 'HaU', preliminaries: true, subjects: 9, classification: 'lc' },
  calder: { ...rda, agency: 'CaIT', rules: 'aacr2', subtitles: 'sometimes', authorDates: false, classification: 'lc' },
  ashgrove: { ...rda, agency: 'AsMR', rules: 'aacr2', isbn: 'none', publisher: 'short', classification: 'lc' },
  northfield: { ...rda, agency: 'NoUS', authorDates: false, subjects: 1 },
};

/** Returns the practice of a member. Throws when the demo has no member with this id. */
export function habitOf(member: string): Habit {
  const habit = habits[member];
  if (habit === undefined) throw new Error(`no cataloguing habit for the member ${member}`);
  return habit;
}
