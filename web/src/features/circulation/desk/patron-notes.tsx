import { Button, Checkbox, NativeSelect, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useDirectory } from '../../../api/directory.ts';
import { Icon } from '../../../components/icon.tsx';
import { FailedNotice } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import type { Patron } from './desk-types.ts';
import { useEndNote, useNote } from './use-patron-record.ts';

type Shown = { patron: Patron; branchId: string; again: () => Promise<void> };
type Note = Patron['notes'][number];

const readersOf = ['own-library', 'all'] as const;

const NoteText = ({ note }: { note: Note }) => {
  const { date } = useFormat();
  const { branchName } = useDirectory();
  return (
    <>
      <span className="note-text">{note.text}</span>{' '}
      <span className="quiet">
        {branchName(note.branchId)}, {date(note.at)}
      </span>
    </>
  );
};

/** The alerts about a patron, shown until staff clear them. */
export const PatronAlerts = ({ patron, branchId, again }: Shown) => {
  const t = useTranslate();
  const clear = useEndNote({ patronId: patron.patronId, branchId }, 'alert-clearings', again);
  return (
    <>
      {patron.notes
        .filter(({ alert }) => alert)
        .map((note) => (
          <div key={note.noteId} className="notice notice-bad" role="alert">
            <Icon name="warn" />
            <div>
              <p>
                <NoteText note={note} />
              </p>
              <button type="button" className="text-button" onClick={() => clear.mutate(note.noteId)}>
                {t('record.clear-alert')}
              </button>
            </div>
          </div>
        ))}
      {clear.error && <FailedNotice thrown={clear.error} />}
    </>
  );
};

const AddNote = ({ patron, branchId, again }: Shown) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const [text, setText] = useState('');
  const [readers, setReaders] = useState<(typeof readersOf)[number]>('own-library');
  const [alert, setAlert] = useState(false);
  const add = useNote({ patronId: patron.patronId, branchId }, again);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (text.trim() === '') return;
    add.mutate({ text, readers, alert }, { onSuccess: () => setText('') });
  };
  return (
    <form className="stack" onSubmit={submit}>
      <Textarea
        label={t('record.note')}
        aria-keyshortcuts="N"
        maxLength={1000}
        autosize
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      <NativeSelect
        label={t('record.readers')}
        value={readers}
        data={readersOf.map((value) => ({ value, label: textOf('note-readers', value) }))}
        onChange={({ currentTarget: { value } }) => setReaders(value === 'all' ? 'all' : 'own-library')}
      />
      <Checkbox
        label={t('record.alert')}
        checked={alert}
        onChange={({ currentTarget: { checked } }) => setAlert(checked)}
      />
      <div>
        <Button size="sm" variant="default" type="submit" loading={add.isPending}>
          {t('record.add-note')}
        </Button>
      </div>
      {add.error && <FailedNotice thrown={add.error} />}
    </form>
  );
};

/** The notes of staff about a patron that this desk reads, and a form for another one. */
export const PatronNotes = ({ patron, branchId, again, isOpen = false }: Shown & { isOpen?: boolean }) => {
  const t = useTranslate();
  const remove = useEndNote({ patronId: patron.patronId, branchId }, 'removals', again);
  const notes = patron.notes.filter(({ block }) => block === undefined);
  return (
    <details className="patron-part" open={isOpen}>
      <summary>{t('record.notes', { count: notes.length })}</summary>
      <ul>
        {notes.map((note) => (
          <li key={note.noteId}>
            <NoteText note={note} />{' '}
            <button
              type="button"
              className="text-button"
              aria-label={t('record.remove-note-one', { text: note.text })}
              onClick={() => remove.mutate(note.noteId)}
            >
              {t('record.remove-note')}
            </button>
          </li>
        ))}
      </ul>
      {remove.error && <FailedNotice thrown={remove.error} />}
      <AddNote patron={patron} branchId={branchId} again={again} />
    </details>
  );
};
