/** What the name of a set may be, whether or not there is one. */
export const setNames = /^[\w.!~*'():-]{1,64}$/;

/** The set of what a member holds. Names of sets are flat: no set lies in another. */
export const memberSet = (memberId: string): string => `member.${memberId}`;

/** The set of a format. */
export const formatSet = (format: string): string => `format.${format}`;
