import { useQuery } from '@tanstack/react-query';
import { useRouterState } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { api, take } from '../../../api/client.ts';
import { useDirectory } from '../../../api/directory.ts';
import { paramsOf } from '../../../api/problem.ts';
import { Icon, type IconName } from '../../../components/icon.tsx';
import { useReasonText } from '../../../components/use-reason-texts.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { useEndNote } from '../../circulation/desk/use-patron-record.ts';
import { usePatronView } from '../../circulation/desk/use-patron-view.ts';
import type { WhyReason, WhyRefused } from '../../circulation/shared/why.ts';
import { WhyButton } from '../../circulation/shared/why-button.tsx';
import type { DialogName, Tab } from './parts.ts';
import { type HomePatron, type Patron, useReadAgain } from './use-record.ts';

type Kind = 'good' | 'info' | 'warn' | 'bad';
type AlertProps = {
  kind: Kind;
  icon: IconName;
  title: string;
  children?: ReactNode;
  act?: { label: string; go: () => void } | undefined;
  why?: WhyRefused;
};

const Alert = ({ kind, icon, title, children, act, why }: AlertProps) => {
  const t = useTranslate();
  return (
    <li className={`record-alert record-alert-${kind}`}>
      <Icon name={icon} />
      <div>
        <p className="notice-title">{title}</p>
        {children && <p>{children}</p>}
      </div>
      {why && <WhyButton ask={why} label={t('why.of', { reason: title })} />}
      {act && (
        <button type="button" className="text-button" onClick={act.go}>
          {act.label}
        </button>
      )}
    </li>
  );
};

type Shown = {
  patron: Patron;
  branchId: string;
  openTab: (tab: Tab) => void;
  openDialog: (dialog: DialogName) => void;
};

const ReadyHolds = ({ patron: { patronId }, branchId, openTab }: Shown) => {
  const t = useTranslate();
  const { date } = useFormat();
  const { data } = usePatronView({ patronId, branchId });
  const ready = (data?.holds ?? []).filter((hold) => hold.shelfExpiresAt && hold.pickupBranch === branchId);
  const [first] = ready.map(({ shelfExpiresAt }) => shelfExpiresAt ?? '').toSorted();
  if (!first) return null;
  return (
    <Alert
      kind="good"
      icon="hold"
      title={t('patron.ready', { count: ready.length })}
      act={{ label: t('patron.show-holds'), go: () => openTab('holds') }}
    >
      {ready.map(({ title, recordId }) => title ?? recordId).join('; ')} · {t('patron.until', { date: date(first) })}
    </Alert>
  );
};

const Owes = ({ patron, branchId, openTab }: Shown) => {
  const t = useTranslate();
  const { money } = useFormat();
  const { data } = usePatronView({ patronId: patron.patronId, branchId });
  const owed = (data?.owed ?? []).filter(({ amount }) => amount > 0);
  const limit = data?.limits?.owed;
  if (owed.length === 0) return null;
  return (
    <Alert
      kind="warn"
      icon="warn"
      title={t('desk.owes', { amount: owed.map((one) => money(one.amount, one.currency)).join(' + ') })}
      act={{ label: t('patron.take-payment'), go: () => openTab('bills') }}
    >
      {limit && t('patron.blocked-at', { amount: money(limit.most, limit.currency) })}
    </Alert>
  );
};

const Notes = ({ patron, branchId }: Shown) => {
  const t = useTranslate();
  const { date } = useFormat();
  const { branchName } = useDirectory();
  const again = useReadAgain(patron.patronId);
  const clear = useEndNote({ patronId: patron.patronId, branchId }, 'alert-clearings', again);
  return patron.notes
    .filter(({ alert }) => alert)
    .map((note) => (
      <Alert
        key={note.noteId}
        kind="info"
        icon="page"
        title={t('patron.note-from', { branch: branchName(note.branchId), date: date(note.at) })}
        act={{ label: t('patron.done'), go: () => clear.mutate(note.noteId) }}
      >
        {note.text}
      </Alert>
    ));
};

