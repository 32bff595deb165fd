import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { hasRole, useWho } from '../../../api/current-user.ts';
import { useDirectory } from '../../../api/directory.ts';
import { useSession } from '../../../api/session.ts';
import { StaffSignIn } from '../../../components/staff-sign-in.tsx';
import { FailedNotice, PagePending, Waiting } from '../../../components/states.tsx';
import { useTitle } from '../../../components/use-title.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { draftFor, dropDraft } from '../new-record/draft.ts';
import './edit.css';
import { useSource } from './edit.ts';
import { Editor } from './editor.tsx';

const route = getRouteApi('/edit/$sourceId');

const Whole = ({ sourceId }: { sourceId: string }) => {
  const t = useTranslate();
  const { memberName } = useDirectory();
  const { data: source, error, refetch } = useSource(sourceId);
  // A record copied from another catalogue, laid over this one.
  const [draft] = useState(() => draftFor(sourceId));
  useEffect(dropDraft, []);
  if (!source)
    return error ? <FailedNotice thrown={error} again={() => void refetch()} /> : <Waiting rows={6} height={40} />;
  if (!source.mayEdit) return <p className="notice">{t('problem.not-yours')}</p>;
  return (
    <>
      <p className="hit-by">{t('union.source', { member: memberName(source.memberId), number: source.localId })}</p>
      {source.isEdited && <p className="quiet">{t('edit.edited')}</p>}
      {draft && draft.version !== source.version && (
        <p className="notice notice-warn" role="status">
          {t('copying.changed-since')}
        </p>
      )}
      <Editor source={source} begun={draft?.over(source)} />
    </>
  );
};

/** The page that edits a member's record field by field and validates it during input. */
export const EditRecordPage = () => {
  const t = useTranslate();
  const session = useSession();
  const who = useWho();
  const { sourceId } = route.useParams();
  useTitle(t('edit.title'));
  const isIn = hasRole(who, 'cataloguer');
  if (session?.kind === 'staff' && !who) return <PagePending />;
  return (
    <div className="page page-wide">
      <h1>{t('edit.title')}</h1>
      {!isIn && (
        <>
          <p className="notice">{t('union.not-here')}</p>
          {!session && <StaffSignIn back={`/edit/${encodeURIComponent(sourceId)}`} />}
        </>
      )}
      {isIn && <Whole key={sourceId} sourceId={sourceId} />}
    </div>
  );
};
