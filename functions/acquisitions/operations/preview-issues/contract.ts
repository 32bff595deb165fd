import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { patternSchema, previewedSeriesSchema, seriesKinds } from '../../domain/serials/pattern.ts';
import { orderWriters } from '../../schemas/orders.ts';
import { exampleSeries } from '../../schemas/serials.ts';

const { pattern, first } = exampleSeries.basic;

/** Shows which issues patterns predict, before a subscription has them. Patterns are stated, or read from MARC 21 holdings fields as text. */
export const contract = operation({
  id: 'acquisitions-preview-issues',
  context: 'acquisitions',
  service: 'administration',
  method: 'POST',
  path: '/v1/acquisitions/members/{memberId}/issue-previews',
  summary: 'Preview the issues of a pattern',
  permission: orderWriters,
  touches: {},
  idempotency: 'none',
  params: z.strictObject({ memberId: memberIdSchema }),
  body: z.strictObject({
    count: z.int().min(1).max(60),
    of: z.union([
      z.strictObject({ mfhd: z.string().min(1).max(8_000), language: patternSchema.shape.language }),
      z.strictObject({ series: z.array(previewedSeriesSchema).min(1).max(3) }),
    ]),
  }),
  output: z.strictObject({
    /** The patterns as they were read, each with its first issue where one follows, and their fields (853 to 855). */
    series: z.array(previewedSeriesSchema),
    marc: z.array(z.string()),
    issues: z.array(
      z.strictObject({ kind: z.enum(seriesKinds), on: z.iso.date(), label: z.string(), isSkipped: z.boolean() }),
    ),
  }),
  refusals: {
    'no-pattern': { status: 422, meaning: 'The text has no field 853, 854 or 855.' },
    'unknown-caption': { status: 422, meaning: 'A caption in parentheses is none of year, season, month and day.' },
    'bad-regularity': { status: 422, meaning: 'A regularity ($y) cannot be read.' },
    'wrong-pattern': { status: 422, meaning: 'A pattern is incomplete, or has a code that does not exist.' },
  },
  example: {
    params: { memberId: 'riverton' },
    body: {
      count: 1,
      of: {
        mfhd: '853 20 $81$av.$bno.$u12$vr$i(year)$j(month)$wm$x01\n863 40 $81.1$a8$b1-10$i2026$j01-10',
        language: 'en',
      },
    },
    output: {
      series: [{ kind: 'basic', pattern, first }],
      marc: ['853 20 $81$av.$bno.$u12$vr$i(year)$j(month)$wm$x01'],
      issues: [{ kind: 'basic', on: '2026-11-01', label: 'v.8:no.11 (2026:Nov.)', isSkipped: false }],
    },
  },
  errorImpact: 'Staff cannot check a pattern before they use it.',
});
