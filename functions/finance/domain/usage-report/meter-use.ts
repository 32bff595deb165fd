import type { Counts } from '../../../../layers/kernel/usage/units.ts';
import { ofCounts, type Quantity } from '../pricing/cost.ts';
import type { Meter } from '../pricing/meters.ts';

/** The meters and the counts that they bill: one row per meter. */
const turns: readonly (readonly [Meter, (counts: Counts) => number])[] = [
  ['lambda-request', (counts) => counts.invocations],
  ['lambda-gb-second', (counts) => counts.megabyteMs],
  ['http-request', (counts) => counts.httpUnits],
  // The edge precedes every HTTP request, and sends the files of the web app; payloads beyond 512 KB are too rare to be counted separately.
  ['cloudfront-request', (counts) => counts.httpUnits + counts.webFiles],
  ['waf-request', (counts) => counts.httpUnits + counts.webFiles],
  ['cloudfront-transfer', (counts) => counts.bytesOut + counts.webBytes],
  ['dynamodb-write', (counts) => counts.writeUnits],
  ['dynamodb-read', (counts) => counts.readUnits * 2],
  ['step-transition', (counts) => counts.transitions],
  ['sqs-request', (counts) => counts.queueMessages],
  ['s3-put', (counts) => counts.objectPuts],
  ['s3-get', (counts) => counts.objectGets],
  ['kms-signature', (counts) => counts.signatures],
  // Billed by 64 KB: our events contain ids and instants, far less.
  ['event-published', (counts) => counts.busEvents],
  // The size of an e-mail is billed with attachments only, which ours have not.
  ['email-sent', (counts) => counts.emails],
  ['text-segment', (counts) => counts.textSegments],
  ['log-ingest', (counts) => counts.logBytes],
];

/** Returns the meters of some counts, with quantities; index calls and search time have none: the search domain is idle cost. */
export const meterUse = (counts: Counts): Map<Meter, Quantity> => {
  const use = new Map<Meter, Quantity>();
  for (const [meter, count] of turns) if (count(counts) > 0) use.set(meter, ofCounts(count(counts)));
  return use;
};
