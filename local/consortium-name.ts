/** The name of the consortium of a local start, which its demo and its web app show. It is invented. */
export const consortiumName = 'Lakes and Rivers Library Consortium';
