/**
 * The query with which the page was loaded, byte for byte. Sources escape in whatever letters they know, and the router
 * reads and writes addresses in UTF-8 alone: what it has touched can no longer be read as it was meant.
 */
export const firstQuery: string = location.pathname === '/openurl' ? location.search.slice(1) : '';
