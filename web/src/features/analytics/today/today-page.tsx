import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { hasRole, holdsAt, useWho, type Who } from '../../../api/current-user.ts';
import { type Branch, memberOf, useDirectory } from '../../../api/directory.ts';
import { useSession } from '../../../api/session.ts';
import { StaffIcon } from '../../../components/staff-icon.tsx';
import { StaffSignIn } from '../../../components/staff-sign-in.tsx';
import { Empty, FailedNotice, PagePending, Waiting } from '../../../components/states.tsx';
import { useTitle } from '../../../components/use-title.ts';
import { useLanguage, useTranslate } from '../../../i18n/translate.ts';
import { useBranch } from '../../circulation/shared/use-branch.ts';
import { CountRow } from './count-row.tsx';
import { countsOf } from './counts.ts';
import { openToday } from './open-today.ts';
import { PagesPanels } from './pages-panel.tsx';
import './today.css';
import { TodayPanels } from './today-panels.tsx';
import { TodayScan } from './today-scan.tsx';
import { useToday } from './use-today.ts';

const Hours = ({ branch }: { branch: Branch }) => {
  const t = useTranslate();
  const hours = openToday(branch.calendar).map(({ open, close }) => t('today.hours', { open, close }));
  return (
    <p className="today-hours">{hours.length > 0 ? t('today.open', { hours: hours.join(', ') }) : t('today.closed')}</p>
  );
};

const Lists = ({ branchId }: { branchId: string | undefined }) => {
  const t = useTranslate();
  const { data, error, refetch } = useToday(branchId, true);
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  if (!data) return <Waiting rows={4} height={120} />;
  const counts = countsOf(data);
  return (
    <>
      {counts.length > 0 && <CountRow counts={counts} />}
      {Object.keys(data).length === 0 && <p>{t('today.no-lists')}</p>}
      <TodayPanels today={data} branchId={branchId} />
      {!data.fetch && <PagesPanels />}
    </>
  );
};

/** Whether a person both lends and administers at the library of a branch, as the only person of a small one does. */
const isOneForAll = (who: Who, branchId: string): boolean => {
  const member = memberOf(branchId);
  const isOfDesk = holdsAt(who, member, 'desk') || holdsAt(who, member, 'desk-supervisor');
  return isOfDesk && holdsAt(who, member, 'member-admin');
};

/** The page on which staff begin: what waits for them today at the branch in use, by list, and the way to each thing. */
export const TodayPage = () => {
  const t = useTranslate();
  const language = useLanguage();
  const session = useSession();
  const who = useWho();
  const { branch } = useBranch();
  const { isPending } = useDirectory();
  useTitle(t('area.today'));
  if (session?.kind === 'staff' && (!who || isPending)) return <PagePending />;
  if (who?.kind !== 'staff')
    return (
      <div className="page">
        <h1>{t('area.today')}</h1>
        <Empty title={t('today.not-yours')}>
          <StaffSignIn back="/today" />
        </Empty>
      </div>
    );
  const zone = branch && { timeZone: branch.calendar.timeZone };
  const shown = { weekday: 'long', month: 'long', day: 'numeric' } as const;
  const day = new Intl.DateTimeFormat(language, { ...shown, ...zone }).format(new Date());
  return (
    <div className="page page-wide today">
      <div className="today-head">
        <h1>{day}</h1>
        {branch && <Hours branch={branch} />}
        {hasRole(who, 'desk', 'desk-supervisor') && (
          <>
            <Link to="/day">{t('today.day')}</Link>
            <Button
              component={Link}
              to="/desk"
              size="sm"
              leftSection={<StaffIcon name="desk" size={18} />}
              rightSection={<kbd>F2</kbd>}
            >
              {t('today.open-desk')}
            </Button>
          </>
        )}
      </div>
      {branch && isOneForAll(who, branch.branchId) && <TodayScan />}
      <Lists branchId={branch?.branchId} />
    </div>
  );
};
