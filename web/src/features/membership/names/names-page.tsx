import { Button } from '@mantine/core';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import type { Member } from '../../../api/directory.ts';
import { useSession } from '../../../api/session.ts';
import { StaffSignIn } from '../../../components/staff-sign-in.tsx';
import { Empty, FailedNotice, PagePending } from '../../../components/states.tsx';
import { toast } from '../../../components/toasts.tsx';
import { useAskBeforeLeaving } from '../../../components/use-confirm-leaving.ts';
import { useTitle } from '../../../components/use-title.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { LibraryChoice, useLibraryChoice } from '../shared/library-choice.tsx';
import { NamedCodes } from './named-codes.tsx';
import { type NamedCode, type Names, useSetNames } from './use-set-names.ts';

const route = getRouteApi('/names');
const lists = ['locations', 'itemTypes'] as const;

const whole = (codes: readonly NamedCode[]): NamedCode[] =>
  codes
    .map(({ code, name }) => ({ code: code.trim(), name: name.trim() }))
    .filter(({ code, name }) => code !== '' && name !== '');

const Form = ({ memberId, stored }: { memberId: string; stored: Names }) => {
  const t = useTranslate();
  const [names, setNames] = useState(stored);
  const set = useSetNames(memberId, () => toast(t('names.saved')));
  const sent = { v: stored.v, locations: whole(names.locations), itemTypes: whole(names.itemTypes) };
  const isChanged = JSON.stringify(sent) !== JSON.stringify(stored);
  useAskBeforeLeaving(() => isChanged, t('names.leave'));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    set.mutate(sent);
  };
  return (
    <form className="stack" onSubmit={submit}>
      {lists.map((list) => (
        <NamedCodes
          key={list}
          title={t(`names.${list}`)}
          codes={names[list]}
          change={(codes) => setNames({ ...names, [list]: codes })}
        />
      ))}
      {set.error && <FailedNotice thrown={set.error} />}
      <p>
        <Button type="submit" loading={set.isPending} disabled={!isChanged}>
          {t('names.save')}
        </Button>
      </p>
    </form>
  );
};

const namesOf = ({ names }: Member): Names => names ?? { v: 0, locations: [], itemTypes: [] };

/** The page of a library's names of shelving locations and item types for patrons. */
export const NamesPage = () => {
  const t = useTranslate();
  const session = useSession();
  const navigate = useNavigate();
  const { member: asked } = route.useSearch();
  const { who, isPending, libraries, member } = useLibraryChoice(asked);
  useTitle(t('names.title'));
  if (session?.kind === 'staff' && (!who || isPending)) return <PagePending />;
  return (
    <div className="page page-wide">
      <div className="desk-head">
        <h1>{t('names.title')}</h1>
        <LibraryChoice
          label={t('names.library')}
          libraries={libraries}
          value={member?.memberId}
          choose={(id) => void navigate({ to: '/names', search: { member: id } })}
        />
      </div>
      <p className="quiet">{t('names.meaning')}</p>
      {member ? (
        <Form
          key={`${member.memberId} ${JSON.stringify(namesOf(member))}`}
          memberId={member.memberId}
          stored={namesOf(member)}
        />
      ) : (
        <Empty title={t('names.not-yours')}>{session?.kind !== 'staff' && <StaffSignIn back="/names" />}</Empty>
      )}
    </div>
  );
};
