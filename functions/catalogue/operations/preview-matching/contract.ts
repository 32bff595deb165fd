import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { cursorRefusal, cursorSchema } from '../../../../layers/platform/http/page.ts';
import { matchingSchema } from '../../domain/matching/match-rules.ts';
import { matchingPreviewSchema, type RuledPair } from '../../schemas/matching-preview.ts';

const none = { joined: 0, parted: 0, asked: 0, settled: 0 };
const pair: RuledPair = {
  one: {
    ...{ sourceId: 'lakeshore:77', memberId: 'lakeshore', localId: '77', title: 'Emma' },
    ...{ recordId: 'rec_01kc0000000000000000000000', details: ['1996', '474 pages', 'Penguin'] },
  },
  two: {
    ...{ sourceId: 'riverton:b1000', memberId: 'riverton', localId: 'b1000', title: 'Emma' },
    ...{ recordId: 'rec_01kb0000000000000000000000', details: ['2003', '474 pages', 'Penguin'] },
  },
  ...{ before: 'ask', after: 'same', decides: ['reissues'] },
  because: ['not counted by the rules: published 7 years apart', 'same title', 'same pages'],
};

/**
 * Compares some titles of the catalogue by the rules in force and by others, before these are adopted: which pairs of records would be
 * joined, parted or put before staff. Each call compares the records of one page of titles with all that share a match key; `next` continues
 * with the following page, so that the caller determines the size of the sample. A pair is counted once, at its first record. Writes
 * nothing.
 */
export const contract = operation({
  id: 'catalogue-preview-matching',
  context: 'catalogue',
  service: 'catalogue',
  method: 'POST',
  path: '/v1/catalogue/matching/preview',
  summary: 'See which records other match rules would join or part',
  permission: [{ who: 'staff', roles: ['admin'], at: 'consortium' }],
  touches: { table: 'read', bucket: 'read' },
  idempotency: 'none',
  body: z.strictObject({
    rules: matchingSchema,
    limit: z.int().min(1).max(50).default(50).describe('The titles of a page'),
    after: cursorSchema.optional(),
  }),
  output: matchingPreviewSchema,
  refusals: cursorRefusal,
  example: {
    body: {
      rules: {
        ...{ reissues: 'same', impressions: 'same', coEditions: 'ask', microforms: 'apart' },
        ...{ oclcNumbers: 'counts', isbns: 'counts' },
      },
    },
    output: {
      ...{ records: 72, pairs: 31, leftOut: 0, byStaff: 1 },
      effects: { ...none, joined: 1 },
      members: [
        { memberId: 'lakeshore', ...none, joined: 1 },
        { memberId: 'riverton', ...none, joined: 1 },
      ],
      changed: [pair],
      examples: [pair],
    },
  },
  errorImpact: 'The consortium cannot see the effect of match rules before it adopts them.',
});
