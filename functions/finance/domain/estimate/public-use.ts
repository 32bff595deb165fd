/** For a thousand requests through the members' portals and by card: those of visitors who came through no library's portal. Chosen. */
export const WITHOUT_LIBRARY_PER_MILLE = 180;

/** The operations that such visitors use. */
export const publicly: ReadonlySet<string> = new Set(['discovery-search', 'discovery-get-record']);
