import * as z from 'zod';
import { memberIdSchema } from '../../../layers/kernel/identity/member-id.ts';
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

/** A cover that a library uploaded, as it is listed; its sides are in pixels. */
export const shownUploadSchema = z.strictObject({
  memberId: z.string(),
  at: z.iso.datetime(),
  width: z.int(),
  height: z.int(),
});
export type ShownUpload = z.infer<typeof shownUploadSchema>;

/** The path of the cover that a library has of a record. */
export const ownCoverPath = z.strictObject({ memberId: memberIdSchema, recordId: z.string().min(1).max(64) });

/** Examples for the contracts. */
export const exampleUpload = { memberId: 'riverton', at: '2026-11-30T10:00:00.000Z', width: 400, height: 600 };

export const exampleProviders = [
  { kind: 'open-library' as const },
  {
    ...{ kind: 'address' as const, name: 'Covers of our vendor', site: 'https://vendor.example.org' },
    address: 'https://covers.vendor.example.org/{isbn}/{size}.jpg?customer=riverton',
  },
];
