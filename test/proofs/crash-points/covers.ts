import { keys as catalogueKeys } from '../../../functions/catalogue/data/keys.ts';
import { handler as removeCover } from '../../../functions/discovery/operations/remove-cover/handler.ts';
import { handler as uploadCover } from '../../../functions/discovery/operations/upload-cover/handler.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { fileOf, loadBytes } from '../../builders/loads.ts';
import { staffAt } from '../../builders/people.ts';
import { aPng } from '../../builders/pictures.ts';
import { emptyBucket } from './bucket.ts';
import { withFault } from './faults.ts';
import type { Scenarios } from './scenario.ts';
import { asked } from './world.ts';

const bodyWith = (width: number) => ({ picture: Buffer.from(aPng(width, 290)).toString('base64') });

/** A title of a library, and a cataloguer of it. */
const aTitle = async (table: Table) => {
  emptyBucket();
  await loadBytes(table, 'ash', fileOf([{ id: 'k1', title: 'Songs of the ferry' }]));
  const source = await table.get(catalogueKeys.key('source', { sourceId: 'ash:k1' }), { strong: true });
  return { actor: staffAt('ash', 'cataloguer'), path: { memberId: 'ash', recordId: String(source?.recordId) } };
};

/** A title with a cover. */
const aCover = async (table: Table) => {
  const { actor, path } = await aTitle(table);
  await withFault(undefined, () => asked(uploadCover, { actor, path, body: bodyWith(200) }));
  return { actor, path };
};

/** Requests about the covers that libraries upload. */
export const coverScenarios: Record<string, Scenarios> = {
  'discovery-upload-cover': [
    {
      what: 'the first cover of a title',
      handler: uploadCover,
      prepare: async (table) => ({ ...(await aTitle(table)), body: bodyWith(200) }),
    },
    {
      what: 'another cover instead of the one before',
      handler: uploadCover,
      prepare: async (table) => ({ ...(await aCover(table)), body: bodyWith(300) }),
    },
  ],
  'discovery-remove-cover': [{ what: 'the only cover', handler: removeCover, prepare: aCover }],
};
