import { Button, NativeSelect } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useEffect, useState } from 'react';
import { Icon } from '../../../components/icon.tsx';
import { useSay, useSayOf } from '../../../i18n/translate.ts';
import { type Scope, scopes, type Wish, worded } from './search-parameters.ts';
import { SuggestBox } from './suggest-box.tsx';

/** The one box: words and where to look for them. A new search keeps the filters of the one before, but not its work. */
export const SearchForm = ({ wish }: { wish: Wish }) => {
  const say = useSay();
  const sayOf = useSayOf();
  const navigate = useNavigate();
  const [words, setWords] = useState(wish.q ?? '');
  const [scope, setScope] = useState<Scope>(wish.scope ?? 'any');
  useEffect(() => setWords(wish.q ?? ''), [wish.q]);
  useEffect(() => setScope(wish.scope ?? 'any'), [wish.scope]);
  const look = (q: string, where: Scope): void => void navigate({ to: '/search', search: worded(wish, q, where) });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    look(words.trim(), scope);
  };
  return (
    <search>
      <form className="search-form" onSubmit={submit}>
        <NativeSelect
          size="md"
          aria-label={say('search.scope')}
          value={scope}
          data={scopes.map((value) => ({ value, label: sayOf('scope', value) }))}
          onChange={({ currentTarget }) => setScope(scopes.find((one) => one === currentTarget.value) ?? 'any')}
        />
        <SuggestBox words={words} setWords={setWords} scope={scope} choose={({ text, list }) => look(text, list)} />
        <Button size="md" type="submit" leftSection={<Icon name="search" size={18} />}>
          {say('do.search')}
        </Button>
      </form>
    </search>
  );
};
