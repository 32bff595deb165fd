import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { exportFiles, exportFormSchema } from '../../domain/export/forms.ts';

/** The most records of one file. All their ids fit the response's header, in case none of them exists. */
const MOST_RECORDS = 200;

/** Exports a list of records as one file, each once and in the requested order. `x-left-out` names those that are not included. */
export const contract = operation({
  id: 'discovery-export-records',
  context: 'discovery',
  service: 'search',
  method: 'POST',
  idempotency: 'none',
  path: '/v1/discovery/exports',
  summary: 'Take up to 200 records as one file',
  permission: [{ who: 'anyone' }],
  touches: { table: 'read', bucket: 'read', site: true },
  memoryMb: 1769,
  query: z.strictObject({ portal: memberIdSchema.optional() }),
  body: z.strictObject({
    form: exportFormSchema,
    recordIds: z
      .array(z.string().regex(/^[\w-]{1,40}$/))
      .min(1)
      .max(MOST_RECORDS),
  }),
  produces: 'text/plain',
  alsoProduces: Object.values(exportFiles).map(({ type }) => type),
  output: z.string(),
  refusals: {
    'unknown-record': {
      status: 404,
      meaning: 'None of the records is visible to the caller, or none fits this format.',
    },
    'too-large': { status: 413, meaning: 'The file would be over 5 MB; ask for fewer records at once.' },
  },
  example: {
    query: {},
    body: { form: 'bibtex', recordIds: ['rec_01kb0000000000000000000000'] },
    output: '@book{austen-2003-01kb00000000000000000000000,\n  title = {{Emma}},\n}\n',
  },
  // The function encodes records in every MARC format and in four more forms, by the union’s rules of fields and with the reader’s own
  // local ones.
  errorImpact: 'Users cannot export lists of records.',
});
