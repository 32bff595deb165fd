import { Button, TextInput } from '@mantine/core';
import { Link, useNavigate, useRouterState } from '@tanstack/react-router';
import { type FormEvent, useEffect, useRef } from 'react';
import { asProblem } from '../../../api/problem.ts';
import { Announce } from '../../../components/announce.tsx';
import { Icon } from '../../../components/icon.tsx';
import { FailedNotice } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import '../shared/hand-over.ts';
import { OptIn } from '../shared/opt-in.tsx';
import { PatronsFrame } from '../shared/patrons-frame.tsx';
import { useFirstFocus } from '../shared/use-first-focus.ts';
import { FoundPatrons } from './found-patrons.tsx';
import { type FoundPatron, usePatronSearch } from './use-patron-search.ts';

/** Splits a typed name into what the form for a new patron is filled with. */
const newPatronOf = (text: string) => {
  if (/\d|@/.test(text)) return {};
  const [family = '', given = ''] = text.includes(',')
    ? text.split(',').map((part) => part.trim())
    : [text.split(' ').slice(1).join(' ') || text, text.includes(' ') ? text.split(' ')[0] : ''];
  return { newPatron: { family, ...(given && { given }) } };
};

const Search = ({ branchId }: { branchId: string }) => {
  const t = useTranslate();
  const navigate = useNavigate();
  const box = useRef<HTMLInputElement>(null);
  const text = useRouterState({ select: ({ location }) => location.state.patronSearch ?? '' });
  const { data, error, refetch } = usePatronSearch(branchId, text);
  const open = ({ patronId }: Pick<FoundPatron, 'patronId'>): void => {
    void navigate({ to: '/patrons/$patronId', params: { patronId } });
  };
  useEffect(() => {
    if (box.current) box.current.value = text;
  }, [text]);
  useFirstFocus(box);
  // A card, an e-mail address or a whole name finds one patron: the record opens at once, in place of the list.
  const only = data?.elsewhere ?? (data?.patrons.length === 1 ? data.patrons[0]?.patronId : undefined);
  useEffect(() => {
    if (only) void navigate({ to: '/patrons/$patronId', params: { patronId: only }, replace: true });
  }, [only, navigate]);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const typed = box.current?.value.trim() ?? '';
    void navigate({ to: '/patrons', replace: true, state: { patronSearch: typed } });
  };
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: React has no types for the search element yet. */}
      <form role="search" className="patron-search" onSubmit={submit}>
        <TextInput
          ref={box}
          size="md"
          label={t('patrons.search')}
          description={t('patrons.search-hint')}
          leftSection={<Icon name="search" size={18} />}
          autoComplete="off"
          spellCheck={false}
          maxLength={100}
        />
        <Button type="submit">{t('patrons.find')}</Button>
        <Link to="/patrons/new" state={newPatronOf(text)} className="call call-plain">
          {t('patrons.register')}
        </Link>
      </form>
      <Announce text={data ? t('patrons.found', { count: data.patrons.length }) : ''} />
      {error && (
        <FailedNotice thrown={error} again={() => void refetch()}>
          {asProblem(error).code === 'not-opted-in' && (
            <OptIn branchId={branchId} card={text.replaceAll(/\s/g, '')} done={() => void refetch()} />
          )}
        </FailedNotice>
      )}
      {text !== '' && !error && <FoundPatrons found={data} open={open} />}
    </>
  );
};

/** The search for patrons: by name in any order, birth date, card, e-mail or phone. Nothing typed goes into the address. */
export const PatronsPage = () => {
  const t = useTranslate();
  return (
    <PatronsFrame title={t('patrons.title')} back="/patrons">
      {(branchId) => <Search key={branchId} branchId={branchId} />}
    </PatronsFrame>
  );
};
