import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, Suspense, useState } from 'react';
import type { Answered } from '../../../api/current-user.ts';
import { Badge } from '../../../components/badge.tsx';
import { Icon } from '../../../components/icon.tsx';
import { lazyComponent } from '../../../components/lazy-page.ts';
import { Question } from '../../../components/question.tsx';
import { FailedNotice } from '../../../components/states.tsx';
import { toast, toastWithUndo } from '../../../components/toasts.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { HitRow } from '../shared/hit-list.tsx';
import { removeTitle, saveTitle, useListsAnew } from '../shared/use-lists.ts';

// Most notes are only read.
const NoteField = lazyComponent(() => import('./note-field.tsx'), 'NoteField');

export type Saved = Answered<'discovery-show-list'>['entries'][number];
type Row = { listId: string; saved: Saved };

const usePutBack = ({ listId, saved: { recordId, title, note } }: Row) => {
  const t = useTranslate();
  const anew = useListsAnew();
  return async (): Promise<void> => {
    await saveTitle({ listId, recordId }, note)
      .then(() => toast(t('list.put-back', { title })))
      .catch(() => toast(t('list.put-back-failed')));
    await anew();
  };
};

/** Removes a title and offers to undo it where possible. */
const useRemove = (row: Row) => {
  const t = useTranslate();
  const anew = useListsAnew();
  const putBack = usePutBack(row);
  const { recordId, title, hit } = row.saved;
  return useMutation({
    mutationFn: () => removeTitle({ listId: row.listId, recordId }),
    onSuccess: () => {
      const message = t('list.removed', { title });
      if (hit) toastWithUndo(message, { label: t('do.undo'), act: () => void putBack() });
      else toast(message);
      return anew();
    },
  });
};

const Acts = ({ listId, saved }: Row) => {
  const t = useTranslate();
  const { date } = useFormat();
  const [open, setOpen] = useState<'note' | 'remove'>();
  const remove = useRemove({ listId, saved });
  const { recordId, title, note, addedAt, hit } = saved;
  const close = (): void => setOpen(undefined);
  return (
    <div className="stack">
      {note !== undefined && open !== 'note' && <p className="list-note">{note}</p>}
      <p className="quiet">{t('list.added', { date: date(addedAt) })}</p>
      <div className="row">
        {hit && (
          <Button
            size="compact-sm"
            variant="default"
            aria-expanded={open === 'note'}
            aria-label={t('list.note-one', { title })}
            onClick={() => setOpen(open === 'note' ? undefined : 'note')}
          >
            {t('list.note')}
          </Button>
        )}
        <Button
          size="compact-sm"
          variant="default"
          loading={remove.isPending}
          aria-label={t('list.remove-one', { title })}
          onClick={() => (hit ? remove.mutate() : setOpen('remove'))}
        >
          {t('list.remove')}
        </Button>
      </div>
      {open === 'note' && (
        <Suspense>
          <NoteField {...{ listId, recordId, note }} done={close} />
        </Suspense>
      )}
      {open === 'remove' && (
        <Question yes={t('list.remove')} isPending={remove.isPending} go={() => remove.mutate()} away={close}>
          <p>{t('list.remove-sure', { title })}</p>
        </Question>
      )}
      {remove.error && <FailedNotice thrown={remove.error} />}
    </div>
  );
};

/** A title that the patron cannot see now or that no longer exists, shown by its name when saved. */
const GoneRow = ({ title, children }: { title: string; children: ReactNode }) => {
  const t = useTranslate();
  return (
    <li className="hit">
      <span className="cover cover-gone" aria-hidden="true">
        <Icon name="no" size={24} />
      </span>
      <div className="hit-body">
        <h2 className="hit-title">{title}</h2>
        <Badge tone="none" icon="no">
          {t('list.gone')}
        </Badge>
        <p className="quiet">{t('list.gone-meaning')}</p>
        {children}
      </div>
    </li>
  );
};

/** A title of a list with the actions on it. */
export const SavedRow = ({ listId, saved }: Row) => {
  const acts = <Acts listId={listId} saved={saved} />;
  return saved.hit ? <HitRow hit={saved.hit}>{acts}</HitRow> : <GoneRow title={saved.title}>{acts}</GoneRow>;
};
