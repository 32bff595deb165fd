import { Button, NativeSelect, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { hasRole, useWho } from '../../../api/current-user.ts';
import { useDirectory } from '../../../api/directory.ts';
import { useSession } from '../../../api/session.ts';
import { today } from '../../../components/days.ts';
import { Panel } from '../../../components/panel.tsx';
import { StaffSignIn } from '../../../components/staff-sign-in.tsx';
import { FailedNotice, PagePending } from '../../../components/states.tsx';
import { useTitle } from '../../../components/use-title.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import { idFrom, type MemberType, memberTypes } from './templates.ts';
import { type NewLibrary, type Step, steps, useNewLibrary } from './use-new-library.ts';

const ownZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;
/** The pattern of the API for ids of members and codes of branches. */
const codePattern = '[a-z][a-z0-9\\-]{1,31}';

const empty = (timeZone: string): NewLibrary => ({
  ...{ memberId: '', name: '', type: 'public', memberSince: today() },
  ...{ branchCode: 'main', branchName: '', address: '', timeZone, adminName: '', adminEmail: '' },
});

type Field = Exclude<keyof NewLibrary, 'type'>;

/** The step that sends a field: what it has sent is fixed. */
const stepOf: Record<keyof NewLibrary, Step> = {
  ...{ memberId: 'member', name: 'member', type: 'member', memberSince: 'member' },
  ...{ branchCode: 'branch', branchName: 'branch', address: 'branch', timeZone: 'branch' },
  ...{ adminName: 'invitation', adminEmail: 'invitation' },
};

const LibraryForm = ({ timeZone }: { timeZone: string }) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { setUp, done } = useNewLibrary();
  const [library, setLibrary] = useState(() => empty(timeZone));
  const change = (some: Partial<NewLibrary>): void => setLibrary((known) => ({ ...known, ...some }));
  const isBegun = done.length > 0 || setUp.isPending;
  const isFixed = (name: keyof NewLibrary): boolean => setUp.isPending || done.includes(stepOf[name]);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setUp.mutate(library);
  };
  const field = (name: Field, more: { type?: string; pattern?: string; description?: string } = {}) => (
    <TextInput
      label={t(`new-library.${name}`)}
      required
      maxLength={200}
      readOnly={isFixed(name)}
      value={library[name]}
      {...more}
      onChange={({ currentTarget: { value } }) => change({ [name]: value })}
    />
  );
  if (setUp.isSuccess) {
    return (
      <div className="notice notice-good" role="status">
        <div>
          <p className="notice-title">{t('new-library.done', { name: library.name })}</p>
          <p>{t('new-library.next', { email: library.adminEmail })}</p>
          <p className="row">
            <Link to="/set-up" search={{ member: library.memberId }}>
              {t('new-library.set-up-list')}
            </Link>
            <Link to="/branches">{t('new-library.hours')}</Link>
            <Link to="/loan-rules">{t('new-library.rules')}</Link>
            <Link to="/staff">{t('new-library.staff')}</Link>
          </p>
        </div>
      </div>
    );
  }
  return (
    <form className="stack" onSubmit={submit}>
      <Panel title={t('new-library.library')}>
        <div className="form-grid">
          <TextInput
            label={t('new-library.name')}
            required
            maxLength={200}
            readOnly={isFixed('name')}
            value={library.name}
            onChange={({ currentTarget: { value: name } }) =>
              change({
                ...{ name, branchName: library.branchName === library.name ? name : library.branchName },
                ...(library.memberId === idFrom(library.name) && { memberId: idFrom(name) }),
              })
            }
          />
          <NativeSelect
            label={t('new-library.type')}
            description={textOf('library-type-meaning', library.type)}
            disabled={isFixed('type')}
            value={library.type}
            data={memberTypes.map((value) => ({ value, label: textOf('member-type', value) }))}
            onChange={({ currentTarget }) => change({ type: currentTarget.value as MemberType })}
          />
          {field('memberId', { pattern: codePattern, description: t('new-library.id-meaning') })}
          {field('memberSince', { type: 'date' })}
        </div>
      </Panel>
      <Panel title={t('new-library.branch')}>
        <div className="form-grid">
          {field('branchName')}
          {field('branchCode', { pattern: codePattern, description: t('new-library.id-meaning') })}
          {field('address')}
          {field('timeZone')}
        </div>
      </Panel>
      <Panel title={t('new-library.administrator')}>
        <div className="form-grid">
          {field('adminName')}
          {field('adminEmail', { type: 'email', description: t('new-library.email-meaning') })}
        </div>
      </Panel>
      {isBegun && (
        <ol aria-label={t('new-library.steps')}>
          {steps.map((step) => (
            <li key={step}>
              {textOf('new-library-step', step)}:{' '}
              {t(done.includes(step) ? 'new-library.step-done' : 'new-library.step-open')}
            </li>
          ))}
        </ol>
      )}
      {setUp.error && <FailedNotice thrown={setUp.error} />}
      <p className="row">
        <Button type="submit" loading={setUp.isPending}>
          {t(done.length > 0 ? 'new-library.go-on' : 'new-library.set-up')}
        </Button>
      </p>
    </form>
  );
};

/** The page on which the consortium's administrator sets up a library that joins, from a template for its type. */
export const NewLibraryPage = () => {
  const t = useTranslate();
  const session = useSession();
  const who = useWho();
  const { branches, isPending } = useDirectory();
  useTitle(t('new-library.title'));
  if (session?.kind === 'staff' && (!who || isPending)) return <PagePending />;
  return (
    <div className="page">
      <h1>{t('new-library.title')}</h1>
      <p className="quiet">{t('new-library.meaning')}</p>
      {!session && <StaffSignIn back="/new-library" />}
      {who && !hasRole(who, 'admin') && <p className="notice">{t('new-library.not-yours')}</p>}
      {hasRole(who, 'admin') && <LibraryForm timeZone={branches[0]?.calendar.timeZone ?? ownZone()} />}
    </div>
  );
};
