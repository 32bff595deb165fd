import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { hasRole, useWho } from '../../../api/current-user.ts';
import { useSession } from '../../../api/session.ts';
import { Panel } from '../../../components/panel.tsx';
import { StaffSignIn } from '../../../components/staff-sign-in.tsx';
import { Empty, FailedNotice, PagePending } from '../../../components/states.tsx';
import { toast } from '../../../components/toasts.tsx';
import { useAskBeforeLeaving } from '../../../components/use-confirm-leaving.ts';
import { useTitle } from '../../../components/use-title.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { OneProvider } from './one-provider.tsx';
import { type CoverProvider, useCoverProviders, useSetCoverProviders } from './use-cover-providers.ts';

const kinds = ['open-library', 'google-books', 'address'] as const;
const MOST_PROVIDERS = 5;

const newOne = (kind: CoverProvider['kind']): CoverProvider =>
  kind === 'address' ? { kind, name: '', address: '' } : { kind };

/** Returns a provider as it is sent: without spaces around its texts, and without an empty page. */
const sent = (provider: CoverProvider): CoverProvider => {
  if (provider.kind !== 'address') return provider;
  const { kind, name, address, site = '' } = provider;
  return { kind, name: name.trim(), address: address.trim(), ...(site.trim() !== '' && { site: site.trim() }) };
};

type Stored = { providers: readonly CoverProvider[]; v: number };

const Form = ({ stored, mayChange }: { stored: Stored; mayChange: boolean }) => {
  const t = useTranslate();
  const [providers, setProviders] = useState(stored.providers);
  const set = useSetCoverProviders();
  const body = { providers: providers.map(sent), v: stored.v };
  const isChanged = JSON.stringify(body.providers) !== JSON.stringify(stored.providers);
  useAskBeforeLeaving(() => isChanged && !set.isSuccess, t('covers.leave'));
  const without = (at: number) => providers.filter((_, place) => place !== at);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    set.mutate(body, { onSuccess: () => toast(t('covers.saved')) });
  };
  const addable = kinds.filter((kind) => kind === 'address' || providers.every((one) => one.kind !== kind));
  return (
    <form className="stack" onSubmit={submit}>
      <Panel title={t('covers.providers')} count={providers.length}>
        <div className="stack">
          {providers.length === 0 && <p className="quiet">{t('covers.none')}</p>}
          {providers.map((provider, at) => (
            <OneProvider
              // biome-ignore lint/suspicious/noArrayIndexKey: all of a provider can be changed.
              key={`${provider.kind} ${at}`}
              {...{ provider, mayChange }}
              isFirst={at === 0}
              change={(next) => setProviders(providers.map((one, place) => (place === at ? next : one)))}
              remove={() => setProviders(without(at))}
              toFront={() => setProviders([provider, ...without(at)])}
            />
          ))}
          {mayChange && providers.length < MOST_PROVIDERS && (
            <div className="row">
              {addable.map((kind) => (
                <Button
                  key={kind}
                  size="sm"
                  variant="default"
                  onClick={() => setProviders([...providers, newOne(kind)])}
                >
                  {t(`covers.add-${kind}`)}
                </Button>
              ))}
            </div>
          )}
        </div>
      </Panel>
      {set.error && <FailedNotice thrown={set.error} />}
      {mayChange && (
        <p>
          <Button type="submit" loading={set.isPending} disabled={!isChanged}>
            {t('covers.save')}
          </Button>
        </p>
      )}
    </form>
  );
};

/** The page on which the consortium chooses who is asked for covers, in which order. */
export const CoverProvidersPage = () => {
  const t = useTranslate();
  const session = useSession();
  const who = useWho();
  const mayRead = hasRole(who, 'admin', 'auditor');
  const { data, error } = useCoverProviders(mayRead);
  useTitle(t('covers.title'));
  if (session?.kind === 'staff' && (!who || (mayRead && !data && !error))) return <PagePending />;
  return (
    <div className="page">
      <h1>{t('covers.title')}</h1>
      <p className="quiet">{t('covers.meaning')}</p>
      {error && <FailedNotice thrown={error} />}
      {data && <Form key={data.v} stored={data} mayChange={hasRole(who, 'admin')} />}
      {!mayRead && (
        <Empty title={t('covers.not-yours')}>
          {session?.kind !== 'staff' && <StaffSignIn back="/cover-providers" />}
        </Empty>
      )}
    </div>
  );
};
