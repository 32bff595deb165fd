import { contract as searchTarget } from '../../functions/catalogue/operations/search-target/contract.ts';
import { exampleRecord } from '../../functions/catalogue/schemas/record-example.ts';

const summary = { tag: '520', ind1: ' ', ind2: ' ', subfields: [{ code: 'a', value: 'A matchmaker errs.' }] };
const theirs = { tag: '949', ind1: ' ', ind2: ' ', subfields: [{ code: 'a', value: 'Their shelf' }] };

/** What a catalogue elsewhere has: the book with a summary and a field of its own, and another that is nowhere here. */
export const fixtureTargetHits = (query: URLSearchParams) => {
  if (query.get('target') === 'University union') return undefined;
  const [hit] = searchTarget.example.output.hits;
  const record = {
    ...exampleRecord,
    control: [
      { tag: '003', value: 'NatLib' },
      ...exampleRecord.control.map((one) => (one.tag === '001' ? { ...one, value: '4711' } : one)),
    ],
    data: [...exampleRecord.data, summary, theirs],
  };
  return {
    total: 12,
    unreadable: 1,
    hits: [
      { ...hit, title: hit?.title ?? '', record, like: hit?.like ?? [] },
      { title: 'Emma : a play', year: 2019, record: exampleRecord, like: [] },
    ],
  };
};
