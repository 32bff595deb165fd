import * as z from 'zod';
import { hiddenFromSchema } from '../../../layers/domain/catalogue/visibility.ts';
import { marcForms } from '../../../layers/domain/marc/forms.ts';
import { operation } from '../../../layers/http/contract.ts';

const field = z.strictObject({
  tag: z.string(),
  indicators: z.string(),
  text: z.string(),
});

/** What a member contributed, as it came: the very bytes, and their fields for reading. */
export const contract = operation({
  id: 'catalogue-get-source-record',
  context: 'catalogue',
  service: 'catalogue',
  method: 'GET',
  path: '/v1/catalogue/source-records/{sourceId}',
  summary: "Read a member's record as it came",
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
    /** The bytes as they came, in base64. */
    bytes: z.base64(),
    leader: z.string(),
    fields: z.array(field),
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
      recordId: 'rec_01kb00000000000000000000000',
      importId: 'imp_01kb00000000000000000000000',
      checksum: '9f2c',
      hiddenFrom: [],
      format: 'iso2709',
      bytes: 'MDAwMjY=',
      leader: '00026nam a2200025 a 4500',
      fields: [{ tag: '245', indicators: '10', text: '$aEmma /$cJane Austen.' }],
    },
  },
  errorImpact: 'A cataloguer cannot see what a member contributed.',
});
