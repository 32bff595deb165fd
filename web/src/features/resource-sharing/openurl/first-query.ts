/**
 * The query string with which the page was loaded, unchanged. Sources use various character encodings, but the router reads and writes
 * addresses in UTF-8 only, so an address that it has processed cannot be decoded correctly.
 */
export const firstQuery: string = location.pathname === '/openurl' ? location.search.slice(1) : '';
