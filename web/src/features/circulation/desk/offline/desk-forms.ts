import { type Forms, kindOf, type ScanKind, withForm } from './scan-kind.ts';

const place = 'concord.desk-forms';
let forms: Forms = JSON.parse(localStorage.getItem(place) ?? '{}');

/** Notes the form of a number that this desk knows to be a card or an item. */
export const learnForm = (scan: string, is: 'card' | 'item'): void => {
  const next = withForm(forms, scan, is);
  const text = JSON.stringify(next);
  if (text !== JSON.stringify(forms)) localStorage.setItem(place, text);
  forms = next;
};

/** Returns what a scan is by what this desk has seen. */
export const kindHere = (scan: string): ScanKind => kindOf(scan, forms);
