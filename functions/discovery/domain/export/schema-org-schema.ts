import * as z from 'zod';

const namedSchema = z.strictObject({
  '@type': z.enum(['Person', 'Organization', 'Library']),
  name: z.string(),
  /** Years of a person's life (ISO 8601, `1775`), where they are known for sure. */
  birthDate: z.string().optional(),
  deathDate: z.string().optional(),
});

const offerSchema = z.strictObject({
  '@type': z.literal('Offer'),
  availability: z.enum(['https://schema.org/InStock', 'https://schema.org/OutOfStock']),
  /** The branch's id; the web replaces it by the name. */
  offeredBy: namedSchema,
  sku: z.string().optional(),
  serialNumber: z.string().optional(),
});

/** A record in schema.org as JSON-LD, which search engines and reference tools read from a page. */
export const schemaOrgSchema = z.strictObject({
  '@context': z.literal('https://schema.org'),
  '@type': z.string(),
  '@id': z.string().optional(),
  url: z.string().optional(),
  identifier: z.string(),
  name: z.string(),
  alternateName: z.array(z.string()).optional(),
  author: z.array(namedSchema).optional(),
  contributor: z.array(namedSchema).optional(),
  about: z.array(z.string()).optional(),
  description: z.array(z.string()).optional(),
  bookEdition: z.string().optional(),
  bookFormat: z.string().optional(),
  publisher: z.array(namedSchema).optional(),
  datePublished: z.string().optional(),
  /** BCP 47: `en`. */
  inLanguage: z.array(z.string()).optional(),
  isbn: z.array(z.string()).optional(),
  issn: z.array(z.string()).optional(),
  isPartOf: z.array(z.strictObject({ '@type': z.literal('CreativeWorkSeries'), name: z.string() })).optional(),
  offers: z.array(offerSchema).optional(),
});
export type SchemaOrg = z.infer<typeof schemaOrgSchema>;
export type SchemaOrgOffer = z.infer<typeof offerSchema>;
export type SchemaOrgName = z.infer<typeof namedSchema>;
