/** Returns the text for crawlers (`robots.txt`, RFC 9309): the catalogue and its sitemap, not the API and not what belongs to a person. */
export const robotsText = (site: string): string =>
  ['User-agent: *', 'Disallow: /v1/', 'Disallow: /account', 'Allow: /', '', `Sitemap: ${site}/sitemap.xml`, ''].join(
    '\n',
  );
