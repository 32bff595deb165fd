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

test('G80 the record of a choice among options is counted again, with its rounds and the options chosen', () => {
  const method = {
    ...{ by: 'instant-runoff' as const, seats: 1, lot: hash('seed') },
    options: ['May', 'June'].map((name, place) => ({ optionId: String(place + 1), name })),
  };
  const votes = [{ memberId: 'riverton', choice: { ranking: ['2'] } }];
  const chosen = { ...record, terms: { ...record.terms, method }, votes, lot: 'seed' };
  const counted = countRecord(chosen as Parameters<typeof countRecord>[0], hash);
  const { lines, agrees } = recountLines(JSON.stringify({ record: chosen, published: counted }));
  expect(agrees).toBe(true);
  expect(lines).toEqual(expect.arrayContaining(['round 1: May 0, June 1', 'chosen: June']));
  const another = { ...chosen, lot: 'another' };
  expect(recountLines(JSON.stringify({ record: another, published: counted })).lines.at(-1)).toBe(
    'The recount differs in: terms',
  );
});
