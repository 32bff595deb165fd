import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { cursorRefusal, pageQuery } from '../../../../layers/platform/http/page.ts';
import { partnerSchema } from '../../domain/partners/partner.ts';
import { examplePartner, partnerReaders } from '../../schemas/partners.ts';

/** Lists the partners (libraries and brokers outside the consortium), oldest first. */
export const contract = operation({
  id: 'resource-sharing-list-partners',
  context: 'resource-sharing',
  service: 'resource-sharing',
  method: 'GET',
  path: '/v1/resource-sharing/partners',
  summary: 'List partners outside',
  permission: partnerReaders,
  bundleKilobytes: 953,
  touches: { table: 'read' },
  query: z.strictObject(pageQuery),
  output: z.strictObject({ partners: z.array(partnerSchema), next: z.string().optional() }),
  refusals: cursorRefusal,
  example: { query: {}, output: { partners: [examplePartner] } },
  errorImpact: 'Staff cannot list the partners of the consortium.',
});
