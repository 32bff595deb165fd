/** A library or broker outside the consortium, as a party of a request: its id among partners begins so. */
const PARTNER = 'prt_';

/** Whether a party (a member's id or a partner's) is outside the consortium: it is spoken to by ISO 18626 messages. */
export const isPartner = (party: string): boolean => party.startsWith(PARTNER);

/** The place that stands for an outside requester where a request names its pickup branch: `<partnerId>.outside`. */
export const placeOfPartner = (partnerId: string): string => `${partnerId}.outside`;
