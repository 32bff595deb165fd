import { noticeStore } from '../../../layers/data/notice-store.ts';
import { patronOf } from '../../../layers/http/actor.ts';
import { handle } from '../../../layers/http/handle.ts';
import { answer } from '../../../layers/http/outcome.ts';
import { circulationHouse } from '../house.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, circulationHouse, async ({ actor, now }, house) => {
  const notices = await noticeStore(house.table).list(patronOf(actor).id);
  return answer({
    notices: await Promise.all(
      notices.map(async (notice) => {
        const title = notice.recordId === undefined ? undefined : await house.titles.ofRecord(notice.recordId, now);
        return { ...notice, ...(title !== undefined && { title }) };
      }),
    ),
  });
});
