import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { oneLine } from '../../../../layers/kernel/text/typed-text.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { marcForms } from '../../../../layers/protocols/marc/forms.ts';
import { importKinds, MAX_IMPORT_BYTES } from '../../domain/loading/import.ts';

/**
 * Opens a load of a member's MARC file. The client sends the file to `upload.url` with `upload.headers`; its arrival starts the load. A
 * record marked as deleted (leader/05 `d`) withdraws the stored record of its number (001); copies not on the shelf stay, and so does a
 * title's last copy, which is offered to the members.
 */
export const contract = operation({
  id: 'catalogue-start-import',
  context: 'catalogue',
  service: 'catalogue',
  method: 'POST',
  path: '/v1/catalogue/members/{memberId}/imports',
  summary: 'Open a load of MARC records',
  permission: [{ who: 'staff', roles: ['cataloguer'], at: { member: 'path.memberId' } }],
  touches: { table: 'write', bucket: 'write' },
  params: z.strictObject({ memberId: memberIdSchema }),
  body: z.strictObject({
    fileName: oneLine(200),
    /** Size of the file in bytes; exactly this many must be sent. */
    bytes: z.number().int().min(1),
    /** The declared format of the file; detected from its bytes when omitted. */
    type: z.enum(marcForms).optional(),
    /** `authorities`: MARC 21 authority records, whose see references (4XX) lead to the headings of all members’ records. */
    kind: z.enum(importKinds).optional(),
  }),
  status: 201,
  output: z.strictObject({
    importId: z.string(),
    upload: z.strictObject({
      method: z.literal('PUT'),
      url: z.url(),
      headers: z.record(z.string(), z.string()),
      expiresAt: z.iso.datetime(),
    }),
  }),
  refusals: {
    'unknown-member': { status: 404, meaning: 'There is no such member.' },
    'file-too-large': { status: 413, meaning: `A file of one load has at most ${MAX_IMPORT_BYTES} bytes: split it.` },
  },
  example: {
    params: { memberId: 'riverton' },
    body: { fileName: 'march.mrc', bytes: 1_200_345 },
    output: {
      importId: 'imp_01kb0000000000000000000000',
      upload: {
        method: 'PUT',
        url: 'https://bucket.example.org/imports/imp_01kb/file?signature=abc',
        headers: { 'content-length': '1200345' },
        expiresAt: '2026-11-24T10:15:00.000Z',
      },
    },
  },
  errorImpact: 'A member cannot load its records.',
});
