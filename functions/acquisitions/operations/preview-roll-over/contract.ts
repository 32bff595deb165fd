import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { yearCodeSchema } from '../../domain/fiscal-year.ts';
import { rollOverTermsSchema } from '../../domain/roll-over.ts';
import {
  exampleRollOver,
  exampleTerms,
  rollOverMakers,
  rollOverRefusals,
  rollOverViewSchema,
} from '../../schemas/roll-over.ts';

/**
 * Makes the report of the roll-over of a fiscal year into another one, in place of an earlier report. No money moves, and nothing of orders
 * changes. The report of many orders is made in the background: its state is `previewing` until then. Audited.
 */
export const contract = operation({
  id: 'acquisitions-preview-roll-over',
  context: 'acquisitions',
  service: 'administration',
  method: 'PUT',
  path: '/v1/acquisitions/members/{memberId}/years/{year}/roll-over',
  summary: 'Preview the roll-over of a fiscal year',
  permission: rollOverMakers,
  touches: { table: 'write' },
  bundleKilobytes: 762,
  params: z.strictObject({ memberId: memberIdSchema, year: yearCodeSchema }),
  body: rollOverTermsSchema,
  output: rollOverViewSchema,
  refusals: {
    ...rollOverRefusals,
    'years-order': { status: 409, meaning: 'The new year begins before the old one ends.' },
    'years-currency': { status: 409, meaning: 'The years have different currencies.' },
  },
  example: {
    params: { memberId: 'riverton', year: '2026-27' },
    body: exampleTerms,
    output: exampleRollOver,
  },
  errorImpact: 'The roll-over of a fiscal year cannot be prepared.',
});
