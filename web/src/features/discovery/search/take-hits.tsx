import { api, takeFile } from '../../../api/client.ts';
import { useDoor } from '../../../components/selected-library.ts';
import { TakeFile } from '../../../components/take-file.tsx';
import { useSay } from '../../../i18n/translate.ts';

/** As many records as go into one file. */
const MOST = 200;

/** The records shown as one file, in their order. */
export const TakeHits = ({ recordIds }: { recordIds: readonly string[] }) => {
  const say = useSay();
  const door = useDoor();
  const taken = recordIds.slice(0, MOST);
  return (
    <TakeFile
      what={say('take-hits.what', { count: taken.length })}
      name="records"
      ask={(form) =>
        takeFile(
          api.POST('/v1/discovery/exports', {
            params: { query: door ? { door } : {} },
            body: { form, recordIds: taken },
            parseAs: 'text',
          }),
        )
      }
    />
  );
};
