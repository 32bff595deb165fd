/** The set of what a member holds. Names of sets are flat: no set lies in another. */
export const memberSet = (memberId: string): string => `member.${memberId}`;

/** The set of a format. */
export const formatSet = (format: string): string => `format.${format}`;
