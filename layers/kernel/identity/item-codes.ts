import * as z from 'zod';

/** The most characters of an item type; rules that name one accept as many, so that each item can have a rule. */
export const MAX_ITEM_TYPE = 60;

/** The most characters of a shelving location, for items and for the rules that name one. */
export const MAX_LOCATION = 200;

/** The most characters of a member or branch id: `<member>.<code>`, 32 each. */
const MAX_PLACE = 65;

/** An item type in a rule: as items have it. */
export const itemTypeSchema = z.string().min(1).max(MAX_ITEM_TYPE);

/** A shelving location in a rule: as items have it. */
export const locationSchema = z.string().min(1).max(MAX_LOCATION);

/** A member id, or a branch id, in a rule. */
export const placeSchema = z.string().min(1).max(MAX_PLACE);
