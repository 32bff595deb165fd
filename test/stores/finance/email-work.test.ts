import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import type { SQSRecord } from 'aws-lambda';
import { mockClient } from 'aws-sdk-client-mock';
import { emailUnits } from '../../../functions/finance/domain/estimate/email-work.ts';
import { handler as sendNotice } from '../../../functions/notices/consumers/send-notice/handler.ts';
import { noWork } from '../../../layers/kernel/usage/units.ts';
import { type UsageLine, usageLineSchema } from '../../../layers/kernel/usage/usage-line.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { aConsortium, aCopy, at } from '../../builders/lending.ts';
import { aPatron } from '../../builders/people.ts';

const monday = '2026-03-02T11:00:00.000Z';

beforeAll(() => {
  process.env.NOTICE_SENDER = 'library@example.org';
});
afterAll(() => {
  delete process.env.NOTICE_SENDER;
});

test('the estimate contains the use of one notice by e-mail', async () => {
  mockClient(SESv2Client).on(SendEmailCommand).resolves({ MessageId: 'm1' });
  const lines: UsageLine[] = [];
  jest.spyOn(console, 'log').mockImplementation((text: unknown) => {
    const line = typeof text === 'string' && text.startsWith('{') ? JSON.parse(text) : {};
    if (line.t === 'usage') lines.push(usageLineSchema.parse(line));
  });
  const table = await aTable();
  await aConsortium(table);
  const { patronId } = await aPatron(table, { homeBranch: 'cedar.main' });
  const worker = sendNotice.using(at(monday));
  // The first one fills what a container caches for a minute: policies and texts.
  for (const noticeId of ['n1', 'n2']) {
    const hold = { holdId: `hld_${noticeId}`, patronId, pickupBranch: 'cedar.main' };
    const { itemId } = await aCopy(table, { state: 'on-hold-shelf', hold });
    const about = { itemId, holdId: hold.holdId, branchId: 'cedar.main' };
    const body = JSON.stringify({ noticeId, patronId, kind: 'hold-ready', at: monday, cause: 'cedar', ...about });
    await worker({ Records: [{ messageId: 'm0', body } as SQSRecord] }, { awsRequestId: 'lambda-1' });
  }
  const units = Object.entries(lines.at(-1)?.units ?? {}).filter(([name]) => name in noWork());
  expect(Object.fromEntries(units.filter(([, count]) => count > 0))).toEqual(emailUnits);
});
