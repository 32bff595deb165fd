import { getRouteApi, Link } from '@tanstack/react-router';
import { hasRole, useWho } from '../../../api/current-user.ts';
import { useDirectory } from '../../../api/directory.ts';
import { useSession } from '../../../api/session.ts';
import { StaffSignIn } from '../../../components/staff-sign-in.tsx';
import { Empty, FailedNotice, Waiting } from '../../../components/states.tsx';
import { useTitle } from '../../../components/use-title.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import '../shared/workbench.css';
import { useCodes, yearOf } from './codes.ts';
import './codes.css';
import { CodesForm } from './codes-form.tsx';
import { Versions } from './versions.tsx';

const route = getRouteApi('/accounts/$memberId/codes');

const Whole = ({ memberId, maySet }: { memberId: string; maySet: boolean }) => {
  const t = useTranslate();
  const { members } = useDirectory();
  const { data, error, refetch } = useCodes(memberId, true);
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  if (!data) return <Waiting rows={3} height={140} />;
  const { versions } = data;
  const [newest] = versions;
  const startsIn = members.find((one) => one.memberId === memberId)?.fiscalYearStartsIn ?? 1;
  return (
    <>
      {maySet && (
        <section aria-labelledby="set-codes" className="stack">
          <h2 id="set-codes">{t('codes.set')}</h2>
          <CodesForm
            key={newest?.version}
            memberId={memberId}
            version={newest}
            year={yearOf(new Date().toISOString(), startsIn)}
          />
        </section>
      )}
      <section aria-labelledby="versions" className="stack">
        <h2 id="versions">{t('codes.versions')}</h2>
        {versions.length === 0 ? (
          <Empty title={t('codes.none')} />
        ) : (
          <Versions versions={versions} names={data.names} />
        )}
      </section>
    </>
  );
};

/** The page for the account codes, cost centres and purchase orders of a member's statements: set a new version, list all versions. */
export const AccountCodesPage = () => {
  const t = useTranslate();
  const { memberName } = useDirectory();
  const session = useSession();
  const who = useWho();
  const { memberId } = route.useParams();
  const isOwn = hasRole(who, 'member-finance') && who.member === memberId;
  const mayRead = isOwn || hasRole(who, 'finance-preparer', 'finance-approver', 'auditor', 'admin');
  const title = t('codes.title', { member: memberName(memberId) });
  useTitle(title);
  return (
    <div className="page page-wide month">
      <div className="desk-head">
        <h1>{title}</h1>
        <div className="row">
          <Link to="/accounts/$memberId" params={{ memberId }}>
            {t('accounts.link')}
          </Link>
        </div>
      </div>
      <p className="quiet">{t('codes.meaning')}</p>
      {!session && <StaffSignIn back={`/accounts/${memberId}/codes`} />}
      {who && !mayRead && <p className="notice">{t('accounts.not-yours')}</p>}
      {mayRead && <Whole key={memberId} memberId={memberId} maySet={isOwn || hasRole(who, 'finance-preparer')} />}
    </div>
  );
};