/** The reason why the patron may not borrow, in the words of the refusals. */
const Refusals = ({ patron, openTab, openDialog }: Shown & { patron: HomePatron }) => {
  const t = useTranslate();
  const reasonText = useReasonText();
  const actOf = (code: string) => {
    if (code === 'card-expired') return { label: t('patron.do-card'), go: () => openDialog('card') };
    if (code === 'owed-over-limit') return { label: t('patron.take-payment'), go: () => openTab('bills') };
    if (code === 'too-many-loans' || code === 'too-many-overdue')
      return { label: t('patron.show-loans'), go: () => openTab('loans') };
    return { label: t('patron.show-blocks'), go: () => openTab('blocks') };
  };
  const others = patron.blocks.filter(({ code }) => code !== 'unverified');
  const isUnverified = others.length < patron.blocks.length;
  // The alert for the missing verification is itself the reason where no other block applies.
  const reasons = patron.reasons.filter(({ code }) => !isUnverified || code !== 'patron-blocked' || others.length > 0);
  return (
    <>
      {isUnverified && (
        <Alert
          kind="warn"
          icon="person"
          title={t('patron.unverified')}
          act={{ label: t('patron.do-verify'), go: () => openDialog('verify') }}
        />
      )}
      {reasons.map(({ code, params = {} }) => (
        <Alert
          key={code}
          kind="bad"
          icon="no"
          title={reasonText({ code, pointer: '', params })}
          act={actOf(code)}
          why={{ of: 'borrowing', reasons: [{ code, params: paramsOf(params) }], member: patron.homeMember }}
        />
      ))}
    </>
  );
};

/** Returns what another library's desk knows of why a patron may not borrow: the card, and the blocks that it set itself. */
const knownElsewhere = ({ cardState, blocks }: Patron): WhyReason[] => {
  const codes = [...(cardState === 'expired' ? ['hidden-card'] : []), ...(blocks.length > 0 ? ['patron-blocked'] : [])];
  return (codes.length > 0 ? codes : ['hidden']).map((code) => ({ code, params: {} }));
};

/** Patrons who may be the same person, of any library. */
const Alike = ({ patron, branchId, openDialog }: Shown) => {
  const t = useTranslate();
  const { patronId } = patron;
  const { data } = useQuery({
    queryKey: ['patron-part', patronId, 'alike', branchId],
    queryFn: () =>
      take(api.POST('/v1/patrons/{patronId}/likenesses', { params: { path: { patronId } }, body: { branchId } })),
    staleTime: 5 * 60_000,
  });
  const count = data?.duplicates.length ?? 0;
  if (count === 0) return null;
  return (
    <Alert
      kind="warn"
      icon="person"
      title={t('patron.alike', { count })}
      act={{ label: t('patron.compare'), go: () => openDialog('merge') }}
    />
  );
};

const Registered = () => {
  const t = useTranslate();
  const isRegistered = useRouterState({ select: ({ location }) => location.state.isRegistered === true });
  return isRegistered ? (
    <p className="notice notice-good" role="status">
      {t('patron.registered')}
    </p>
  ) : null;
};

/** Shows the alerts of a patron, each with one action. */
export const Alerts = (shown: Shown) => {
  const t = useTranslate();
  const { patron } = shown;
  return (
    <>
      <Registered />
      <ul className="record-alerts" aria-label={t('patron.alerts')}>
        {patron.at === 'home' && <Refusals {...shown} patron={patron} />}
        {patron.at === 'elsewhere' && !patron.mayBorrow && (
          <Alert
            kind="bad"
            icon="no"
            title={t('desk.may-not-borrow')}
            why={{ of: 'borrowing', reasons: knownElsewhere(patron), member: patron.homeMember }}
            {...(patron.blocks.length > 0 && {
              act: { label: t('patron.show-blocks'), go: () => shown.openTab('blocks') },
            })}
          />
        )}
        <ReadyHolds {...shown} />
        <Owes {...shown} />
        <Notes {...shown} />
        {patron.at === 'home' && <Alike {...shown} />}
      </ul>
    </>
  );
};
