import { api, take } from '../../../api/client.ts';
import { FileButtons } from '../../../components/file-buttons.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import type { Place } from './statement.ts';

/** The statement as a file: for print, spreadsheet, accounting, or in FOCUS; the totals are identical. */
export const Files = ({ month, memberId }: Place) => {
  const t = useTranslate();
  return (
    <FileButtons
      name={t('statements.files')}
      formats={['pdf', 'xlsx', 'csv', 'journal', 'focus', 'ubl'] as const}
      ask={(body) =>
        take(
          api.POST('/v1/finance/periods/{month}/statements/{memberId}/files', {
            params: { path: { month, memberId } },
            body,
          }),
        )
      }
    />
  );
};
