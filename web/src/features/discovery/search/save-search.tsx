import { Button, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useSession } from '../../../api/session.ts';
import { FailedNotice } from '../../../components/states.tsx';
import { toast } from '../../../components/toasts.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { AlertChoice } from '../shared/alert-choice.tsx';
import { type SearchParameters, tidy } from '../shared/search-parameters.ts';
import { useSought } from '../shared/use-hits.ts';
import { type Alert, useSaveSearch } from '../shared/use-searches.ts';

const LONGEST = 100;
/** The most libraries that a search names. */
const MOST_MEMBERS = 30;

/** Returns a search as it is saved: the libraries whose holdings are searched become its chosen libraries. */
const useQueryText = (parameters: SearchParameters): string => {
  const { portal: _, within = '', ...sought } = useSought(parameters);
  const isNamed = within !== '' && within.split(',').length <= MOST_MEMBERS;
  const query = tidy({ ...sought, member: sought.member ?? (isNamed ? within : undefined) });
  return new URLSearchParams(query as Record<string, string>).toString();
};

/** The form that saves a search, with or without an alert of new titles. */
const SaveForm = ({ parameters, close }: { parameters: SearchParameters; close: () => void }) => {
  const t = useTranslate();
  const query = useQueryText(parameters);
  const [name, setName] = useState(parameters.q?.slice(0, LONGEST) ?? '');
  const [alert, setAlert] = useState<Alert>('weekly');
  const save = useSaveSearch((saved) => {
    toast(t('searches.saved', { name: saved.name }));
    close();
  });
  return (
    <form
      className="stack save-search"
      aria-label={t('searches.save-this')}
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') save.mutate({ name: name.trim(), query, alert });
      }}
    >
      <TextInput
        label={t('searches.name')}
        value={name}
        maxLength={LONGEST}
        required
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
      <AlertChoice value={alert} choose={setAlert} />
      <p className="quiet">{t('searches.alert-meaning')}</p>
      {save.error && <FailedNotice thrown={save.error} />}
      <div className="row">
        <Button type="submit" loading={save.isPending} disabled={name.trim() === '' || query === ''}>
          {t('searches.save')}
        </Button>
        <Link to="/searches">{t('searches.title')}</Link>
      </div>
    </form>
  );
};

/** The button that opens and closes the form that saves a search. Only patrons are offered it. */
export const SaveSearch = ({ parameters }: { parameters: SearchParameters }) => {
  const t = useTranslate();
  const session = useSession();
  const [isOpen, setIsOpen] = useState(false);
  if (session?.kind !== 'patron') return null;
  return (
    <>
      <Button size="sm" variant="default" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
        {t('searches.save-this')}
      </Button>
      {isOpen && <SaveForm parameters={parameters} close={() => setIsOpen(false)} />}
    </>
  );
};
