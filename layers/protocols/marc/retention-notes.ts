import { fields, subfield, subfields } from './fields.ts';
import { withoutTrailing } from './isbd.ts';
import type { DataField, MarcRecord } from './record.ts';

/** A commitment to retain copies: its programme, the last day (absent: permanent), and further details for staff. */
export type Commitment = { program: string; until?: string; note?: string };

/** A commitment in a field 583, with its scope: of holdings ($8), of the materials in $3, of institutions ($5). */
type Noted = { commitment: Commitment; holdings: string[]; materials: string; institutions: string[] };

/** The attributes that identify a copy in the notes of its record. */
export type CopyNamed = { holding?: string | undefined; barcode: string; volume: string; copyNumber: string };

const [LONGEST_PROGRAM, LONGEST_NOTE] = [100, 300];

/** The terms by which shared print programmes state that a copy is retained. */
const commits = /^(committed to retain|retained|will retain)$/i;
const forGood = /^(permanent|permanently|in perpetuity|perpetual|indefinite|indefinitely)$/i;
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const tidy = (text: string): string => withoutTrailing(text.replace(/\s+/g, ' '), /[ .,;:]/).trim();

/** Returns the day, when the calendar has it; the last of its month or year when only these are given. */
const dayOf = (year: number, month = 12, day?: number): string | undefined => {
  const at = new Date(Date.UTC(year, day === undefined ? month : month - 1, day ?? 0));
  const isDay = year >= 1000 && at.getUTCMonth() === month - 1 && (day === undefined || at.getUTCDate() === day);
  return isDay ? at.toISOString().slice(0, 10) : undefined;
};

/** Parses a date in the notations of notes: 20351231, 2035-12-31, 2035-12, 2035, December 31, 2035. */
const dateIn = (text: string): string | undefined => {
  const [, year, month, day] = /^(\d{4})(?:[-/]?(\d{2})(?:[-/]?(\d{2}))?)?$/.exec(text) ?? [];
  const known = (part: string | undefined) => (part === undefined ? undefined : Number(part));
  if (year !== undefined) return dayOf(Number(year), known(month), known(day));
  const [, name = '', date, its] = /^([A-Za-z]{3})[a-z]*\.? (\d{1,2}),? (\d{4})$/.exec(text) ?? [];
  const at = months.indexOf(name.toLowerCase());
  return at < 0 ? undefined : dayOf(Number(its), at + 1, Number(date));
};

/** Returns the date a number of years after the action, for $d with an interval instead of a date. */
const yearsAfter = (interval: string, action: string | undefined): string | undefined => {
  const years = /^(\d{1,3}) years?$/i.exec(interval)?.[1];
  const from = action === undefined ? undefined : dateIn(tidy(action));
  if (years === undefined || from === undefined) return undefined;
  return `${Number(from.slice(0, 4)) + Number(years)}${from.slice(4)}`.replace(/-02-29$/, '-02-28');
};

const readNote = (field: DataField): Noted | undefined => {
  const action = tidy(subfield(field, 'a') ?? '');
  if (!commits.test(action)) return undefined;
  const interval = tidy(subfield(field, 'd') ?? '');
  const until = dateIn(interval) ?? yearsAfter(interval, subfield(field, 'c'));
  // An interval without a day remains as text; until staff decide otherwise the copy is retained.
  const unread = until === undefined && interval !== '' && !forGood.test(interval) ? [interval] : [];
  const note = [...unread, ...subfields(field, 'xz').map(tidy)].filter((one) => one !== '').join('; ');
  const program = subfields(field, 'f').map(tidy).join('; ') || action;
  return {
    commitment: {
      program: program.slice(0, LONGEST_PROGRAM),
      ...(until !== undefined && { until }),
      ...(note !== '' && { note: note.slice(0, LONGEST_NOTE) }),
    },
    holdings: subfields(field, '8').map(tidy),
    materials: tidy(subfield(field, '3') ?? ''),
    institutions: subfields(field, '5').map(tidy),
  };
};

const isOf = ({ institutions }: Noted, own: readonly string[] | undefined): boolean =>
  own === undefined || institutions.length === 0 || institutions.some((one) => own.includes(one));

const names = (materials: string, { barcode, volume, copyNumber }: CopyNamed): boolean =>
  [barcode, volume, copyNumber === '' ? '' : `c.${copyNumber}`].some((one) => one !== '' && one === materials);

/**
 * Returns the commitments for a record's copies from its action notes (583, MARC 21; terms and dates as shared print programmes write
 * them). `own`: the codes under which the library marks its own notes ($5); notes of others are ignored. Returns each copy's longest
 * commitment. A note that names a holding ($8) applies only to its copies; one whose $3 is a copy's volume, copy number or barcode to
 * that one; any other to all.
 */
export const commitmentsFor = (
  record: MarcRecord,
  copies: readonly CopyNamed[],
  own: readonly string[] | undefined,
): (Commitment | undefined)[] => {
  const notes = fields(record, '583')
    .flatMap((field) => readNote(field) ?? [])
    .filter((note) => isOf(note, own));
  if (notes.length === 0) return copies.map(() => undefined);
  const linked = copies.some(({ holding }) => holding !== undefined);
  const applies = ({ holdings, materials }: Noted, copy: CopyNamed): boolean => {
    if (linked && holdings.length > 0) return copy.holding !== undefined && holdings.includes(copy.holding);
    return copies.some((one) => names(materials, one)) ? names(materials, copy) : true;
  };
  const lasts = ({ commitment }: Noted): string => commitment.until ?? '9999-12-31';
  return copies.map((copy) => {
    const its = notes.filter((note) => applies(note, copy)).sort((a, b) => lasts(b).localeCompare(lasts(a)));
    return its[0]?.commitment;
  });
};
