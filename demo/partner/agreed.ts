/** How a requester agrees to conditions: the mark of ReShare for machines, and the text for people. */
export const AGREED = '#ReShareLoanConditionAgreeResponse# We agree to the conditions.';
