import * as z from 'zod';
import { coverProviderSchema } from '../domain/covers/cover-providers.ts';

/** The providers of covers in the order in which they are asked, none twice. */
const providersSchema = z
  .array(coverProviderSchema)
  .max(5)
  .refine(
    (all) => new Set(all.map((one) => (one.kind === 'address' ? one.address : one.kind))).size === all.length,
    'A provider is listed twice.',
  );

/** The chosen providers with the number of changes, which a change names. */
export const chosenProvidersSchema = z.strictObject({ providers: providersSchema, v: z.int().min(0) });

/** An example for the contracts. */
export const exampleProviders = [
  { kind: 'open-library' as const },
  {
    ...{ kind: 'address' as const, name: 'Covers of our vendor', site: 'https://vendor.example.org' },
    address: 'https://covers.vendor.example.org/{isbn}/{size}.jpg?customer=riverton',
  },
];
