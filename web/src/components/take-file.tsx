import { Button, NativeSelect } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTextOf, useTranslate } from '../i18n/translate.ts';
import { download } from './download.ts';
import { type ExportForm, exportForms } from './export-forms.ts';
import { FailedNotice } from './states.tsx';

type Taken = { name: string | undefined; text: string; leftOut: number };
type Asked = {
  /** The description of what is downloaded. */
  what: string;
  /** The default file name, without extension, when the response names none. */
  name: string;
  ask: (form: ExportForm) => Promise<Taken>;
};

/** Downloads records as one file in a selected format, for reference managers and other catalogues. */
export const TakeFile = ({ what, name: usual, ask }: Asked) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const [form, setForm] = useState<ExportForm>('ris');
  const file = useMutation({
    mutationFn: () => ask(form),
    onSuccess: ({ name, text }) => download(name ?? `${usual}.${form}`, text, 'text/plain'),
  });
  const leftOut = file.data?.leftOut ?? 0;
  return (
    <>
      <fieldset className="row take-hits">
        <legend className="quiet">{what}</legend>
        <NativeSelect
          size="sm"
          aria-label={t('take-hits.form')}
          value={form}
          data={exportForms.map((one) => ({ value: one, label: textOf('export-form', one) }))}
          onChange={({ currentTarget: { value } }) => setForm(exportForms.find((one) => one === value) ?? 'ris')}
        />
        <Button size="sm" variant="default" loading={file.isPending} onClick={() => file.mutate()}>
          {t('take-hits.take')}
        </Button>
      </fieldset>
      {leftOut > 0 && <p className="notice notice-warn">{t('take-hits.left-out', { count: leftOut })}</p>}
      {file.error && <FailedNotice thrown={file.error} />}
    </>
  );
};
