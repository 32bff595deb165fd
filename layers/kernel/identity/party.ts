/** The id prefix of partners: libraries or brokers outside the consortium. */
const PARTNER = 'prt_';

/** Returns whether a party (a member's id or a partner's) is outside the consortium and communicates by ISO 18626 messages. */
export const isPartner = (party: string): boolean => party.startsWith(PARTNER);

/** Returns the pseudo branch of an external requester in the place of a pickup branch: `<partnerId>.outside`. */
export const placeOfPartner = (partnerId: string): string => `${partnerId}.outside`;
