import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { marcForms } from '../../../../layers/protocols/marc/forms.ts';
import { protectedFieldSchema } from '../../domain/loading/field-protection.ts';
import { marcRecordSchema } from '../../domain/marc-record-schema.ts';
import { hiddenFromSchema } from '../../domain/visibility/visibility.ts';
import { exampleRecord } from '../../schemas/record-example.ts';

/**
 * Returns a member's contribution: the bytes as contributed, and the current record, which staff may have edited since. Includes what an
 * edit needs: the version to base it on, and the fields that the member protects. Staff of other members receive the record without its
 * library's own fields (59X, 69X, 9XX, $5, fields that MARC 21 marks as private), and neither its bytes nor the protected fields.
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
    /** The bytes as contributed, in base64, for its own member. */
    bytes: z.base64().exactOptional(),
    record: marcRecordSchema,
    /** The version of the content, which an edit names as its base. */
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
