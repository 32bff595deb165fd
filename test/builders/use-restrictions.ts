import { useRestrictions } from '../../functions/circulation/domain/loans/interlibrary-item.ts';

/** Returns the conditions of an interlibrary loan that a desk asks staff to confirm. */
export const restrictionsAtDesk = (conditions: string[]) => useRestrictions({ conditions });
