import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Question } from '../../../components/question.tsx';
import { Empty, FailedNotice, Waiting } from '../../../components/states.tsx';
import { toast } from '../../../components/toasts.tsx';
import { useTitle } from '../../../components/use-title.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import { KeeperOnly } from '../lists/keeper-only.tsx';
import { AlertChoice } from '../shared/alert-choice.tsx';
import { NameForm } from '../shared/name-form.tsx';
import { searchParametersOf } from '../shared/search-parameters.ts';
import { type SavedSearch, useChangeSearch, useRemoveSearch, useSearches } from '../shared/use-searches.ts';

/** Renames a saved search, and removes it after confirmation. */
const SearchActs = ({ search }: { search: SavedSearch }) => {
  const t = useTranslate();
  const [open, setOpen] = useState<'rename' | 'remove'>();
  const close = (): void => setOpen(undefined);
  const { name, searchId, alert } = search;
  const change = useChangeSearch((after) => {
    toast(t('searches.renamed', { name: after.name }));
    close();
  });
  const remove = useRemoveSearch(() => toast(t('searches.removed', { name })));
  const rename = { ...change, mutate: (typed: string) => change.mutate({ searchId, name: typed, alert }) };
  return (
    <div className="stack">
      <div className="row">
        <Button
          size="sm"
          variant="default"
          aria-expanded={open === 'rename'}
          aria-label={t('searches.rename-one', { name })}
          onClick={() => setOpen(open === 'rename' ? undefined : 'rename')}
        >
          {t('searches.rename')}
        </Button>
        <Button
          size="sm"
          variant="default"
          aria-label={t('searches.remove-one', { name })}
          onClick={() => setOpen('remove')}
        >
          {t('searches.remove')}
        </Button>
      </div>
      {open === 'rename' && (
        <NameForm label={t('searches.name')} does={t('searches.save')} first={name} autoFocus sending={rename} />
      )}
      {open === 'remove' && (
        <Question
          yes={t('searches.remove')}
          isPending={remove.isPending}
          go={() => remove.mutate(searchId)}
          away={close}
        >
          <p>{t('searches.remove-sure', { name })}</p>
        </Question>
      )}
      {remove.error && <FailedNotice thrown={remove.error} />}
    </div>
  );
};

const SearchRow = ({ search }: { search: SavedSearch }) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { date } = useFormat();
  const { searchId, name, query, alert, createdAt } = search;
  const change = useChangeSearch((after) =>
    toast(t('searches.alert-set', { name: after.name, alert: textOf('search-alert', after.alert) })),
  );
  return (
    <li className="row-card list-row">
      <div className="row-body">
        <h2 className="row-title">
          <Link to="/search" search={searchParametersOf(Object.fromEntries(new URLSearchParams(query)))}>
            {name}
          </Link>
        </h2>
        <p className="quiet">{t('searches.made', { date: date(createdAt) })}</p>
        <AlertChoice
          value={alert}
          name={name}
          disabled={change.isPending}
          choose={(chosen) => change.mutate({ searchId, name, alert: chosen })}
        />
        {change.error && <FailedNotice thrown={change.error} />}
        <SearchActs search={search} />
      </div>
    </li>
  );
};

const Searches = () => {
  const t = useTranslate();
  const { data: searches, error, refetch } = useSearches();
  useTitle(t('searches.title'));
  return (
    <div className="page">
      <p>
        <Link to="/account">{t('nav.account')}</Link>
      </p>
      <h1>{t('searches.title')}</h1>
      <p className="quiet">{t('searches.meaning')}</p>
      {error && !searches && <FailedNotice thrown={error} again={() => void refetch()} />}
      {!error && !searches && <Waiting rows={2} height={132} />}
      {searches?.length === 0 && (
        <Empty title={t('searches.none')}>
          <p className="quiet">{t('searches.none-hint')}</p>
          <Link to="/search">{t('nav.search')}</Link>
        </Empty>
      )}
      <ul className="rows">
        {searches?.map((search) => (
          <SearchRow key={search.searchId} search={search} />
        ))}
      </ul>
    </div>
  );
};

/** The page of a patron's saved searches: rename, pause or remove each, and choose how often its alert is sent. */
export const SearchesPage = () => {
  const t = useTranslate();
  return (
    <KeeperOnly back="/searches" title={t('searches.title')} ask={t('searches.sign-in')}>
      <Searches />
    </KeeperOnly>
  );
};
