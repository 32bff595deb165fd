import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api, take } from '../../../api/client.ts';
import { hasRole, useWho } from '../../../api/current-user.ts';
import { useSession } from '../../../api/session.ts';
import { Fact } from '../../../components/fact.tsx';
import { Question } from '../../../components/question.tsx';
import { Empty, FailedNotice, PagePending, Waiting } from '../../../components/states.tsx';
import { useTitle } from '../../../components/use-title.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { PartnerForm } from './partner-form.tsx';
import { PartnerMessages } from './partner-messages.tsx';
import { valuesOf } from './partner-values.ts';
import './partners.css';
import type { Partner } from '../shared/use-partners.ts';
import { RemovePartner } from './remove-partner.tsx';
import { SecretOnce } from './secret-once.tsx';
import { useEditPartner, useRotateSecret } from './use-partner-acts.ts';

const route = getRouteApi('/partners/$partnerId');

const Facts = ({ partner }: { partner: Partner }) => {
  const t = useTranslate();
  const { money, time, number } = useFormat();
  const { symbols, address, dialect, knowsUsAs, outbound, transitDays, loanCost, copyCost, countries } = partner;
  return (
    <dl className="facts card">
      <Fact name={t('partner-field.symbols')}>{symbols.map(({ type, value }) => `${type}:${value}`).join(', ')}</Fact>
      <Fact name={t('partner-field.address')}>{address}</Fact>
      <Fact name={t('partner-field.dialect')}>{dialect}</Fact>
      <Fact name={t('partner-field.how')}>{t(`partner-way.${outbound.how}`)}</Fact>
      <Fact name={t('partner-field.knowsUsAs')}>{t(`partner-form.as-${knowsUsAs}`)}</Fact>
      <Fact name={t('partner-field.transitDays')}>{number(transitDays)}</Fact>
      <Fact name={t('partner-field.loanCost')}>{loanCost && money(loanCost.amount, loanCost.currency)}</Fact>
      <Fact name={t('partner-field.copyCost')}>{copyCost && money(copyCost.amount, copyCost.currency)}</Fact>
      <Fact name={t('partner-field.countries')}>{countries.join(', ')}</Fact>
      <Fact name={t('partners.secret-since')}>{time(partner.secretSince)}</Fact>
      <Fact name={t('partners.our-secret-since')}>
        {partner.outboundSecretSince && time(partner.outboundSecretSince)}
      </Fact>
    </dl>
  );
};

const Secret = ({ partnerId }: { partnerId: string }) => {
  const t = useTranslate();
  const { time } = useFormat();
  const [isAsked, setIsAsked] = useState(false);
  const rotate = useRotateSecret(partnerId);
  if (rotate.data) {
    const { secret, oldSecretUntil } = rotate.data;
    return <SecretOnce secret={secret} until={time(oldSecretUntil)} onClose={() => rotate.reset()} />;
  }
  return (
    <>
      {isAsked ? (
        <Question
          yes={t('partners.rotate-yes')}
          isPending={rotate.isPending}
          go={() => rotate.mutate(undefined, { onSettled: () => setIsAsked(false) })}
          away={() => setIsAsked(false)}
        >
          <p>{t('partners.rotate-sure')}</p>
        </Question>
      ) : (
        <p>
          <Button size="sm" variant="default" onClick={() => setIsAsked(true)}>
            {t('partners.rotate')}
          </Button>
        </p>
      )}
      {rotate.error && <FailedNotice thrown={rotate.error} />}
    </>
  );
};

const Edit = ({ partner }: { partner: Partner }) => {
  const t = useTranslate();
  const { typed } = useFormat();
  const edit = useEditPartner(partner.partnerId);
  return (
    <details className="card">
      <summary>{t('partners.edit')}</summary>
      <PartnerForm
        first={valuesOf(partner, typed)}
        label={t('texts.save')}
        isPending={edit.isPending}
        onSend={(values) => edit.mutate(values)}
      >
        {edit.error && <FailedNotice thrown={edit.error} />}
        {edit.isSuccess && (
          <p role="status" className="good">
            {t('partners.saved')}
          </p>
        )}
      </PartnerForm>
    </details>
  );
};

const Shown = ({ partner, mayChange }: { partner: Partner; mayChange: boolean }) => {
  useTitle(partner.name);
  return (
    <>
      <h1>{partner.name}</h1>
      <Facts partner={partner} />
      {mayChange && <Edit partner={partner} />}
      {mayChange && <Secret partnerId={partner.partnerId} />}
      <PartnerMessages partnerId={partner.partnerId} />
      {mayChange && <RemovePartner partnerId={partner.partnerId} />}
    </>
  );
};

/** The page of a partner: its connection, its secret, and all messages. */
export const PartnerPage = () => {
  const t = useTranslate();
  const session = useSession();
  const who = useWho();
  const { partnerId } = route.useParams();
  const mayRead = hasRole(who, 'admin', 'ill');
  const { data, error, refetch } = useQuery({
    queryKey: ['partners', partnerId],
    queryFn: () => take(api.GET('/v1/resource-sharing/partners/{partnerId}', { params: { path: { partnerId } } })),
    enabled: mayRead,
  });
  if (session?.kind === 'staff' && !who) return <PagePending />;
  return (
    <div className="page partners">
      <Link to="/partners">{t('partners.title')}</Link>
      {!mayRead && (
        <>
          <h1>{t('partners.one')}</h1>
          <Empty title={t('partners.not-here')} />
        </>
      )}
      {mayRead && !data && <h1 className={error ? undefined : 'visually-hidden'}>{t('partners.one')}</h1>}
      {error && <FailedNotice thrown={error} again={() => void refetch()} />}
      {mayRead && !data && !error && <Waiting rows={3} />}
      {data && <Shown partner={data} mayChange={hasRole(who, 'admin')} />}
    </div>
  );
};
