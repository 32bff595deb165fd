/**
 * The pages that operations of discovery make, by the pattern of their addresses in CloudFront. The first pattern that matches decides; the
 * pages below a record are the app's.
 */
export const madePages = [
  { pattern: '/record/*/*', isMade: false },
  { pattern: '/record/*', isMade: true },
  { pattern: '/search', isMade: true },
  { pattern: '/sitemap.xml', isMade: true },
  { pattern: '/sitemap/*', isMade: true },
] as const;

const expressionOf = (pattern: string): RegExp =>
  new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('*', '.+')}$`);

/** Returns the path of the operation that makes the page of an address; undefined for the pages of the app. */
export const madePagePath = (path: string): string | undefined => {
  const found = madePages.find(({ pattern }) => expressionOf(pattern).test(path));
  if (!found?.isMade) return undefined;
  return path.startsWith('/sitemap')
    ? `/v1/discovery${path.replace(/^\/sitemap\.xml$/, '/sitemap')}`
    : `/v1/discovery/pages${path}`;
};

/** The same as a function of CloudFront, for addresses that match a pattern of made pages. */
export const toMadePage = `function handler(event) {
  var request = event.request;
  if (request.uri === '/sitemap.xml') request.uri = '/v1/discovery/sitemap';
  else request.uri = (request.uri.indexOf('/sitemap/') === 0 ? '/v1/discovery' : '/v1/discovery/pages') + request.uri;
  return request;
}`;
