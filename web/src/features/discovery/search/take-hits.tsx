import { api, takeFile } from '../../../api/client.ts';
import { useSelectedLibrary } from '../../../components/selected-library.ts';
import { TakeFile } from '../../../components/take-file.tsx';
import { useTranslate } from '../../../i18n/translate.ts';

/** The maximum number of records in one file. */
const MOST = 200;

/** Exports the records shown as one file, in their order. */
export const TakeHits = ({ recordIds }: { recordIds: readonly string[] }) => {
  const t = useTranslate();
  const library = useSelectedLibrary();
  const taken = recordIds.slice(0, MOST);
  return (
    <TakeFile
      what={t('take-hits.what', { count: taken.length })}
      name="records"
      ask={(form) =>
        takeFile(
          api.POST('/v1/discovery/exports', {
            params: { query: library ? { portal: library } : {} },
            body: { form, recordIds: taken },
            parseAs: 'text',
          }),
        )
      }
    />
  );
};
