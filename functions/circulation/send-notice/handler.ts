import type { SQSEvent } from 'aws-lambda';
import * as z from 'zod';
import { branchStore } from '../../../layers/data/branch-store.ts';
import { sendMail } from '../../../layers/data/mail.ts';
import { noticeStore } from '../../../layers/data/notice-store.ts';
import { patronStore } from '../../../layers/data/patron-store.ts';
import { openTable } from '../../../layers/data/table.ts';
import { titlesIn } from '../../../layers/data/titles.ts';
import { work } from '../../../layers/http/work.ts';
import type { Runtime } from '../../../layers/runtime/runtime.ts';
import { eachMessage } from '../each-message.ts';
import { contract } from './contract.ts';
import { holdReadyMail } from './hold-ready-mail.ts';

const messageSchema = z.object({
  noticeId: z.string().min(1),
  patronId: z.string().min(1),
  recordId: z.string().exactOptional(),
  pickupBranch: z.string().min(1),
  until: z.string().exactOptional(),
  at: z.string().min(1),
  cause: z.string().min(1),
});
type Message = z.infer<typeof messageSchema>;

const compose = (runtime: Runtime) => {
  const table = openTable(runtime);
  return {
    notices: noticeStore(table),
    patrons: patronStore(table),
    branches: branchStore(table),
    titles: titlesIn(table),
    sender: runtime.environment.maybe('NOTICE_SENDER'),
  };
};

const mail = async (message: Message, deps: ReturnType<typeof compose>, now: number): Promise<void> => {
  const { patronId, noticeId, recordId, pickupBranch } = message;
  const { sender, patrons, branches, titles, notices } = deps;
  const to = sender && (await patrons.get(patronId))?.person.person.email;
  if (!sender || !to) return;
  const [branch, title] = await Promise.all([
    branches.known(pickupBranch, now),
    recordId === undefined ? undefined : titles.ofRecord(recordId, now),
  ]);
  await sendMail(sender, { to, ...holdReadyMail({ title, branch, until: message.until }) });
  await notices.mailed(patronId, noticeId);
};

export const handler = work(contract, compose, (event: Pick<SQSEvent, 'Records'>, deps, { now }) =>
  eachMessage(event, messageSchema, async (message) => {
    const { patronId, cause: _, ...told } = message;
    const fresh = await deps.notices.add(patronId, { ...told, kind: 'hold-ready', mailed: false });
    // A message that comes again is done, unless its e-mail failed: then that alone is tried again.
    if (fresh || !(await deps.notices.wasMailed(patronId, message.noticeId))) await mail(message, deps, now);
  }),
);
