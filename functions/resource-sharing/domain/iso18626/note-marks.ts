/** What ReShare and CrossLink write at the head of a note, so that the other side can act on it. */
export const RESHARE_AGREES = '#ReShareLoanConditionAgreeResponse#';

/** The same of a supplier that promises under conditions, each time for one more. */
export const RESHARE_CONDITION = '#ReShareAddLoanCondition#';

/** How we say ourselves that we claim for damage: no status of ISO 18626 does. */
export const DAMAGE_CLAIM = 'The item came home damaged; we ask for the costs named here.';

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

/** Whether a supplier's note sets conditions for what it promises: by ReShare's mark, never by what people write. */
export const setsConditions = (note: string | undefined): boolean => note?.includes(RESHARE_CONDITION) === true;

/** Whether a requester's note agrees to the supplier's conditions: by ReShare's mark, never by what people write. */
export const agreesToConditions = (note: string | undefined): boolean => note?.includes(RESHARE_AGREES) === true;

/** What a requester's note answers to a claim for damage: by our own code, never by what people write. */
export const claimAnswer = (note: string | undefined): 'ClaimAccepted' | 'ClaimDisputed' | undefined =>
  codeInNote(note, ['ClaimAccepted', 'ClaimDisputed']);
