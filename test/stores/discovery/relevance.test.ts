import path from 'node:path';
import { readCases } from '../../../bench/relevance/cases.ts';
import { documentsIn } from '../../../bench/relevance/corpus.ts';
import { judgeAll } from '../../../bench/relevance/run.ts';
import { works } from '../../../demo/works/works.ts';
import { documentOfWork } from '../../builders/index-document.ts';
import { describeWithRealData } from '../../builders/real-data.ts';

const conditions = (name: string) => readCases(path.join(process.cwd(), 'test', 'relevance', `${name}.json`));

test('on the demo’s works every condition holds', async () => {
  const { judged } = await judgeAll(works.map(documentOfWork), conditions('demo'));
  expect(judged.length).toBeGreaterThanOrEqual(40);
  expect(judged.filter(({ met }) => !met)).toEqual([]);
});

describeWithRealData('on real records', (folder) => {
  // The whole takes minutes: npm run bench:relevance.
  const files = ['penn-state', 'princeton', 'rero', 'trln-4univ'].map((library) => `${library}/records.mrc`);

  test('every condition on four libraries’ records holds', async () => {
    const documents = documentsIn(path.join(folder, 'marc'), files);
    const all = conditions('real-records');
    const known = new Set(documents.map(({ recordId }) => recordId));
    const theirs = all.filter(
      ({ condition }) => 'records' in condition && condition.records.every((id) => known.has(id)),
    );
    console.log(`scaled down: ${theirs.length} of ${all.length} conditions, on ${documents.length} of 42,000 records`);
    const { judged } = await judgeAll(documents, theirs);
    expect(judged.length).toBeGreaterThan(40);
    expect(judged.filter(({ met }) => !met)).toEqual([]);
  });
});
