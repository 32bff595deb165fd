import { work } from '../../../../layers/platform/http/work.ts';
import { noticesDeps } from '../../deps.ts';
import { sendDigests } from '../../use-cases/send-digests.ts';
import { contract } from './contract.ts';

export const handler = work(contract, noticesDeps, (_event: unknown, deps, { now }) => sendDigests(deps, now));
