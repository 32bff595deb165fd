/** The relations and media types of OPDS 2.0, its authentication document and the Palace Project. */
export const relations = {
  acquisition: 'http://opds-spec.org/acquisition',
  borrow: 'http://opds-spec.org/acquisition/borrow',
  openAccess: 'http://opds-spec.org/acquisition/open-access',
  shelf: 'http://opds-spec.org/shelf',
  authentication: 'http://opds-spec.org/auth/document',
  revoke: 'http://librarysimplified.org/terms/rel/revoke',
} as const;

export const mediaTypes = {
  feed: 'application/opds+json',
  publication: 'application/opds-publication+json',
  authentication: 'application/vnd.opds.authentication.v1.0+json',
  problem: 'application/problem+json',
} as const;

/** The ways of signing in by card number and PIN: the second answers a token, so that nobody needs to store the PIN. */
export const signInTypes = {
  basic: 'http://opds-spec.org/auth/basic',
  basicToken: 'http://thepalaceproject.org/authtype/basic-token',
} as const;

/** The media types that each document may have; older servers call a publication a feed, and some send plain JSON. */
const accepted: Readonly<Record<keyof typeof mediaTypes, readonly string[]>> = {
  feed: [mediaTypes.feed, 'application/json'],
  publication: [mediaTypes.publication, mediaTypes.feed, 'application/json'],
  authentication: [mediaTypes.authentication, 'application/json'],
  problem: [mediaTypes.problem, 'application/api-problem+json', 'application/json'],
};

/** Returns whether a response of this content type may be read as such a document: never HTML, whatever is in it. */
export const isOfType = (contentType: string, document: keyof typeof mediaTypes): boolean =>
  accepted[document].includes(contentType.split(';')[0]?.trim().toLowerCase() ?? '');
