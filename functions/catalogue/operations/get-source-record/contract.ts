import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { marcForms } from '../../../../layers/protocols/marc/forms.ts';
import { protectedFieldSchema } from '../../domain/loading/field-protection.ts';
import { marcRecordSchema } from '../../domain/marc-record-schema.ts';
import { hiddenFromSchema } from '../../domain/visibility/visibility.ts';
import { exampleRecord } from '../../schemas/record-example.ts';

/**
 * What a member contributed: the very bytes as they came, and the record as it stands, which staff may have edited since. With what
 * an edit needs: the state that it is made on, and the fields that the member protects. Staff of other members get the record
 * without its library's own fields (59X, 69X, 9XX, $5, what MARC 21 marks as private), and neither its bytes nor what is protected.
 */
export const contract = operation({
  id: 'catalogue-get-source-record',
  context: 'catalogue',
  service: 'catalogue',
  method: 'GET',
  path: '/v1/catalogue/source-records/{sourceId}',
  summary: "Read a member's record",
  permission: [{ who: 'staff', roles: ['cataloguer'], at: 'own-member' }],
  touches: { table: 'read', bucket: 'read' },
  params: z.strictObject({ sourceId: z.string().min(3).max(200) }),
  output: z.strictObject({
    sourceId: z.string(),
    memberId: z.string(),
    localId: z.string(),
    recordId: z.string(),
    importId: z.string(),
    checksum: z.string(),
    hiddenFrom: hiddenFromSchema,
    format: z.enum(marcForms),
    /** The bytes as they came, in base64, for its own member. */
    bytes: z.base64().exactOptional(),
    record: marcRecordSchema,
    /** Names the state of the content: an edit says on which it was made. */
    version: z.string(),
    isEdited: z.boolean(),
    /** Whether the caller catalogues for this member. */
    mayEdit: z.boolean(),
    protected: z.array(protectedFieldSchema),
  }),
  refusals: {
    'unknown-record': { status: 404, meaning: 'There is no such record, or it is hidden from other members.' },
  },
  example: {
    params: { sourceId: 'riverton:b1000' },
    output: {
      sourceId: 'riverton:b1000',
      memberId: 'riverton',
      localId: 'b1000',
      recordId: 'rec_01kb0000000000000000000000',
      importId: 'imp_01kb0000000000000000000000',
      checksum: '9f2c',
      hiddenFrom: [],
      format: 'iso2709',
      bytes: 'MDAwMjY=',
      record: exampleRecord,
      version: '9f2c',
      isEdited: false,
      mayEdit: true,
      protected: [{ tag: '505' }],
    },
  },
  errorImpact: 'A cataloguer cannot see what a member contributed.',
});
