type Name = { family: string; given?: string | undefined };

/** Returns a name as staff sort it: family name first. */
export const sortedName = ({ family, given }: Name): string => [family, given].filter(Boolean).join(', ');

/** Returns a name in spoken order. */
export const spokenName = ({ family, given }: Name): string => [given, family].filter(Boolean).join(' ');

/** Returns the last digits of a card number, for lists. */
export const cardTail = (card: string): string => `…${card.slice(-4)}`;
