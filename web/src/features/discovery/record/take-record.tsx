import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { api, takeFile } from '../../../api/client.ts';
import { download } from '../../../components/download.ts';
import { type ExportForm, exportForms } from '../../../components/export-forms.ts';
import { FailedNotice } from '../../../components/states.tsx';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';

/** Exports the record for reference managers and other catalogues. */
export const TakeRecord = ({ recordId }: { recordId: string }) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const file = useMutation({
    mutationFn: (form: ExportForm) =>
      takeFile(
        api.GET('/v1/discovery/records/{recordId}/exports/{form}', {
          params: { path: { recordId, form }, query: {} },
          parseAs: 'text',
        }),
      ),
    onSuccess: ({ name, text }, form) => download(name ?? `${recordId}.${form}`, text, 'text/plain'),
  });
  return (
    <section className="stack" aria-labelledby="take">
      <h2 id="take">{t('record.take')}</h2>
      <p className="row">
        {exportForms.map((form) => (
          <Button
            key={form}
            size="sm"
            variant="default"
            loading={file.isPending && file.variables === form}
            onClick={() => file.mutate(form)}
          >
            {textOf('export-form', form)}
          </Button>
        ))}
      </p>
      {file.error && <FailedNotice thrown={file.error} />}
    </section>
  );
};
