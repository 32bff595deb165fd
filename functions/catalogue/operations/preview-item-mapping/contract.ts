import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { marcForms } from '../../../../layers/protocols/marc/forms.ts';
import { itemMappingInputSchema } from '../../domain/items/item-mapping.ts';
import { MAX_PREVIEW, rejectSchema } from '../../domain/loading/import.ts';
import { itemDescriptionSchema } from '../../domain/views/views.ts';

const count = z.number().int().min(0);
const { branchId, location, callNumber, category, copyNumber, volume } = itemDescriptionSchema.shape;

/**
 * Shows the result of a mapping on some records before it is stored and before they are loaded: the copies that a load would create, change
 * or leave, and those that it would refuse and why. Writes nothing. Without a mapping it uses the member's own.
 */
export const contract = operation({
  id: 'catalogue-preview-item-mapping',
  context: 'catalogue',
  service: 'catalogue',
  method: 'POST',
  path: '/v1/catalogue/members/{memberId}/item-mapping/preview',
  summary: 'See which items a mapping makes of some records',
  permission: [{ who: 'staff', roles: ['cataloguer', 'member-admin'], at: { member: 'path.memberId' } }],
  touches: { table: 'read' },
  idempotency: 'none',
  params: z.strictObject({ memberId: memberIdSchema }),
  body: z.strictObject({
    mapping: itemMappingInputSchema.optional(),
    /** The records as in a file, in Base64: ISO 2709, MARCXML or MARC-in-JSON. */
    records: z
      .base64()
      .min(1)
      .max(Math.ceil(MAX_PREVIEW.bytes / 3) * 4),
    /** These bytes are the beginning of a larger file: the truncated record at their end is left out. */
    isBeginning: z.boolean().default(false),
  }),
  output: z.strictObject({
    form: z.enum(marcForms),
    /** Of the records read: their number, how many would be refused, and what would happen to their copies. */
    counts: z.strictObject({
      ...{ records: count, recordsRefused: count },
      /** Records that staff edited and for which the file has new content: of the edits only protected fields would be preserved. */
      edited: count,
      ...{ new: count, changed: count, unchanged: count, refused: count, passedOver: count },
    }),
    /** The records in file order; copies are listed up to a limit, and counted beyond it. */
    records: z.array(
      z.strictObject({
        offset: count,
        localId: z.string(),
        title: z.string(),
        deletes: z.boolean(),
        refused: rejectSchema.optional(),
        items: z.array(
          z.strictObject({
            is: z.enum(['new', 'changed', 'unchanged']),
            barcode: z.string(),
            ...{ branchId, location, callNumber, category, copyNumber, volume },
          }),
        ),
        rejects: z.array(rejectSchema),
        /** Fields with the mapping's tag without item data, or of no copy. */
        passedOver: count,
      }),
    ),
    /** The file continues after the bytes read. */
    hasMore: z.boolean(),
    /** Which predefined mappings find copies with a barcode in these records, and how many: they suggest the system that wrote the file. */
    fits: z.record(z.string(), count),
  }),
  namedOwner: 'branch-elsewhere',
  refusals: {
    'branch-elsewhere': { status: 422, meaning: 'A branch of the mapping is not one of this member.' },
    'not-marc': {
      status: 422,
      meaning: 'These bytes hold no MARC 21 records.',
      params: { why: 'What they are instead, by a code as in the problem of a load.' },
    },
  },
  example: {
    params: { memberId: 'riverton' },
    body: { mapping: { dialect: 'koha-952', branchMap: { MAIN: 'riverton.main' } }, records: 'MDAyNDFuYW0=' },
    output: {
      form: 'iso2709',
      counts: { records: 1, recordsRefused: 0, edited: 0, new: 1, changed: 0, unchanged: 0, refused: 1, passedOver: 0 },
      records: [
        {
          ...{ offset: 0, localId: 'b1000', title: 'Emma', deletes: false, passedOver: 0 },
          items: [
            {
              ...{ is: 'new', barcode: '31234000123456', branchId: 'riverton.main', location: 'Adult fiction' },
              ...{ callNumber: 'FIC AUS', category: 'book', copyNumber: '', volume: '' },
            },
          ],
          rejects: [
            {
              ...{ what: 'item', offset: 0, localId: 'b1000', reason: 'branch-unknown', value: 'EAST' },
              ...{ detail: 'The member has no such branch: add it to the mapping.', barcode: '31234000123464' },
            },
          ],
        },
      ],
      hasMore: false,
      fits: { 'koha-952': 2 },
    },
  },
  errorImpact: 'A member cannot preview the result of its mapping.',
});
