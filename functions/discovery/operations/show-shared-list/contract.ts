import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { cursorRefusal, cursorSchema } from '../../../../layers/platform/http/page.ts';
import { hitSchema } from '../../domain/views.ts';
import { exampleHit } from '../../schemas/hits.ts';
import { exampleList, exampleToken, listTokenSchema } from '../../schemas/saved-lists.ts';

/**
 * Returns the list that has a link, for anybody who has the link: its name and the titles that everybody may see. It names no patron and
 * has no notes.
 */
export const contract = operation({
  id: 'discovery-show-shared-list',
  context: 'discovery',
  service: 'search',
  method: 'GET',
  path: '/v1/discovery/shared-lists/{token}',
  summary: 'Open a shared list',
  permission: [{ who: 'anyone' }],
  touches: { table: 'read', index: 'read', bucket: 'read' },
  params: z.strictObject({ token: listTokenSchema }),
  query: z.strictObject({ after: cursorSchema.optional() }),
  // It decodes MARC, as the page of a record does.
  bundleKilobytes: 752,
  output: z.strictObject({ name: z.string(), hits: z.array(hitSchema), next: z.string().optional() }),
  refusals: {
    'unknown-list': { status: 404, meaning: 'No list has this link: it was withdrawn, or never existed.' },
    ...cursorRefusal,
  },
  example: { params: { token: exampleToken }, query: {}, output: { name: exampleList.name, hits: [exampleHit] } },
  errorImpact: 'Nobody can open lists that patrons share.',
});
