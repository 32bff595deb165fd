import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useTitle } from '../../parts/title.ts';
import { useSession } from '../../session/session.ts';
import { hasRole, useWho } from '../../session/who.ts';
import { useFormat } from '../../words/format.ts';
import { useSay } from '../../words/words.tsx';
import { MonthChoice } from '../month/month-choice.tsx';
import { Netting } from './netting.tsx';
import { Tills } from './tills.tsx';

const route = getRouteApi('/money/$month');

/** What desks took in a month, till by till, and what members owe each other for it; the netting is the consortium's to see. */
export const LedgersRoom = () => {
  const say = useSay();
  const { month: monthName } = useFormat();
  const session = useSession();
  const who = useWho();
  const navigate = useNavigate();
  const { month } = route.useParams();
  const { member: asked } = route.useSearch();
  const mayChoose = hasRole(who, 'finance-preparer', 'finance-approver', 'auditor', 'admin');
  const member = mayChoose ? asked : who?.member;
  const title = say('ledgers.title', { month: monthName(month) });
  useTitle(title);
  return (
    <div className="room room-wide">
      <div className="desk-head">
        <h1>{title}</h1>
        <div className="row">
          <Link to="/months/$month" params={{ month }} search={asked ? { member: asked } : {}}>
            {say('nav.months')}
          </Link>
          <MonthChoice
            month={month}
            member={member}
            mayChoose={mayChoose}
            go={(params, search) => void navigate({ to: '/money/$month', params, search })}
          />
        </div>
      </div>
      {!session && (
        <Link to="/sign-in" search={{ back: `/money/${month}` }} className="call">
          {say('do.staff-sign-in')}
        </Link>
      )}
      {who && mayChoose && (
        <section aria-labelledby="netting">
          <h2 id="netting">{say('ledgers.netting')}</h2>
          <p className="quiet">{say('ledgers.netting-meaning')}</p>
          <Netting month={month} mayPost={hasRole(who, 'finance-approver')} />
        </section>
      )}
      {who && (
        <section aria-labelledby="tills">
          <h2 id="tills">{say('ledgers.tills')}</h2>
          {member ? <Tills month={month} member={member} /> : <p>{say('ledgers.choose-member')}</p>}
        </section>
      )}
    </div>
  );
};
