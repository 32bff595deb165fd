import { answer } from '../../../../layers/platform/http/outcome.ts';
import type { UploadListDeps } from '../../deps.ts';

/** Lists the covers that libraries uploaded for a title, the one that is shown first. */
export const listUploadedCovers = async ({ unionOf, uploads }: UploadListDeps, recordId: string) => {
  const covers = await uploads.ofRecord((await unionOf(recordId)).recordIds);
  return answer({
    covers: covers.map(({ recordId: of, memberId, at, width, height }) => ({
      recordId: of,
      memberId,
      at,
      width,
      height,
    })),
  });
};
