import { Button, Checkbox } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type KeyboardEvent, useId, useState } from 'react';
import { Announce } from '../../../components/announce.tsx';
import { FailedNotice, Waiting } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { NameForm } from './name-form.tsx';
import { createList, removeTitle, saveTitle, useLists, useListsAnew } from './use-lists.ts';

type List = { listId: string; name: string; has?: boolean };

/** Adds a title to a list or removes it; returns the message to show. */
const useToggle = (recordId: string) => {
  const t = useTranslate();
  const anew = useListsAnew();
  return useMutation({
    mutationFn: async ({ listId, name, has }: List) => {
      if (has) await removeTitle({ listId, recordId });
      else await saveTitle({ listId, recordId });
      return t(has ? 'save-to.removed' : 'save-to.saved', { name });
    },
    onSettled: anew,
  });
};

/** Creates a list and adds the title to it. */
const useNew = (recordId: string, done: () => void) => {
  const t = useTranslate();
  const anew = useListsAnew();
  return useMutation({
    mutationFn: async (name: string) => {
      const { listId } = await createList(name);
      await saveTitle({ listId, recordId });
      return t('save-to.saved', { name });
    },
    onSuccess: done,
    onSettled: anew,
  });
};

/** The patron's lists, each with a tick for the title, and a form for a new list; Escape closes the panel. */
export const SavePanel = ({ recordId, close }: { recordId: string; close: () => void }) => {
  const t = useTranslate();
  const id = useId();
  const [made, setMade] = useState(0);
  const { data: lists, error, refetch } = useLists(recordId);
  const toggle = useToggle(recordId);
  const create = useNew(recordId, () => setMade(made + 1));
  const message = [create, toggle].toSorted((one, other) => other.submittedAt - one.submittedAt)[0]?.data ?? '';
  const closing = ({ key }: KeyboardEvent): void => {
    if (key === 'Escape') close();
  };
  return (
    <section className="card" aria-labelledby={id} onKeyDown={closing}>
      <h3 id={id}>{t('save-to.title')}</h3>
      {error && !lists && <FailedNotice thrown={error} again={() => void refetch()} />}
      {!error && !lists && <Waiting rows={1} height={40} />}
      {lists?.map((list) => (
        <Checkbox
          key={list.listId}
          label={list.name}
          // Shows the new state while the request is pending.
          checked={(toggle.isPending && toggle.variables.listId === list.listId) !== (list.has === true)}
          onChange={() => !toggle.isPending && toggle.mutate(list)}
        />
      ))}
      {toggle.error && <FailedNotice thrown={toggle.error} />}
      <NameForm key={made} label={t('save-to.new')} does={t('save-to.new-create')} sending={create} />
      <Announce text={message} />
      {message !== '' && <p className="notice notice-good">{message}</p>}
      <p className="row">
        <Button size="sm" variant="default" onClick={close}>
          {t('save-to.done')}
        </Button>
        <Link to="/lists">{t('lists.all')}</Link>
      </p>
    </section>
  );
};
