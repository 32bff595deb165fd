import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { cursorRefusal, cursorSchema } from '../../../../layers/platform/http/page.ts';
import { hitSchema } from '../../domain/views.ts';
import { exampleHit } from '../../schemas/hits.ts';
import { exampleList, listPath, listRefusals, ownLists, savedListSchema } from '../../schemas/saved-lists.ts';

/**
 * A list of the patron who asks, what was added last first: each record once, with its copies as they stand now. What was
 * merged, split or put back since is shown as the record that it is now (ADR 77).
 */
export const contract = operation({
  id: 'discovery-show-list',
  context: 'discovery',
  service: 'search',
  method: 'GET',
  path: '/v1/discovery/my/lists/{listId}',
  summary: 'Open a list',
  permission: ownLists,
  touches: { table: 'read', index: 'read', bucket: 'read' },
  params: listPath,
  query: z.strictObject({ after: cursorSchema.optional() }),
  output: z.strictObject({
    list: savedListSchema,
    entries: z.array(
      z.strictObject({
        /** The id it was saved by, by which it is taken out. */
        recordId: z.string(),
        addedAt: z.iso.datetime(),
        note: z.string().optional(),
        /** The title as it is now, or as it was when it was saved. */
        title: z.string(),
        /** Absent for what is in the catalogue no longer, as far as the patron may see. */
        hit: hitSchema.optional(),
      }),
    ),
    next: z.string().optional(),
  }),
  refusals: { ...listRefusals, ...cursorRefusal },
  example: {
    params: { listId: exampleList.listId },
    query: {},
    output: {
      list: exampleList,
      entries: [
        {
          recordId: exampleHit.recordId,
          addedAt: '2026-03-02T10:05:00.000Z',
          note: 'For Ida',
          title: exampleHit.title,
          hit: exampleHit,
        },
      ],
    },
  },
  // What the index has not (yet) is shown by the record’s page, in whatever form its records came.
  // Its rows of the key table say whose data they hold and how long: 7 kB.
  bundleKilobytes: 790,
  errorImpact: 'Patrons cannot read what they saved.',
});
