import { Button, TextInput } from '@mantine/core';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { hasRole, holdsAt, useWho } from '../../../api/current-user.ts';
import { useDirectory } from '../../../api/directory.ts';
import { useSession } from '../../../api/session.ts';
import { Fact } from '../../../components/fact.tsx';
import { StaffSignIn } from '../../../components/staff-sign-in.tsx';
import { Empty, FailedNotice, PagePending, Waiting } from '../../../components/states.tsx';
import { useTitle } from '../../../components/use-title.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { concerns } from '../shared/concerns.ts';
import { History } from '../shared/history.tsx';
import '../shared/item-forms.css';
import { CopyState } from '../../discovery/shared/copies.tsx';
import { type Copy, useCopy } from './item.ts';
import { LookedUpActs } from './looked-up-acts.tsx';
import { OfferForm } from './offer.tsx';
import { RelabelForm } from './relabel.tsx';
import { RetentionForm } from './retention.tsx';
import { CopySeen } from './seen.tsx';

const route = getRouteApi('/copy');

const Search = ({ barcode }: { barcode: string }) => {
  const t = useTranslate();
  const navigate = useNavigate();
  const [typed, setTyped] = useState(barcode);
  return (
    <form
      className="row"
      onSubmit={(event) => {
        event.preventDefault();
        void navigate({ to: '/copy', search: typed.trim() ? { barcode: typed.trim() } : {} });
      }}
    >
      <TextInput
        aria-label={t('pull.barcode')}
        placeholder={t('pull.barcode')}
        value={typed}
        maxLength={40}
        autoFocus={barcode === ''}
        autoComplete="off"
        onChange={({ currentTarget: { value } }) => setTyped(value)}
      />
      <Button type="submit">{t('copy-room.find')}</Button>
    </form>
  );
};

/** Returns a function that describes an item's retention commitment: its programme and its end day. */
const useStoredBarcode = () => {
  const t = useTranslate();
  const { date } = useFormat();
  return ({ retention }: Copy): string | undefined => {
    if (!retention) return undefined;
    const { program, until } = retention;
    return until ? t('copy-room.kept-until', { program, date: date(until) }) : t('copy-room.kept', { program });
  };
};

/** The roles that look items up without cataloguing them. */
const deskRoles = ['desk', 'desk-supervisor', 'ill', 'member-admin'] as const;

const Facts = ({ copy }: { copy: Copy }) => {
  const t = useTranslate();
  const { memberName, branchName } = useDirectory();
  const stored = useStoredBarcode();
  const { memberId, branchId, location, callNumber, category, copyNumber, volume, note, hiddenFrom, currentBranch } =
    copy;
  const { state, due, lastScan } = copy;
  const { time } = useFormat();
  const elsewhere = currentBranch === branchId ? {} : { elsewhere: currentBranch };
  return (
    <dl className="facts">
      <Fact name={t('copy-room.whose')}>{memberName(memberId)}</Fact>
      <Fact name={t('item-field.branch')}>{branchName(branchId)}</Fact>
      <Fact name={t('item-field.location')}>{location}</Fact>
      <Fact name={t('item-field.callNumber')}>{callNumber}</Fact>
      <Fact name={t('item-field.category')}>{category}</Fact>
      <Fact name={t('item-field.copyNumber')}>{copyNumber}</Fact>
      <Fact name={t('item-field.volume')}>{volume}</Fact>
      <Fact name={t('item-field.note')}>{note}</Fact>
      <Fact name={t('item-field.hiddenFrom')}>{hiddenFrom.map((one) => t(`audience.${one}`)).join(', ')}</Fact>
      <Fact name={t('copy-room.state')}>
        <CopyState copy={{ state, ...elsewhere, ...(due && { due }) }} />
      </Fact>
      <Fact name={t('copy-room.last-scan')}>
        {lastScan &&
          t(`copy-room.scan-${lastScan.did}`, { time: time(lastScan.at), branch: branchName(lastScan.branchId) })}
      </Fact>
      <Fact name={t('copy-room.commitment')}>{stored(copy)}</Fact>
    </dl>
  );
};

const One = ({ barcode }: { barcode: string }) => {
  const t = useTranslate();
  const who = useWho();
  const { data: copy, error, refetch } = useCopy(barcode);
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  if (!copy) return <Waiting rows={2} height={120} />;
  const mayCommit = holdsAt(who, copy.memberId, 'cataloguer');
  const isOwn = deskRoles.some((role) => holdsAt(who, copy.memberId, role));
  return (
    <>
      <div className="card stack">
        <h2>
          <span className="barcode">{copy.barcode || copy.itemId}</span>
        </h2>
        {copy.recordId && (
          <Link to="/record/$recordId" params={{ recordId: copy.recordId }}>
            {t('copy-room.record')}
          </Link>
        )}
        <Facts copy={copy} />
        <LookedUpActs copy={copy} />
      </div>
      {mayCommit && (
        <>
          <section className="stack" aria-labelledby="seen">
            <h2 id="seen">{t('visibility.title')}</h2>
            <CopySeen copy={copy} />
          </section>
          <section className="stack" aria-labelledby="label">
            <h2 id="label">{t('copy-room.another-label')}</h2>
            <RelabelForm copy={copy} />
          </section>
          <section className="stack" aria-labelledby="commitment">
            <h2 id="commitment">{t('copy-room.commitment')}</h2>
            <RetentionForm copy={copy} />
          </section>
          <section className="stack" aria-labelledby="offer">
            <h2 id="offer">{t('copy-room.last-copy')}</h2>
            <OfferForm copy={copy} />
          </section>
          {copy.recordId && (
            <section className="stack" aria-labelledby="item-history">
              <h2 id="item-history">{t('copy-room.history')}</h2>
              <History recordId={copy.recordId} about={concerns(copy)} none={t('copy-room.no-history')} />
            </section>
          )}
        </>
      )}
      {!mayCommit && !isOwn && <p className="notice">{t('copy-room.not-yours')}</p>}
    </>
  );
};

/** One item by its barcode: its description, visibility, label, retention commitment, and its offer when it is the last copy. */
export const ItemPage = () => {
  const t = useTranslate();
  const session = useSession();
  const who = useWho();
  const { barcode = '' } = route.useSearch();
  useTitle(t('copy-room.title'));
  if (session?.kind === 'staff' && !who) return <PagePending />;
  return (
    <div className="page">
      <div className="desk-head">
        <h1>{t('copy-room.title')}</h1>
        {hasRole(who, 'cataloguer', 'member-admin') && <Link to="/cataloguing">{t('cataloguing.title')}</Link>}
      </div>
      <p className="quiet">{t('copy-room.meaning')}</p>
      {hasRole(who, 'cataloguer', ...deskRoles) ? (
        <div key={barcode} className="stack">
          <Search barcode={barcode} />
          {barcode && <One barcode={barcode} />}
        </div>
      ) : (
        <Empty title={t('union.not-here')}>{!session && <StaffSignIn back="/copy" />}</Empty>
      )}
    </div>
  );
};
