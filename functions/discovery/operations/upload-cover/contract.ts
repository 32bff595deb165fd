import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { exampleUpload, ownCoverPath, shownUploadSchema } from '../../schemas/covers.ts';

/** Stores the cover that a library has of a title of its own, without metadata; shown to all, before those of providers. Audited. */
export const contract = operation({
  id: 'discovery-upload-cover',
  context: 'discovery',
  service: 'catalogue',
  method: 'PUT',
  path: '/v1/discovery/members/{memberId}/covers/{recordId}',
  summary: 'Upload a cover of a title',
  permission: [{ who: 'staff', roles: ['cataloguer', 'member-admin'], at: { member: 'path.memberId' } }],
  touches: { table: 'write', bucket: 'write' },
  params: ownCoverPath,
  body: z.strictObject({
    /** A JPEG, PNG or WebP of at most 2,000,000 bytes, in base64. */
    picture: z.base64().min(1).max(2_666_668),
  }),
  output: shownUploadSchema,
  owner: 'not-your-title',
  refusals: {
    'not-your-title': { status: 404, meaning: 'The library has no record of this title.' },
    'picture-too-large': { status: 422, meaning: 'The picture has more than 2,000,000 bytes.' },
    'not-a-picture': { status: 422, meaning: 'The file is no whole JPEG, PNG or WebP, or it is animated.' },
    'not-cover-size': { status: 422, meaning: 'Each side of a cover has 40 to 4000 pixels.' },
    'changed-meanwhile': { status: 409, meaning: 'Others of the library changed the cover at the same time.' },
  },
  example: {
    params: { memberId: 'riverton', recordId: 'rec_01kb0000000000000000000000' },
    body: { picture: '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBD' },
    output: exampleUpload,
  },
  errorImpact: 'Staff cannot upload covers; those that were uploaded are shown.',
});
