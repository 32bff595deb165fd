import type { SQSEvent } from 'aws-lambda';
import { noticeMessageSchema } from '../../../../layers/kernel/notices/notice-message.ts';
import { eachMessage } from '../../../../layers/platform/http/each-message.ts';
import { work } from '../../../../layers/platform/http/work.ts';
import { noticesHouse } from '../../use-cases/house.ts';
import { receive } from '../../use-cases/receive.ts';
import { contract } from './contract.ts';

export const handler = work(contract, noticesHouse, (event: Pick<SQSEvent, 'Records'>, house, { now }) =>
  eachMessage(event, noticeMessageSchema, (message) => receive(house, message, now)),
);
