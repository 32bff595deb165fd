import { Button, NativeSelect } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, takeFile } from '../../api/client.ts';
import { useDoor } from '../../parts/door.ts';
import { download } from '../../parts/download.ts';
import { type ExportForm, exportForms } from '../../parts/export-forms.ts';
import { FailedNotice } from '../../parts/states.tsx';
import { useSay, useSayOf } from '../../words/words.tsx';

/** As many records as go into one file. */
const MOST = 200;

/** The records shown as one file, in their order, for reference managers and other catalogues. */
export const TakeHits = ({ recordIds }: { recordIds: readonly string[] }) => {
  const say = useSay();
  const sayOf = useSayOf();
  const door = useDoor();
  const [form, setForm] = useState<ExportForm>('ris');
  const taken = recordIds.slice(0, MOST);
  const file = useMutation({
    mutationFn: () =>
      takeFile(
        api.POST('/v1/discovery/exports', {
          params: { query: door ? { door } : {} },
          body: { form, recordIds: taken },
          parseAs: 'text',
        }),
      ),
    onSuccess: ({ name, text }) => download(name ?? `records.${form}`, text, 'text/plain'),
  });
  const leftOut = file.data?.leftOut ?? 0;
  return (
    <>
      <fieldset className="row take-hits">
        <legend className="quiet">{say('take-hits.what', { count: taken.length })}</legend>
        <NativeSelect
          size="sm"
          aria-label={say('take-hits.form')}
          value={form}
          data={exportForms.map((one) => ({ value: one, label: sayOf('export-form', one) }))}
          onChange={({ currentTarget: { value } }) => setForm(exportForms.find((one) => one === value) ?? 'ris')}
        />
        <Button size="sm" variant="default" loading={file.isPending} onClick={() => file.mutate()}>
          {say('take-hits.take')}
        </Button>
      </fieldset>
      {leftOut > 0 && <p className="notice notice-mark">{say('take-hits.left-out', { count: leftOut })}</p>}
      {file.error && <FailedNotice thrown={file.error} />}
    </>
  );
};
