import * as z from 'zod';

const count = z.int().min(0);
const link = z.strictObject({
  ...{
    rel: z.string().min(1),
    href: z.url({ protocol: /^https?$/ }),
    type: z.string().regex(/^[a-z]+\/[a-z0-9.+-]+$/),
  },
  properties: z
    .strictObject({
      availability: z.strictObject({ state: z.enum(['available', 'unavailable', 'reserved', 'ready']) }),
      copies: z.strictObject({ total: count, available: count }).optional(),
      holds: z.strictObject({ total: count }).optional(),
    })
    .optional(),
});
const hasOne = (rels: readonly string[]) => (links: readonly { rel: string }[]) =>
  links.some(({ rel }) => rels.includes(rel));
const acquisitions = ['', '/borrow', '/open-access'].map((kind) => `http://opds-spec.org/acquisition${kind}`);
const names = z
  .array(z.strictObject({ name: z.string().min(1), sortAs: z.string().min(1).optional() }))
  .min(1)
  .optional();
const uri = z.string().regex(/^[a-z][a-z0-9+.-]*:\S+$/);

/** A publication of OPDS 2.0 and the Readium Web Publication Manifest, as our feed writes it: nothing else may be in it. Covers are optional here. */
export const opdsPublicationSchema = z.strictObject({
  metadata: z.strictObject({
    ...{ '@type': z.url(), title: z.string().min(1), identifier: uri, altIdentifier: z.array(uri).min(1).optional() },
    ...{ author: names, narrator: names, contributor: names, publisher: names, subject: names },
    language: z
      .array(z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/))
      .min(1)
      .optional(),
    published: z.iso.date().optional(),
    description: z.string().optional(),
  }),
  links: z
    .array(link)
    .refine(hasOne(['self']), 'A self link.')
    .refine(hasOne(acquisitions), 'An acquisition link.'),
});

/** A feed of OPDS 2.0 as ours is. */
export const opdsFeedSchema = z.strictObject({
  metadata: z.strictObject({ title: z.string().min(1), itemsPerPage: count }),
  links: z.array(link).refine(hasOne(['self']), 'A self link.'),
  publications: z.array(opdsPublicationSchema),
});
