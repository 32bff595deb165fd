import path from 'node:path';
import { type Case, readCases } from '../../../bench/relevance/cases.ts';
import { documentsIn, judgedFiles } from '../../../bench/relevance/corpus.ts';
import { isIdle, type Judged } from '../../../bench/relevance/judge.ts';
import { judgeAll } from '../../../bench/relevance/run.ts';
import { works } from '../../../demo/works/works.ts';
import { documentOfWork } from '../../builders/index-document.ts';
import { note } from '../../builders/note.ts';
import { describeWithRealData } from '../../builders/real-data.ts';

const conditions = (name: string) => readCases(path.join(process.cwd(), 'test', 'relevance', `${name}.json`));

describe('among the demo’s works', () => {
  let judged: Judged[];
  beforeAll(async () => {
    ({ judged } = await judgeAll(works.map(documentOfWork), conditions('demo')));
  });

  test('every condition is met', () => {
    expect(judged.length).toBeGreaterThanOrEqual(40);
    expect(judged.filter(({ met }) => !met)).toEqual([]);
  });

  test('finding M5: a leading article hides no title, typed first or after a comma', () => {
    const articles = judged.filter(({ kind }) => kind === 'article');
    expect(articles.map(({ query }) => query.replace(' (any)', ''))).toEqual(
      expect.arrayContaining(['the dune', 'the middlemarch', 'a hobbit', 'Hobbit, The']),
    );
    expect(articles.filter(({ met }) => !met)).toEqual([]);
  });
});

const namedBy = ({ condition }: Case): string[] => [
  ...('records' in condition ? condition.records : []),
  ...('others' in condition ? condition.others : []),
];

describeWithRealData('on real records', (folder) => {
  // The whole takes minutes (npm run bench:relevance): here all records of four libraries, and of the others those that cases need.
  const whole = ['penn-state', 'princeton', 'rero', 'trln-4univ'].map((library) => `${library}/records.mrc`);

  // By name, so that a query that finds nothing any more fails, even if those it is compared with find nothing either.
  const idleHere = [
    'fuller margaret (author)',
    'dionysius of alexandria (author)',
    'nicolas nicholas harris (author)',
    'mitchell broadus (author)',
    'ressler sanford (author)',
    'Lyon pendant la Révolution (any)',
  ];

  test('every condition is met among four libraries’ records and those that any condition names', async () => {
    const all = conditions('real-records');
    const named = new Set(all.flatMap(namedBy));
    const marc = path.join(folder, 'marc');
    const others = judgedFiles.filter((file) => !whole.includes(file));
    const documents = [...documentsIn(marc, whole), ...documentsIn(marc, others, (recordId) => named.has(recordId))];
    const known = new Set(documents.map(({ recordId }) => recordId));
    const theirs = all.filter((one) => namedBy(one).every((id) => known.has(id)));
    const { judged } = await judgeAll(documents, theirs);
    // Queries that must find the same prove nothing where none of them finds anything.
    const idle = judged.filter(isIdle);
    const unmet = judged.filter((one) => !one.met && !isIdle(one));
    const passedOver = `${all.length - theirs.length} name records that are not here, ${idle.length} compare queries that find nothing here`;
    note(
      `${judged.length - idle.length} of ${all.length} conditions judged on ${documents.length} of 42,000 records; ${passedOver}`,
    );
    expect(idle.map(({ query }) => query)).toEqual(idleHere);
    expect(judged.length - idle.length).toBeGreaterThan(260);
    expect(unmet).toEqual([]);
  }, 180_000);
});
