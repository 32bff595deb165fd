import { Button, Checkbox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { api, take } from '../../../api/client.ts';
import type { Member } from '../../../api/directory.ts';
import { useSession } from '../../../api/session.ts';
import { StaffSignIn } from '../../../components/staff-sign-in.tsx';
import { Empty, FailedNotice, PagePending } from '../../../components/states.tsx';
import { toast } from '../../../components/toasts.tsx';
import { useAskBeforeLeaving } from '../../../components/use-confirm-leaving.ts';
import { useTitle } from '../../../components/use-title.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { LibraryChoice, useLibraryChoice } from '../../membership/shared/library-choice.tsx';
import { useHomeContent } from '../home/use-home-content.ts';
import { EditedEvents } from './edited-events.tsx';
import { EditedPicks } from './edited-picks.tsx';
import { bodyOf, type EditedContent, type EditedPick, useSetHome } from './use-set-home.ts';

const route = getRouteApi('/home-content');
const MOST_PICKS = 12;

type Given = { member: Member; stored: EditedContent; v: number; added: EditedPick | undefined };

const Form = ({ member, stored, v, added }: Given) => {
  const t = useTranslate();
  const isNew = added !== undefined && stored.picks.every(({ recordId }) => recordId !== added.recordId);
  const isFull = isNew && stored.picks.length >= MOST_PICKS;
  const [content, setContent] = useState<EditedContent>(
    isNew && !isFull ? { ...stored, picks: [added, ...stored.picks] } : stored,
  );
  const set = useSetHome(member.memberId, () => toast(t('content.saved')));
  const body = bodyOf(content);
  const isChanged = JSON.stringify(body) !== JSON.stringify(bodyOf(stored));
  useAskBeforeLeaving(() => isChanged && !set.isSuccess, t('content.leave'));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    set.mutate({ ...body, v });
  };
  return (
    <form className="stack" onSubmit={submit}>
      {isFull && <p className="notice">{t('content.full')}</p>}
      <EditedPicks picks={content.picks} change={(picks) => setContent({ ...content, picks })} />
      <EditedEvents
        branches={member.branches}
        events={content.events}
        change={(events) => setContent({ ...content, events })}
      />
      <Checkbox
        label={t('content.childrens-page')}
        description={t('content.childrens-page-meaning')}
        checked={content.childrensPage === true}
        onChange={({ currentTarget: { checked } }) =>
          setContent({ ...content, childrensPage: checked ? true : undefined })
        }
      />
      {set.error && <FailedNotice thrown={set.error} />}
      <p>
        <Button type="submit" loading={set.isPending} disabled={!isChanged}>
          {t('content.save')}
        </Button>
      </p>
    </form>
  );
};

/** Returns the title of the record that is to be recommended; undefined when none is, or there is no such record. */
const useAdded = (recordId: string | undefined) =>
  useQuery({
    queryKey: ['record', recordId, ''],
    queryFn: () =>
      take(api.GET('/v1/discovery/records/{recordId}', { params: { path: { recordId: recordId ?? '' }, query: {} } })),
    enabled: recordId !== undefined,
  });

const Loaded = ({ member, record }: { member: Member; record: string | undefined }) => {
  const { data, error } = useHomeContent(member.memberId);
  const added = useAdded(record);
  if (error) return <FailedNotice thrown={error} />;
  if (!data || (record !== undefined && added.isPending)) return <PagePending />;
  const page = added.data;
  const { v = 0 } = data;
  return (
    <>
      {added.error && <FailedNotice thrown={added.error} />}
      <Form
        key={`${member.memberId} ${v}`}
        {...{ member, v }}
        stored={data}
        added={page && { recordId: page.recordId, title: page.description.title, sentence: '' }}
      />
    </>
  );
};

/** The page on which the staff of a library choose the titles that it recommends and the events that it announces. */
export const HomeContentPage = () => {
  const t = useTranslate();
  const session = useSession();
  const navigate = useNavigate();
  const { member: asked, record } = route.useSearch();
  const roles = ['cataloguer', 'desk-supervisor', 'member-admin'];
  const { who, isPending, libraries, member } = useLibraryChoice(asked, { roles });
  useTitle(t('content.title'));
  if (session?.kind === 'staff' && (!who || isPending)) return <PagePending />;
  return (
    <div className="page page-wide">
      <div className="desk-head">
        <h1>{t('content.title')}</h1>
        <LibraryChoice
          label={t('content.library')}
          libraries={libraries}
          value={member?.memberId}
          choose={(id) => void navigate({ to: '/home-content', search: { member: id, ...(record && { record }) } })}
        />
      </div>
      <p className="quiet">{t('content.meaning')}</p>
      {member ? (
        <Loaded key={member.memberId} {...{ member, record }} />
      ) : (
        <Empty title={t('content.not-yours')}>
          {session?.kind !== 'staff' && <StaffSignIn back="/home-content" />}
        </Empty>
      )}
    </div>
  );
};
