/** The syntax of a set name, whether or not the set exists. */
export const setNames = /^[\w.!~*'():-]{1,64}$/;

/** Returns the set of a member's holdings. Set names are flat: no set contains another. */
export const memberSet = (memberId: string): string => `member.${memberId}`;

/** Returns the set of a format. */
export const formatSet = (format: string): string => `format.${format}`;
