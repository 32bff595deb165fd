import * as z from 'zod';
import { hrefOf } from './read-feed.ts';
import { relations, signInTypes } from './relations.ts';
import { linksSchema } from './values.ts';

const documentSchema = z.object({
  authentication: z.array(z.object({ type: z.string(), links: linksSchema })).max(50),
  links: linksSchema,
});

/** Where a server signs in by card number and PIN, and where a patron's loans are. `basicOnly`: it would need the PIN with each request. */
export type Authentication = { tokens?: string; shelf?: string; basicOnly: boolean };

/** Reads an Authentication for OPDS document from an address. Undefined when it is none. */
export const readAuthentication = (document: unknown, base: string): Authentication | undefined => {
  const read = documentSchema.safeParse(document);
  if (!read.success) return undefined;
  const { authentication, links } = read.data;
  const byToken = authentication.find(({ type }) => type === signInTypes.basicToken);
  const tokens = byToken && hrefOf(byToken.links, 'authenticate', base);
  const shelf = hrefOf(links, relations.shelf, base);
  return {
    ...(tokens !== undefined && { tokens }),
    ...(shelf !== undefined && { shelf }),
    basicOnly: tokens === undefined && authentication.some(({ type }) => type === signInTypes.basic),
  };
};

const tokenSchema = z.object({
  access_token: z.string().min(1).max(4000),
  token_type: z.string().regex(/^bearer$/i),
  expires_in: z.number().min(1).max(31_536_000),
});

/** Reads the answer of the address of tokens: the token, and for how many seconds it is valid. Undefined when it is none. */
export const readToken = (document: unknown): { token: string; seconds: number } | undefined => {
  const read = tokenSchema.safeParse(document);
  // Anything else would change the header that carries it.
  if (!read.success || !/^[\x21-\x7e]+$/.test(read.data.access_token)) return undefined;
  return { token: read.data.access_token, seconds: Math.floor(read.data.expires_in) };
};
