import { Link } from '@tanstack/react-router';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { type Group, type Side, sides } from '../shared/requests.ts';
import type { useWork } from './use-work.ts';

type Work = NonNullable<ReturnType<typeof useWork>['data']>;

/** Returns the number of requests that wait for staff, excluding those where others have the next step. */
export const openWork = ({ groups }: Work[Side]): number =>
  groups.reduce((sum, { group, count }) => sum + (group === 'waiting' ? 0 : count), 0);

const Count = ({ count }: { count: number }) => {
  const { number } = useFormat();
  return <span className="work-count">{number(count)}</span>;
};

type Place = { work: Work | undefined; side: Side; group: Group | undefined };

/** The two sides, and the groups of the selected side with their counts. */
export const WorkNav = ({ work, side, group }: Place) => {
  const t = useTranslate();
  const groups = (work?.[side].groups ?? []).filter((one) => one.count > 0 || one.group === group);
  return (
    <>
      <nav aria-label={t('loans.sides')} className="sides">
        {sides.map((one) => (
          <Link key={one} to="/loans" search={{ side: one }} aria-current={one === side ? 'page' : undefined}>
            {t(`loans.${one}`)} {work && <Count count={openWork(work[one])} />}
          </Link>
        ))}
      </nav>
      <nav aria-label={t('loans.groups')} className="work-groups">
        <Link to="/loans" search={{ side }} aria-current={group === undefined ? 'page' : undefined}>
          {t('loans.attention')} {work && <Count count={openWork(work[side])} />}
        </Link>
        {groups.map(({ group: one, count }) => (
          <Link key={one} to="/loans" search={{ side, group: one }} aria-current={one === group ? 'page' : undefined}>
            {t(`work.${one}`)} <Count count={count} />
          </Link>
        ))}
      </nav>
    </>
  );
};
