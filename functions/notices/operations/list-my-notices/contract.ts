import { operation } from '../../../../layers/platform/http/contract.ts';
import { exampleNoticeList, noticeListSchema } from '../../schemas.ts';

/** Lists the signed-in patron's notices of the last 90 days, newest first. Notices that became void before they were sent are omitted. */
export const contract = operation({
  id: 'notices-list-my-notices',
  context: 'notices',
  service: 'circulation',
  method: 'GET',
  path: '/v1/notices/mine',
  summary: 'See my notices',
  permission: [{ who: 'patron' }],
  touches: { table: 'read' },
  output: noticeListSchema,
  refusals: {},
  example: {
    output: exampleNoticeList,
  },
  errorImpact: 'Patrons do not see their notices in their account.',
});
