import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useEffect, useState } from 'react';
import { useDirectory } from '../../../api/directory.ts';
import { useSay, useSayOf } from '../../../i18n/translate.ts';
import { type Browsing, browsingOf, lists } from './browsing.ts';

/** Whose records: all, those of a kind of library together, or one library's. */
const useScopes = (): { value: string; label: string }[] => {
  const say = useSay();
  const sayOf = useSayOf();
  const { members } = useDirectory();
  const kinds = [...new Set(members.map(({ type }) => type))];
  const groups = kinds
    .map((kind) => ({ kind, ids: members.filter(({ type }) => type === kind).map(({ memberId }) => memberId) }))
    .filter(({ ids }) => ids.length > 1 && ids.length < members.length);
  return [
    { value: '', label: say('browse.all') },
    ...groups.map(({ kind, ids }) => ({
      value: ids.sort().join(','),
      label: say('browse.group', { kind: sayOf('member-type', kind), count: ids.length }),
    })),
    ...members.map(({ memberId, name }) => ({ value: memberId, label: name })),
  ];
};

/** Which list, whose, and where it opens. */
export const BrowseForm = ({ browsing }: { browsing: Browsing }) => {
  const say = useSay();
  const sayOf = useSayOf();
  const navigate = useNavigate();
  const scopes = useScopes();
  const [words, setWords] = useState(browsing.from ?? '');
  const [list, setList] = useState<string>(browsing.list ?? 'author');
  const [member, setMember] = useState(browsing.member ?? '');
  useEffect(() => setWords(browsing.from ?? ''), [browsing.from]);
  useEffect(() => setList(browsing.list ?? 'author'), [browsing.list]);
  useEffect(() => setMember(browsing.member ?? ''), [browsing.member]);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void navigate({ to: '/browse', search: browsingOf({ list, from: words.trim(), member }) });
  };
  return (
    <search>
      <form className="browse-form" onSubmit={submit}>
        <NativeSelect
          label={say('browse.list')}
          value={list}
          data={lists.map((value) => ({ value, label: sayOf('browse-list', value) }))}
          onChange={({ currentTarget }) => setList(currentTarget.value)}
        />
        <TextInput
          label={say('browse.from')}
          type="search"
          maxLength={200}
          value={words}
          onChange={({ currentTarget }) => setWords(currentTarget.value)}
        />
        <NativeSelect
          label={say('browse.whose')}
          value={member}
          data={scopes}
          onChange={({ currentTarget }) => setMember(currentTarget.value)}
        />
        <Button type="submit">{say('do.open-list')}</Button>
      </form>
    </search>
  );
};
