import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { cursorRefusal, pageQuery } from '../../../../layers/platform/http/page.ts';
import { billViewSchema } from '../../../circulation/public/bill-view-schema.ts';
import { exampleBill } from '../../../circulation/public/example-bill.ts';
import { exampleHold } from '../../../circulation/public/example-hold.ts';
import { holdViewSchema } from '../../../circulation/public/hold-view-schema.ts';
import { atSchool, examplePupil, pupilViewSchema, schoolParams, schoolRefusals } from '../../schemas.ts';

/**
 * Lists leavers and their open loans and bills: the pupils of the highest grade before a year begins, and those who left, while something
 * is open. Pages follow the register's numbers; a page may hold fewer entries than requested.
 */
export const contract = operation({
  id: 'teaching-list-leavers',
  context: 'teaching',
  service: 'circulation',
  method: 'GET',
  path: '/v1/teaching/schools/{memberId}/leavers',
  summary: 'List leavers with their open loans, holds and bills',
  permission: [atSchool],
  touches: { table: 'read' },
  params: schoolParams,
  query: z.strictObject({
    ...pageQuery,
  }),
  output: z.strictObject({
    leavers: z.array(
      z.strictObject({
        ...pupilViewSchema.shape,
        grade: z.string(),
        left: z.string().optional(),
        holds: z.array(holdViewSchema),
        bills: z.array(billViewSchema),
      }),
    ),
    next: z.string().optional(),
  }),
  refusals: { ...schoolRefusals, ...cursorRefusal },
  example: {
    params: { memberId: 'oakwood' },
    query: {},
    output: { leavers: [{ ...examplePupil, grade: '12', holds: [exampleHold], bills: [exampleBill] }] },
  },
  errorImpact: 'The school cannot list the loans of pupils who leave.',
});
