import { gzipSync } from 'node:zlib';
import type { Evidence } from '../../layers/kernel/usage/attribution.ts';

/** A usage line as logged by `handle()` and `work()`: a checkout of a patron of riverton at riverton's desk, with overrides. */
export const aUsageLine = (requestId: string, over: { evidence?: Evidence } & Record<string, unknown> = {}) => ({
  t: 'usage',
  requestId,
  lambdaRequestId: `lambda-${requestId}`,
  at: '2026-11-24T10:00:00.000Z',
  operation: 'circulation-check-out',
  context: 'circulation',
  service: 'circulation',
  member: 'riverton',
  because: 'staff-workplace',
  evidence: { caller: 'staff', workplace: 'riverton', home: 'riverton' },
  status: 201,
  ms: 12,
  units: {
    writeUnits: 6,
    readUnits: 1.5,
    indexCalls: 0,
    searchMs: 0,
    transitions: 0,
    queueMessages: 1,
    objectPuts: 0,
    objectGets: 0,
    signatures: 0,
    busEvents: 0,
    emails: 0,
    httpUnits: 1,
    bytesIn: 120,
    bytesOut: 900,
    logBytes: 0,
  },
  ...over,
});

/** The platform's report of an invocation. */
export const aReportLine = (requestId: string, billedMs = 20): string =>
  `REPORT RequestId: lambda-${requestId}\tDuration: ${billedMs}.00 ms\tBilled Duration: ${billedMs} ms\tMemory Size: 512 MB\tMax Memory Used: 90 MB\t`;

type Batch = { messages: (string | object)[]; stream?: string; at?: string };

/** The CloudWatch Logs message for lines of one stream. The ids of lines depend on the stream, so that a batch can be repeated. */
export const aLogsEvent = ({ messages, stream = 'stream', at = '2026-11-24T10:00:00.020Z' }: Batch) => {
  const timestamp = Date.parse(at);
  const payload = {
    messageType: 'DATA_MESSAGE',
    owner: '000000000000',
    logGroup: '/concord/circulation',
    logStream: stream,
    subscriptionFilters: ['metering'],
    logEvents: messages.map((message, at) => ({
      id: `${stream}-${at}`,
      timestamp,
      message: typeof message === 'string' ? message : JSON.stringify(message),
    })),
  };
  return { awslogs: { data: gzipSync(JSON.stringify(payload)).toString('base64') } };
};
