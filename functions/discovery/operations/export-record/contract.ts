import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { exportFiles, exportFormSchema } from '../../domain/export/forms.ts';

/**
 * Exports a record as a file for other systems: MARC 21 (ISO 2709), MARCXML, RIS, BibTeX or schema.org as JSON-LD. It excludes what the
 * caller may not see; the id of a merged record returns its current record.
 */
export const contract = operation({
  id: 'discovery-export-record',
  context: 'discovery',
  service: 'search',
  method: 'GET',
  path: '/v1/discovery/records/{recordId}/exports/{form}',
  summary: 'Take a record as a file: MARC, MARCXML, RIS, BibTeX, JSON-LD',
  permission: [{ who: 'anyone' }],
  touches: { table: 'read', bucket: 'read', site: true },
  params: z.strictObject({ recordId: z.string().min(1).max(64), form: exportFormSchema }),
  query: z.strictObject({ portal: memberIdSchema.optional() }),
  produces: 'text/plain',
  alsoProduces: Object.values(exportFiles).map(({ type }) => type),
  output: z.string(),
  refusals: {
    'unknown-record': { status: 404, meaning: 'There is no such record, or the caller may not see it.' },
    'not-in-this-form': {
      status: 422,
      meaning: 'The record does not fit this format (ISO 2709 is limited to 99,999 bytes); MARCXML takes every record.',
    },
  },
  example: {
    params: { recordId: 'rec_01kb0000000000000000000000', form: 'ris' },
    query: {},
    output: 'TY  - BOOK\r\nTI  - Emma\r\nAU  - Austen, Jane\r\nER  - \r\n',
  },
  // The function encodes a record in every MARC format and in four more forms, by the union’s rules of fields and with the reader’s own
  // local ones.
  errorImpact: 'Users cannot export a record.',
});
