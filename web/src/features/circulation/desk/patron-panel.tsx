import { Link } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useDirectory } from '../../../api/directory.ts';
import { Badge } from '../../../components/badge.tsx';
import { ContactFacts } from '../../../components/contact-facts.tsx';
import { Icon } from '../../../components/icon.tsx';
import { lazyComponent } from '../../../components/lazy-page.ts';
import { useReasonText } from '../../../components/use-reason-texts.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import type { Patron } from './desk-types.ts';
import { PatronBills } from './patron-bills.tsx';
import { PatronLoans } from './patron-loans.tsx';
import { PatronAlerts, PatronNotes } from './patron-notes.tsx';
import { usePatronNow } from './use-patron-record.ts';
import { usePatronView } from './use-patron-view.ts';

const PatronBlocks = lazyComponent(() => import('./patron-blocks.tsx'), 'PatronBlocks');

const nameOf = ({ name: { given, family } }: Patron): string => [given, family].filter(Boolean).join(' ');

/** Holds on the shelf here for the patron, to be handed over now. */
const ReadyHere = ({ patronId, branchId }: { patronId: string; branchId: string }) => {
  const t = useTranslate();
  const { data } = usePatronView({ patronId, branchId });
  const ready = (data?.holds ?? []).filter((hold) => hold.shelfExpiresAt && hold.pickupBranch === branchId);
  if (ready.length === 0) return null;
  return (
    <div className="notice notice-good">
      <Icon name="hold" />
      <div>
        <p className="notice-title">{t('desk.ready-here', { count: ready.length })}</p>
        <ul>
          {ready.map(({ holdId, title, recordId }) => (
            <li key={holdId}>{title ?? recordId}</li>
          ))}
        </ul>
      </div>
    </div>
  );
};

type Home = { patron: Extract<Patron, { at: 'home' }>; branchId: string; again: () => Promise<void> };

const AtHome = ({ patron, branchId, again }: Home) => {
  const t = useTranslate();
  const reasonText = useReasonText();
  // The look-up by card knows the counts of before; the view is read again after each scan.
  const { data } = usePatronView({ patronId: patron.patronId, branchId });
  const [loans, holds] = [data?.loans.length ?? patron.loans, data?.holds.length ?? patron.holds];
  return (
    <>
      <p className="quiet">
        {t('desk.counts', { loans, holds })}
        {patron.minor && ` · ${t('desk.minor')}`}
      </p>
      {patron.reasons.length > 0 && (
        <ul className="bad">
          {patron.reasons.map(({ code, params = {} }) => (
            <li key={code}>{reasonText({ code, pointer: '', params })}</li>
          ))}
        </ul>
      )}
      <Suspense>
        <PatronBlocks patron={patron} branchId={branchId} again={again} />
      </Suspense>
      <details className="patron-part">
        <summary>{t('desk.contact')}</summary>
        <ContactFacts {...patron} />
      </details>
    </>
  );
};

/** The current debt, and apart from it the fines that loans have accrued so far. The debt is from the patron view once loaded, so that a payment shows at once; before that, from the card lookup. */
const Owes = ({ patron, branchId }: { patron: Patron; branchId: string }) => {
  const t = useTranslate();
  const { money } = useFormat();
  const { data } = usePatronView({ patronId: patron.patronId, branchId });
  const known = patron.currency === undefined ? [] : [{ amount: patron.owed, currency: patron.currency }];
  const owed = (data?.owed ?? known).filter(({ amount }) => amount > 0);
  const accrued = data?.accrued ?? [];
  const sums = (amounts: typeof owed): string => amounts.map((one) => money(one.amount, one.currency)).join(' + ');
  return (
    <>
      {owed.length > 0 && (
        <Badge tone="warn" icon="warn">
          {t('desk.owes', { amount: sums(owed) })}
        </Badge>
      )}
      {accrued.length > 0 && (
        <Badge tone="warn" icon="wait">
          {t('desk.accrued', { amount: sums(accrued) })}
        </Badge>
      )}
    </>
  );
};

/** The open patron; away from the home library few data are shown, and the access is logged. */
export const PatronPanel = ({ patron: opened, branchId }: { patron: Patron | undefined; branchId: string }) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { memberName } = useDirectory();
  const { now: patron, again } = usePatronNow(opened, branchId);
  if (!patron) {
    return (
      <section className="card patron-none" aria-label={t('desk.patron')}>
        <Icon name="person" size={28} />
        <p>{t('desk.no-patron')}</p>
      </section>
    );
  }
  return (
    <section className="card patron-open" aria-label={t('desk.patron')}>
      <h2>
        <Link to="/patrons/$patronId" params={{ patronId: patron.patronId }}>
          {nameOf(patron)}
        </Link>
      </h2>
      <p className="quiet">{memberName(patron.homeMember)}</p>
      <PatronAlerts patron={patron} branchId={branchId} again={again} />
      <p className="row">
        <Badge tone={patron.mayBorrow ? 'good' : 'bad'} icon={patron.mayBorrow ? 'yes' : 'no'}>
          {t(patron.mayBorrow ? 'desk.may-borrow' : 'desk.may-not-borrow')}
        </Badge>
        {!patron.mayBorrow && <Link to="/limits">{t('at.limits')}</Link>}
        {patron.cardState !== 'good' && (
          <Badge tone="bad" icon="warn">
            {textOf('card-state', patron.cardState)}
          </Badge>
        )}
        <Owes patron={patron} branchId={branchId} />
      </p>
      {patron.at === 'home' ? (
        <AtHome patron={patron} branchId={branchId} again={again} />
      ) : (
        <>
          <p className="quiet">{t('desk.elsewhere')}</p>
          <Suspense>
            <PatronBlocks patron={patron} branchId={branchId} again={again} />
          </Suspense>
        </>
      )}
      <PatronNotes key={`notes ${patron.patronId}`} patron={patron} branchId={branchId} again={again} />
      <ReadyHere patronId={patron.patronId} branchId={branchId} />
      <PatronBills key={`bills ${patron.patronId}`} open={{ patronId: patron.patronId, branchId }} />
      <PatronLoans key={`loans ${patron.patronId}`} open={{ patronId: patron.patronId, branchId }} />
    </section>
  );
};
