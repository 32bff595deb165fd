/** The kind of a scan without the API; the desk asks about `unclear` scans, because a wrong guess would lend to the wrong patron. */
export type ScanKind = 'card' | 'item' | 'unclear';

/** The kinds of numbers of each form at this desk. A form is the first character and the length: no number is stored. */
export type Forms = Readonly<Record<string, 'card' | 'item' | 'both'>>;

const formOf = (scan: string): string => `${scan.slice(0, 1)}${scan.length}`;

// The usual numbering of libraries: 14 digits, of patrons with 2 and of items with 3 in front.
const usual = (scan: string): ScanKind => {
  if (/^2\d{13}$/.test(scan)) return 'card';
  return /^3\d{13}$/.test(scan) ? 'item' : 'unclear';
};

/**
 * Returns what a scan is: by what this desk saw of its form, else by the usual numbering. A form of items counts only where the form of
 * cards is known as well, and never against the usual numbering.
 */
export const kindOf = (scan: string, forms: Forms): ScanKind => {
  const [seen, common] = [forms[formOf(scan)], usual(scan)];
  if (seen === undefined || seen === common) return common;
  if (seen === 'both' || common !== 'unclear') return 'unclear';
  return seen === 'card' || Object.values(forms).includes('card') ? seen : 'unclear';
};

/** Returns the forms with one more number that is known. */
export const withForm = (forms: Forms, scan: string, is: 'card' | 'item'): Forms => {
  const seen = forms[formOf(scan)] ?? is;
  return { ...forms, [formOf(scan)]: seen === is ? is : 'both' };
};
