import type { Members } from '../../../functions/items/domain/facts.ts';

/** Whose use the work that a fact sets off is: the desk's, else the patron's home, else the owner's. */
export const causeOf = ({ desk, patron, owner }: Members): string => (desk || patron || owner) ?? 'consortium';
