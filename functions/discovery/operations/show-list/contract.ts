import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { cursorRefusal, cursorSchema } from '../../../../layers/platform/http/page.ts';
import { hitSchema } from '../../domain/views.ts';
import { exampleHit } from '../../schemas/hits.ts';
import {
  exampleList,
  listPath,
  listRefusals,
  listTokenSchema,
  ownLists,
  savedListSchema,
} from '../../schemas/saved-lists.ts';

/**
 * Returns a list of the requesting patron, the last added first: each record once, with the current state of its copies. Records that were
 * merged, split or restored since are shown as the current record (ADR 77).
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
  // It decodes MARC, as the page of a record does.
  bundleKilobytes: 753,
  output: z.strictObject({
    list: savedListSchema,
    /** The token of its link, when the patron shares it. */
    link: listTokenSchema.optional(),
    entries: z.array(
      z.strictObject({
        /** The id under which it was saved, for removing it. */
        recordId: z.string(),
        addedAt: z.iso.datetime(),
        note: z.string().optional(),
        /** The current title, or that at the time of saving. */
        title: z.string(),
        /** Absent when the record is no longer in the catalogue, as far as the patron may see. */
        hit: hitSchema.optional(),
      }),
    ),
    next: z.string().optional(),
  }),
  owner: 'unknown-list',
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
  // A record that the index lacks (yet) is shown from its page, in any MARC format. Its rows of the key table state whose data they contain
  // and how long it is stored: 7 kB.
  errorImpact: 'Patrons cannot open their saved lists.',
});
