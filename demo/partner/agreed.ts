/** By what a requester agrees to conditions: the mark of ReShare, which machines act on, and the words for people. */
export const AGREED = '#ReShareLoanConditionAgreeResponse# We agree to the conditions.';
