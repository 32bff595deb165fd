import { Button, NativeSelect } from '@mantine/core';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import { flushSync } from 'react-dom';
import { lazyComponent } from '../../../components/lazy-page.ts';
import { FailedNotice, Waiting } from '../../../components/states.tsx';
import { toast } from '../../../components/toasts.tsx';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import { MemberPage } from '../shared/member-page.tsx';
import '../shared/imports.css';
import { CodeFields, HoldingFields } from './code-fields.tsx';
import { begunWith, dialectOf, draftOf, mappingOf } from './draft.ts';
import { faultsIn } from './faults.ts';
import './item-mapping.css';
import { type Mapped, useKeepMapping, useMapping } from '../shared/item-mapping.ts';
import { OwnValues } from './own-values.tsx';
import { nextKey, rowId } from './value-rows.tsx';

// The trial is used after the mapping, so it does not delay the page.
const TryForm = lazyComponent(() => import('./try-form.tsx'), 'TryForm');

const route = getRouteApi('/item-mapping');

type Given = { memberId: string; mapped: Mapped };

const Form = ({ memberId, mapped: { mapping: saved, isDefault, dialects } }: Given) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const keep = useKeepMapping(memberId);
  const [draft, setDraft] = useState(() => draftOf(saved));
  const faults = faultsIn(draft);
  const isSound = Object.keys(faults).length === 0;
  const mapping = isSound ? mappingOf(draft) : undefined;
  const isChanged = isDefault || JSON.stringify(mapping) !== JSON.stringify(mappingOf(draftOf(saved)));
  const dialect = dialectOf(draft, dialects);
  const take = (name: string): void => {
    const chosen = dialects[name];
    if (chosen) setDraft(begunWith(draft, chosen));
  };
  const mapBranch = (value: string): void => {
    const { branches } = draft.rows;
    const row = branches.find(({ from }) => from === value) ?? { key: nextKey(branches), from: value, to: '' };
    const rows = { ...draft.rows, branches: branches.includes(row) ? branches : [...branches, row] };
    // Rendered synchronously, so that the value's meaning can be selected there.
    flushSync(() => setDraft({ ...draft, rows }));
    document.getElementById(rowId('branches', row.key))?.focus();
  };
  const part = { draft, put: setDraft, faults };
  return (
    <>
      <form
        className="card stack mapping-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (mapping) keep.mutate(mapping, { onSuccess: () => toast(t('mapping.kept')) });
        }}
      >
        {isDefault && <p className="notice notice-warn">{t('mapping.is-default')}</p>}
        <NativeSelect
          size="sm"
          className="mapping-default"
          label={t('mapping.begin-with')}
          description={t('mapping.begin-meaning')}
          inputWrapperOrder={['label', 'description', 'input', 'error']}
          value={dialect}
          data={[
            ...(dialect === '' ? [{ value: '', label: t('mapping.own-codes') }] : []),
            ...Object.keys(dialects).map((name) => ({ value: name, label: textOf('dialect', name) })),
          ]}
          onChange={({ currentTarget }) => take(currentTarget.value)}
        />
        <section aria-labelledby="mapping-where" className="stack">
          <h2 id="mapping-where">{t('mapping.where')}</h2>
          <CodeFields {...part} />
          <HoldingFields {...part} />
        </section>
        <OwnValues {...part} memberId={memberId} />
        <p className="row">
          <Button type="submit" disabled={!isChanged || !isSound} loading={keep.isPending}>
            {t('edit.save')}
          </Button>
          <span className="quiet">{t(isSound ? 'mapping.save-meaning' : 'mapping.has-faults')}</span>
        </p>
        {keep.error && <FailedNotice thrown={keep.error} />}
      </form>
      <section aria-labelledby="mapping-try" className="stack">
        <h2 id="mapping-try">{t('tried.title')}</h2>
        <p className="quiet">{t('tried.meaning')}</p>
        <Suspense fallback={<Waiting rows={1} height={160} />}>
          <TryForm memberId={memberId} mapping={mapping} {...{ dialect, take, mapBranch }} />
        </Suspense>
      </section>
      <p>
        <Link to="/loads" search={{ member: memberId }}>
          {t('loads.title')}
        </Link>
      </p>
    </>
  );
};

const Whole = ({ memberId }: { memberId: string }) => {
  const { data: mapped, error, refetch } = useMapping(memberId);
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  if (!mapped) return <Waiting rows={4} height={80} />;
  return <Form memberId={memberId} mapped={mapped} />;
};

/** The page for a library's item mapping: set it, try it on sample records, and use it for every import. */
export const ItemMappingPage = () => {
  const t = useTranslate();
  const navigate = useNavigate();
  const { member: asked } = route.useSearch();
  return (
    <MemberPage
      title={t('mapping.title')}
      meaning={t('mapping.meaning')}
      asked={asked}
      choose={(member) => void navigate({ to: '/item-mapping', search: { member } })}
      roles={['cataloguer', 'member-admin']}
    >
      {(memberId) => (
        <div key={memberId} className="stack">
          <Whole memberId={memberId} />
        </div>
      )}
    </MemberPage>
  );
};
