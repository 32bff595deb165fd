import { keyTable } from '../../../key-table.ts';
import { begunBy, headingTouched, touchedBy } from '../../domain/index/changes.ts';
import { contract } from './contract.ts';

/** Returns a row with all fields that any row read here has, so that only its kind decides whether it is read. */
const rowOf = (entity: string) => ({
  ...{ entity, recordId: 'rec_1', sourceId: 'ash:b1', itemId: 'itm_1', decisionId: 'dec_1', changeId: 'chg_1' },
  ...{ list: 'author', heading: 'Okri, Nadia', checksum: 'after', state: 'available', pending: [{}] },
});

test('the stream filter passes every kind of row that the handler processes, and no other', () => {
  const read = keyTable
    .map(({ entity }) => entity)
    .filter((entity) => {
      const after = rowOf(entity);
      const change = { before: { ...after, checksum: 'before', state: 'in-process' }, after };
      return touchedBy(change).length > 0 || headingTouched(change) !== undefined || begunBy(change) !== undefined;
    });
  expect(read).toContain('sourceChange');
  const { trigger } = contract;
  expect(trigger.by === 'stream' && [...trigger.entities].sort()).toEqual(read.sort());
});
