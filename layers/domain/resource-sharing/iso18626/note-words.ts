/** What ReShare and CrossLink write at the head of a note, so that the other side can act on it. */
export const RESHARE_AGREES = '#ReShareLoanConditionAgreeResponse#';

const linesOf = (note: string | undefined): string[] => (note ?? '').split('\n').map((line) => line.trim());

/** The first of some codes that stands on a line of its own: what an edition has no code for is written so. */
export const codeInNote = <C extends string>(note: string | undefined, codes: readonly C[]): C | undefined =>
  codes.find((code) => linesOf(note).includes(code));

/** A list that stands in a note as `Label: one, two`; undefined when none does. */
export const listInNote = (note: string | undefined, label: string): { value: string }[] | undefined =>
  linesOf(note)
    .find((line) => line.startsWith(`${label}: `))
    ?.slice(label.length + 2)
    .split(',')
    .map((value) => ({ value: value.trim() }));

/** A note without the marks that are for machines (`#ReShareAddLoanCondition#`); undefined when nothing is left. */
export const withoutReShareMarks = (note: string | undefined): string | undefined =>
  note?.replace(/#ReShare\w{1,60}#/g, '').trim() || undefined;

/** Whether a requester's note agrees to the supplier's conditions: by ReShare's mark, or in a person's first words. */
export const agreesToConditions = (note: string | undefined): boolean =>
  note !== undefined &&
  (note.includes(RESHARE_AGREES) ||
    /^(?:(?:yes|ok(?:ay)?)\W+)?(?:(?:i|we)\s+)?(?:agreed?|accept(?:ed)?)\b/i.test(note));

/** What a requester's note answers to a claim for damage: by our own code, or in plain words; undefined when nothing. */
export const claimAnswer = (note: string | undefined): 'ClaimAccepted' | 'ClaimDisputed' | undefined => {
  const code = codeInNote(note, ['ClaimAccepted', 'ClaimDisputed']);
  if (code !== undefined || note === undefined || !/\b(?:claim|damage)/i.test(note)) return code;
  if (/\b(?:disput|reject|refus|contest|not (?:accept|agree))/i.test(note)) return 'ClaimDisputed';
  return /\b(?:accept|agree|will pay)/i.test(note) ? 'ClaimAccepted' : undefined;
};
