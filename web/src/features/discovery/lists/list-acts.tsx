import { Button } from '@mantine/core';
import { useState } from 'react';
import { Question } from '../../../components/question.tsx';
import { FailedNotice } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { NameForm } from '../shared/name-form.tsx';
import { type OwnList, useDelete, useRename } from '../shared/use-lists.ts';

/** The actions on a list: rename, and delete after confirmation. */
export const ListActs = ({ list, deleted = () => {} }: { list: OwnList; deleted?: () => void }) => {
  const t = useTranslate();
  const [open, setOpen] = useState<'rename' | 'delete'>();
  const close = (): void => setOpen(undefined);
  const rename = useRename(list, close);
  const end = useDelete(list, deleted);
  const { name, titles } = list;
  return (
    <div className="stack">
      <div className="row">
        <Button
          size="sm"
          variant="default"
          aria-expanded={open === 'rename'}
          aria-label={t('lists.rename-one', { name })}
          onClick={() => setOpen(open === 'rename' ? undefined : 'rename')}
        >
          {t('lists.rename')}
        </Button>
        <Button
          size="sm"
          variant="default"
          aria-label={t('lists.delete-one', { name })}
          onClick={() => setOpen('delete')}
        >
          {t('lists.delete')}
        </Button>
      </div>
      {open === 'rename' && (
        <NameForm label={t('lists.name')} does={t('lists.keep')} first={name} autoFocus sending={rename} />
      )}
      {open === 'delete' && (
        <Question yes={t('lists.delete')} isPending={end.isPending} go={() => end.mutate()} away={close}>
          <p>{t('lists.delete-sure', { name, count: titles })}</p>
        </Question>
      )}
      {end.error && <FailedNotice thrown={end.error} />}
    </div>
  );
};
