import type { ReadWarning, WarningCode } from '../../../../layers/protocols/marc/reasons.ts';
import type { ImportReject } from './import.ts';

/** The warnings that mean a loss for the catalogue, each with a sentence. Repairs that lose nothing are not reported. */
const sentences = {
  'unimarc-left-out':
    'The record was converted from UNIMARC; these fields and subfields have no counterpart in MARC 21 and were left out.',
  'element-ignored': 'The XML of the record holds elements that MARCXML does not define; they were ignored.',
  'number-cleaned': 'The number (001) held control characters; the record was loaded with the number without them.',
  'field-dropped': 'Fields with these tags could not be read and were left out.',
  'characters-unmapped': 'Characters could not be decoded and were replaced.',
  'bytes-not-utf8': 'The text is not valid UTF-8; bytes that could not be read were replaced.',
} as const satisfies Partial<Record<WarningCode, string>>;

type Reported = keyof typeof sentences;

const isReported = (code: WarningCode): code is Reported => code in sentences;

const LONGEST = 300;

/** Returns the losses of a record that was loaded, one row for each kind, with the fields or values that it concerns. */
export const recordWarnings = (
  warnings: readonly ReadWarning[],
  { offset, localId }: { offset: number; localId: string },
): ImportReject[] => {
  const details = new Map<Reported, Set<string>>();
  for (const { code, detail } of warnings) {
    // A conversion that left nothing out is no loss.
    if (!isReported(code) || (code === 'unimarc-left-out' && detail === '')) continue;
    details.set(code, (details.get(code) ?? new Set()).add(detail));
  }
  return [...details].map(([code, values]) => ({
    what: 'warning',
    offset,
    localId,
    reason: code,
    detail: sentences[code],
    value: [...values].join(', ').slice(0, LONGEST).toWellFormed(),
  }));
};
