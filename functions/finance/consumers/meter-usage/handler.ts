import { gunzipSync } from 'node:zlib';
import { work } from '../../../../layers/platform/http/work.ts';
import { meteringDeps } from '../../deps.ts';
import { meterUsage } from '../../use-cases/meter-usage.ts';
import { contract } from './contract.ts';

/** The payload from CloudWatch Logs: gzip in base64. */
type LogsEvent = { awslogs: { data: string } };

const { memoryMb = 512 } = contract;

const payloadOf = ({ awslogs }: LogsEvent): unknown =>
  JSON.parse(gunzipSync(Buffer.from(awslogs.data, 'base64')).toString('utf8'));

export const handler = work(contract, meteringDeps, (event: LogsEvent, deps, { now, lambdaRequestId }) =>
  meterUsage(deps, payloadOf(event), { now, lambdaRequestId, memoryMb }),
);
