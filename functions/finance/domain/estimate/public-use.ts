/** For a thousand requests by the members' doors and cards: those of visitors who came by no library's door. Chosen. */
export const WITHOUT_LIBRARY_PER_MILLE = 180;

/** The operations that such visitors use. */
export const publicly: ReadonlySet<string> = new Set(['discovery-search', 'discovery-get-record']);
