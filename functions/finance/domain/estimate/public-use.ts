/** Visitors' requests through no library's portal, per thousand requests through the members' portals and by card. Assumed. */
export const WITHOUT_LIBRARY_PER_MILLE = 180;

/** The operations of such visitors. */
export const publicly: ReadonlySet<string> = new Set(['discovery-search', 'discovery-get-record']);
