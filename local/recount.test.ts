import { createHash } from 'node:crypto';
import { countRecord } from '../functions/governance/domain/ballots/ballot.ts';
import { exampleRecord } from '../functions/governance/schemas/voting.ts';
import { recountLines } from './recount.ts';

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
const { record } = exampleRecord;
const published = countRecord(record as Parameters<typeof countRecord>[0], hash);

test('G80 the record of a ballot is counted again from its file, and one changed vote is noticed', () => {
  const right = recountLines(JSON.stringify({ record, published }));
  expect(right.agrees).toBe(true);
  expect(right.lines).toContain('carried: 1 yes, 0 no, 0 abstentions, of 1 members');
  const changed = { ...record, votes: [{ memberId: 'riverton', choice: 'no' }] };
  const wrong = recountLines(JSON.stringify({ record: changed, published }));
  expect(wrong.agrees).toBe(false);
  expect(wrong.lines.at(-1)).toBe('The recount differs in: votes, result');
});
