import type { SQSEvent } from 'aws-lambda';
import { eachMessage } from '../../../layers/http/each-message.ts';
import { work } from '../../../layers/http/work.ts';
import { noticeMessageSchema } from '../../../layers/kernel/notices/message.ts';
import { noticesHouse } from '../house.ts';
import { receive } from '../receive.ts';
import { contract } from './contract.ts';

export const handler = work(contract, noticesHouse, (event: Pick<SQSEvent, 'Records'>, house, { now }) =>
  eachMessage(event, noticeMessageSchema, (message) => receive(house, message, now)),
);
