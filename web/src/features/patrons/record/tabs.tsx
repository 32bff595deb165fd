import { type ComponentType, type KeyboardEvent, Suspense, useId, useRef } from 'react';
import { holdsAt, useWho } from '../../../api/current-user.ts';
import { memberOf } from '../../../api/directory.ts';
import { lazyComponent } from '../../../components/lazy-page.ts';
import { Waiting } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { usePatronView } from '../../circulation/desk/use-patron-view.ts';
import type { Tab, TabProps } from './parts.ts';

const LoansTab = lazyComponent(() => import('./tabs/loans-tab.tsx'), 'LoansTab');
const HoldsTab = lazyComponent(() => import('./tabs/holds-tab.tsx'), 'HoldsTab');
const BillsTab = lazyComponent(() => import('./tabs/bills-tab.tsx'), 'BillsTab');
const RequestsTab = lazyComponent(() => import('./tabs/requests-tab.tsx'), 'RequestsTab');
const MessagesTab = lazyComponent(() => import('./tabs/messages-tab.tsx'), 'MessagesTab');
const BlocksTab = lazyComponent(() => import('./tabs/blocks-tab.tsx'), 'BlocksTab');
const FamilyTab = lazyComponent(() => import('./tabs/family-tab.tsx'), 'FamilyTab');
const ChangesTab = lazyComponent(() => import('./tabs/changes-tab.tsx'), 'ChangesTab');
const AccessTab = lazyComponent(() => import('./tabs/access-tab.tsx'), 'AccessTab');

const parts: Record<Tab, ComponentType<TabProps>> = {
  loans: LoansTab,
  holds: HoldsTab,
  bills: BillsTab,
  requests: RequestsTab,
  messages: MessagesTab,
  blocks: BlocksTab,
  family: FamilyTab,
  changes: ChangesTab,
  looks: AccessTab,
};

/** The keys that open a tab and then act in it. */
const keys: Partial<Record<Tab, string>> = { loans: 'R', holds: 'H', messages: 'N' };

/** The tabs that a desk may open: elsewhere few, changes and looks for supervisors of the home library. */
const useTabs = ({ patron, branchId }: TabProps): Tab[] => {
  const who = useWho();
  const member = memberOf(branchId);
  const isSupervisor = holdsAt(who, member, 'desk-supervisor') || holdsAt(who, member, 'member-admin');
  if (patron.at !== 'home') return ['loans', 'holds', 'bills', 'messages', 'blocks', 'family'];
  const all: Tab[] = ['loans', 'holds', 'bills', 'requests', 'messages', 'blocks', 'family'];
  return isSupervisor ? [...all, 'changes', 'looks'] : all;
};

type Shown = TabProps & { tab: Tab; choose: (tab: Tab) => void };

/** The parts of the record as tabs; each loads when it is first opened. Arrows move between them. */
export const RecordTabs = ({ patron, branchId, tab, choose }: Shown) => {
  const t = useTranslate();
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const tabs = useTabs({ patron, branchId });
  const { data } = usePatronView({ patronId: patron.patronId, branchId });
  const counts: Partial<Record<Tab, number | undefined>> = {
    loans: data?.loans.length,
    holds: data?.holds.length,
    bills: data?.bills.length,
  };
  const current = tabs.includes(tab) ? tab : 'loans';
  const Part = parts[current];
  const move = (event: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const next = tabs[(tabs.indexOf(current) + step + tabs.length) % tabs.length] ?? 'loans';
    choose(next);
    list.current?.querySelector<HTMLElement>(`[data-tab="${next}"]`)?.focus();
  };
  return (
    <section className="panel record-tabs">
      <div role="tablist" aria-label={t('patron.parts')} ref={list} className="tab-list" onKeyDown={move}>
        {tabs.map((one) => (
          <button
            key={one}
            type="button"
            role="tab"
            id={`${id}-${one}`}
            data-tab={one}
            aria-keyshortcuts={keys[one]}
            aria-selected={one === current}
            aria-controls={`${id}-panel`}
            tabIndex={one === current ? 0 : -1}
            onClick={() => choose(one)}
          >
            {t(`patron.tab-${one}`)}
            {counts[one] ? <span className="tab-count"> {counts[one]}</span> : null}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${current}`} className="tab-panel">
        <Suspense fallback={<Waiting rows={3} height={44} />}>
          <Part patron={patron} branchId={branchId} />
        </Suspense>
      </div>
    </section>
  );
};
