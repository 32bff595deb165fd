import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { hasRole, useWho } from '../../../api/current-user.ts';
import { useSession } from '../../../api/session.ts';
import { Badge } from '../../../components/badge.tsx';
import { StaffSignIn } from '../../../components/staff-sign-in.tsx';
import { Empty, FailedNotice, PagePending, Waiting } from '../../../components/states.tsx';
import { useTitle } from '../../../components/use-title.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { OurSymbols } from './our-symbols.tsx';
import { PartnerForm } from './partner-form.tsx';
import { emptyValues } from './partner-values.ts';
import './partners.css';
import { type Partner, usePartners } from '../shared/use-partners.ts';
import { SecretOnce } from './secret-once.tsx';
import { useAddPartner } from './use-partner-acts.ts';

// A single one is loaded with the list: each further file would be named in the first load of every page.
export { PartnerPage } from './partner-page.tsx';

const PartnerRow = ({ partner }: { partner: Partner }) => {
  const t = useTranslate();
  const { partnerId, name, symbols, supplies, requests, broker, lastResort, paused } = partner;
  return (
    <li className="row-card">
      <div className="row-body">
        <h3 className="row-title">
          <Link to="/partners/$partnerId" params={{ partnerId }}>
            {name}
          </Link>
        </h3>
        <p className="quiet">{symbols.map(({ type, value }) => `${type}:${value}`).join(', ')}</p>
        <p className="row">
          {paused && <Badge tone="warn">{t('partner-field.paused')}</Badge>}
          {supplies && <Badge tone="none">{t('partner-field.supplies')}</Badge>}
          {requests && <Badge tone="none">{t('partner-field.requests')}</Badge>}
          {broker && <Badge tone="none">{t('partners.broker')}</Badge>}
          {lastResort && <Badge tone="none">{t('rota.last-resort')}</Badge>}
        </p>
      </div>
    </li>
  );
};

const AddPartner = () => {
  const t = useTranslate();
  const [isOpen, setIsOpen] = useState(false);
  const add = useAddPartner();
  if (add.data) return <SecretOnce secret={add.data.secret} onClose={() => add.reset()} />;
  if (!isOpen) {
    return (
      <p>
        <Button size="sm" onClick={() => setIsOpen(true)}>
          {t('partners.add')}
        </Button>
      </p>
    );
  }
  return (
    <div className="card">
      <PartnerForm
        first={emptyValues}
        label={t('partners.add')}
        isPending={add.isPending}
        onSend={(values) => add.mutate(values, { onSuccess: () => setIsOpen(false) })}
      >
        {add.error && <FailedNotice thrown={add.error} />}
      </PartnerForm>
    </div>
  );
};

const List = () => {
  const t = useTranslate();
  const { data, error, refetch } = usePartners();
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  if (!data) return <Waiting rows={3} />;
  if (data.length === 0) return <Empty title={t('partners.none')} />;
  return (
    <ul className="rows">
      {data
        .toSorted((a, b) => a.name.localeCompare(b.name))
        .map((partner) => (
          <PartnerRow key={partner.partnerId} partner={partner} />
        ))}
    </ul>
  );
};

/** The page of partners, with which the consortium lends and borrows; its administrators add and change them. */
export const PartnersPage = () => {
  const t = useTranslate();
  const session = useSession();
  const who = useWho();
  const mayChange = hasRole(who, 'admin');
  useTitle(t('partners.title'));
  if (session?.kind === 'staff' && !who) return <PagePending />;
  return (
    <div className="page partners">
      <div className="desk-head">
        <h1>{t('partners.title')}</h1>
        {hasRole(who, 'admin', 'ill') && <Link to="/loan-reports">{t('report.link')}</Link>}
      </div>
      <p className="quiet">{t('partners.meaning')}</p>
      {hasRole(who, 'admin', 'ill') ? (
        <>
          {mayChange && <AddPartner />}
          <List />
          <section aria-labelledby="symbols" className="stack">
            <h2 id="symbols">{t('partners.our-symbols')}</h2>
            <p className="quiet">{t('partners.symbols-meaning')}</p>
            <OurSymbols mayChange={mayChange} />
          </section>
        </>
      ) : (
        <Empty title={t('partners.not-here')}>
          <StaffSignIn back="/partners" />
        </Empty>
      )}
    </div>
  );
};
