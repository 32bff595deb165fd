import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useEffect, useState } from 'react';
import { useDirectory } from '../../../api/directory.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import { type Browsing, browsingOf, lists } from './browsing.ts';

/** The choice of scope: all records, those of one kind of library, or one library's. */
const useScopes = (): { value: string; label: string }[] => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { members } = useDirectory();
  const kinds = [...new Set(members.map(({ type }) => type))];
  const groups = kinds
    .map((kind) => ({ kind, ids: members.filter(({ type }) => type === kind).map(({ memberId }) => memberId) }))
    .filter(({ ids }) => ids.length > 1 && ids.length < members.length);
  return [
    { value: '', label: t('browse.all') },
    ...groups.map(({ kind, ids }) => ({
      value: ids.sort().join(','),
      label: t('browse.group', { kind: textOf('member-type', kind), count: ids.length }),
    })),
    ...members.map(({ memberId, name }) => ({ value: memberId, label: name })),
  ];
};

/** The choice of list, scope and start. */
export const BrowseForm = ({ browsing }: { browsing: Browsing }) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const navigate = useNavigate();
  const scopes = useScopes();
  const [query, setQuery] = useState(browsing.from ?? '');
  const [list, setList] = useState<string>(browsing.list ?? 'author');
  const [member, setMember] = useState(browsing.member ?? '');
  useEffect(() => setQuery(browsing.from ?? ''), [browsing.from]);
  useEffect(() => setList(browsing.list ?? 'author'), [browsing.list]);
  useEffect(() => setMember(browsing.member ?? ''), [browsing.member]);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void navigate({ to: '/browse', search: browsingOf({ list, from: query.trim(), member }) });
  };
  return (
    <search>
      <form className="browse-form" onSubmit={submit}>
        <NativeSelect
          label={t('browse.list')}
          value={list}
          data={lists.map((value) => ({ value, label: textOf('browse-list', value) }))}
          onChange={({ currentTarget }) => setList(currentTarget.value)}
        />
        <TextInput
          label={t('browse.from')}
          type="search"
          maxLength={200}
          value={query}
          onChange={({ currentTarget }) => setQuery(currentTarget.value)}
        />
        <NativeSelect
          label={t('browse.whose')}
          value={member}
          data={scopes}
          onChange={({ currentTarget }) => setMember(currentTarget.value)}
        />
        <Button type="submit">{t('do.open-list')}</Button>
      </form>
    </search>
  );
};
