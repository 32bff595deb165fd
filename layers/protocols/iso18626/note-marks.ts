/** The marks of ReShare and CrossLink at the start of a note, by which the other system acts on it. */
export const RESHARE_AGREES = '#ReShareLoanConditionAgreeResponse#';

/** The mark of a supplier's promise under conditions, each time for one more condition. */
export const RESHARE_CONDITION = '#ReShareAddLoanCondition#';

/** Our own text for a damage claim: ISO 18626 has no status for it. */
export const DAMAGE_CLAIM = 'The item came home damaged; we ask for the costs named here.';

const linesOf = (note: string | undefined): string[] => (note ?? '').split('\n').map((line) => line.trim());

/** Finds the first of some codes on a line of its own: codes that an edition lacks are written so. */
export const codeInNote = <C extends string>(note: string | undefined, codes: readonly C[]): C | undefined =>
  codes.find((code) => linesOf(note).includes(code));

/** Reads a list written in a note as `Label: one, two`; undefined without one. */
export const listInNote = (note: string | undefined, label: string): { value: string }[] | undefined =>
  linesOf(note)
    .find((line) => line.startsWith(`${label}: `))
    ?.slice(label.length + 2)
    .split(',')
    .map((value) => ({ value: value.trim() }));

/** Removes the machine-readable marks from a note (`#ReShareAddLoanCondition#`); undefined when nothing remains. */
export const withoutReShareMarks = (note: string | undefined): string | undefined =>
  note?.replace(/#ReShare\w{1,60}#/g, '').trim() || undefined;

/** Whether a supplier's note sets conditions for its promise: by ReShare's mark, never by free text. */
export const setsConditions = (note: string | undefined): boolean => note?.includes(RESHARE_CONDITION) === true;

/** Whether a requester's note agrees to the supplier's conditions: by ReShare's mark, never by free text. */
export const agreesToConditions = (note: string | undefined): boolean => note?.includes(RESHARE_AGREES) === true;

/** Reads a requester's answer to a damage claim from its note: by our own code, never by free text. */
export const claimAnswer = (note: string | undefined): 'ClaimAccepted' | 'ClaimDisputed' | undefined =>
  codeInNote(note, ['ClaimAccepted', 'ClaimDisputed']);
