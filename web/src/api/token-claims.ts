/** Returns the claims of a token, without a check: the API checks them, a page only compares. */
export const claimsOf = (token: string): Record<string, unknown> => {
  const [, claims = ''] = token.split('.');
  try {
    return JSON.parse(atob(claims.replaceAll('-', '+').replaceAll('_', '/')));
  } catch {
    return {};
  }
};

/** Returns the person of a token: of ours or of the user pool. */
export const personOf = (token: string): string | undefined => {
  const { username, sub } = claimsOf(token);
  const person = username ?? sub;
  return typeof person === 'string' ? person : undefined;
};
