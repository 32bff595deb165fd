import * as z from 'zod';

/** The offer of a last copy. Until the given date another member may take the copy; after that its owner may withdraw it. */
export const copyOfferSchema = z.strictObject({
  itemId: z.string(),
  memberId: z.string(),
  recordId: z.string(),
  barcode: z.string(),
  title: z.string().optional(),
  offeredAt: z.iso.datetime(),
  until: z.iso.datetime(),
  by: z.string(),
});

/** Returns an offer as the API shows it, with its title where known. */
export const offerView = (
  { itemId, memberId, recordId, barcode, offeredAt, until, by }: Omit<z.input<typeof copyOfferSchema>, 'title'>,
  title: string | undefined,
): z.input<typeof copyOfferSchema> => ({
  ...{ itemId, memberId, recordId, barcode, offeredAt, until, by },
  ...(title === undefined ? {} : { title }),
});

export const exampleOffer = {
  itemId: 'itm_01kb0000000000000000000000',
  memberId: 'riverton',
  recordId: 'rec_01kb0000000000000000000000',
  barcode: '31234000123456',
  title: 'The harbour at night',
  offeredAt: '2026-11-24T15:00:00.000Z',
  until: '2026-12-24T15:00:00.000Z',
  by: 'staff:stf_01kb0000000000000000000000',
};
