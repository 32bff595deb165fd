import type { SQSEvent } from 'aws-lambda';
import { noticeMessageSchema } from '../../../../layers/kernel/notices/notice-message.ts';
import { eachMessage } from '../../../../layers/platform/http/each-message.ts';
import { work } from '../../../../layers/platform/http/work.ts';
import { noticesDeps } from '../../deps.ts';
import { sendNotice } from '../../use-cases/send-notice.ts';
import { contract } from './contract.ts';

export const handler = work(contract, noticesDeps, (event: Pick<SQSEvent, 'Records'>, deps, { now }) =>
  eachMessage(event, noticeMessageSchema, (message) => sendNotice(deps, message, now)),
);
