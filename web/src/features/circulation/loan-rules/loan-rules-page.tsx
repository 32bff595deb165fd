import { Button } from '@mantine/core';
import { Suspense, useState } from 'react';
import { hasRole, holdsAt, useWho } from '../../../api/current-user.ts';
import { memberOf, useDirectory } from '../../../api/directory.ts';
import { useSession } from '../../../api/session.ts';
import { lazyComponent } from '../../../components/lazy-page.ts';
import { StaffSignIn } from '../../../components/staff-sign-in.tsx';
import { Empty, FailedNotice, PagePending, Waiting } from '../../../components/states.tsx';
import { useTitle } from '../../../components/use-title.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { useBranch } from '../shared/use-branch.ts';
import { Filters } from './filters.tsx';
import './loan-rules.css';
import { RuleMatrix } from './matrix.tsx';
import type { Facet } from './outcome-text.ts';
import { Precedence } from './precedence.tsx';
import { ruleIdOf } from './rule-id.ts';
import { TestBench } from './test-bench.tsx';
import { type Case, type Place, type Rule, useLoanRules } from './use-loan-rules.ts';

const RuleProposals = lazyComponent(() => import('./rule-proposals.tsx'), 'RuleProposals');
const ChangeRule = lazyComponent(() => import('./change-rule.tsx'), 'ChangeRule');

/** Returns an empty rule of a library for one case. */
const newRule = ({ itemsOf }: Place, { itemCategory, patronCategory }: Case): Rule => {
  const setBy = memberOf(itemsOf);
  return {
    id: ruleIdOf(setBy, itemCategory, patronCategory),
    setBy,
    when: { itemOwner: setBy, itemCategory, patronCategory },
    values: {},
  };
};

const Rules = ({ start }: { start: string }) => {
  const t = useTranslate();
  const who = useWho();
  const { date } = useFormat();
  const [place, setPlace] = useState<Place>({ itemsOf: start, lentAt: start, day: '' });
  const [facet, setFacet] = useState<Facet>('loans');
  const [itemType, setItemType] = useState('');
  const [chosen, choose] = useState<Case>();
  const [edited, setEdited] = useState<{ rule: Rule; isNew: boolean }>();
  const { data, error, refetch } = useLoanRules(place, chosen);
  const rules = error ? undefined : data;
  const first = { itemCategory: rules?.cells[0]?.itemCategory ?? '', patronCategory: rules?.patronCategories[0] ?? '' };
  if (!chosen && first.itemCategory && first.patronCategory) choose(first);
  const isAdmin = hasRole(who, 'admin');
  const owns = (memberId: string): boolean => holdsAt(who, memberId, 'member-admin');
  const mayPropose = hasRole(who, 'member-admin', 'governance-secretary');
  const mayChange = ({ setBy }: Rule): boolean => isAdmin || owns(setBy) || (setBy === 'consortium' && mayPropose);
  const voteOn = ({ setBy }: Rule) => (setBy !== 'consortium' ? 'never' : isAdmin ? 'may' : 'always');
  const mayAdd = isAdmin || owns(memberOf(place.itemsOf));
  // A day or a branch without rules leaves the choice of another one.
  return (
    <>
      {rules && (
        <p className="quiet">
          {t('loan-rules.in-force', {
            day: date(rules.effectiveFrom),
            version: rules.version,
            decision: rules.decisionReference,
          })}
        </p>
      )}
      <Filters
        {...{ place, setPlace, facet, setFacet, itemType, setItemType }}
        itemTypes={rules?.cells.map(({ itemCategory }) => itemCategory) ?? []}
      />
      {error && <FailedNotice thrown={error} again={() => void refetch()} />}
      {!error && !data && <Waiting rows={6} height={48} />}
      {rules && (
        <div className="rule-columns">
          <div className="stack">
            <RuleMatrix {...{ rules, facet, chosen, choose }} itemTypes={itemType === '' ? [] : [itemType]} />
            <p className="quiet">{t('loan-rules.legend')}</p>
            <Precedence rules={rules} />
          </div>
          {chosen && (
            <div className="stack">
              <TestBench
                {...{ rules, place, chosen, choose }}
                mayChange={mayChange}
                change={(rule) => setEdited({ rule, isNew: false })}
              />
              {mayAdd && (
                <Button
                  size="sm"
                  variant="default"
                  onClick={() => setEdited({ rule: newRule(place, chosen), isNew: true })}
                >
                  {t('loan-rules.add')}
                </Button>
              )}
            </div>
          )}
        </div>
      )}
      {rules && hasRole(who, 'admin', 'member-admin') && (
        <Suspense>
          <RuleProposals currency={rules.currency} />
        </Suspense>
      )}
      {edited && rules && (
        <Suspense>
          <ChangeRule
            {...edited}
            isProposal={!isAdmin}
            vote={voteOn(edited.rule)}
            currency={rules.currency}
            close={() => setEdited(undefined)}
          />
        </Suspense>
      )}
    </>
  );
};

/**
 * The loan rules in force as a matrix, with the reasons of each cell. All staff read them; the consortium's administrator changes them, and a library's
 * proposes changes of its own. */
export const LoanRulesPage = () => {
  const t = useTranslate();
  const session = useSession();
  const who = useWho();
  const { branches } = useDirectory();
  const { branch } = useBranch();
  useTitle(t('loan-rules.title'));
  if (session?.kind === 'staff' && !who) return <PagePending />;
  const start = branch?.branchId ?? branches[0]?.branchId;
  return (
    <div className="page page-wide rules">
      <h1>{t('loan-rules.title')}</h1>
      {who?.kind !== 'staff' ? (
        <Empty title={t('policy.not-yours')}>
          <StaffSignIn back="/loan-rules" />
        </Empty>
      ) : (
        start && <Rules key={start} start={start} />
      )}
    </div>
  );
};
