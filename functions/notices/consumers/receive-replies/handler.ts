import type { SQSEvent } from 'aws-lambda';
import { eachMessage } from '../../../../layers/platform/http/each-message.ts';
import { work } from '../../../../layers/platform/http/work.ts';
import { noticesDeps } from '../../deps.ts';
import { textReplySchema } from '../../domain/text-reply.ts';
import { followReply } from '../../use-cases/follow-reply.ts';
import { contract } from './contract.ts';

export const handler = work(contract, noticesDeps, (event: Pick<SQSEvent, 'Records'>, deps, { now }) =>
  eachMessage(event, textReplySchema, (reply) => followReply(deps, reply, now)),
);
