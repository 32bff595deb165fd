import { Button, NativeSelect } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useEffect, useState } from 'react';
import { Icon } from '../../../components/icon.tsx';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import { type Scope, type SearchParameters, scopes, worded } from './search-parameters.ts';
import { SuggestBox } from './suggest-box.tsx';
import './search-form.css';

/** The search box: words and scope. A new search keeps the previous filters, except the work. */
export const SearchForm = ({ parameters }: { parameters: SearchParameters }) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const navigate = useNavigate();
  const [query, setQuery] = useState(parameters.q ?? '');
  const [scope, setScope] = useState<Scope>(parameters.scope ?? 'any');
  useEffect(() => setQuery(parameters.q ?? ''), [parameters.q]);
  useEffect(() => setScope(parameters.scope ?? 'any'), [parameters.scope]);
  const look = (q: string, where: Scope): void =>
    void navigate({ to: '/search', search: worded(parameters, q, where) });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    look(query.trim(), scope);
  };
  return (
    <search>
      <form className="search-form" onSubmit={submit}>
        <NativeSelect
          size="md"
          aria-label={t('search.scope')}
          value={scope}
          data={scopes.map((value) => ({ value, label: textOf('scope', value) }))}
          onChange={({ currentTarget }) => setScope(scopes.find((one) => one === currentTarget.value) ?? 'any')}
        />
        <SuggestBox query={query} setQuery={setQuery} scope={scope} choose={({ text, list }) => look(text, list)} />
        <Button size="md" type="submit" leftSection={<Icon name="search" size={18} />}>
          {t('do.search')}
        </Button>
      </form>
    </search>
  );
};
