import { Button, NativeSelect, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, Suspense, useState } from 'react';
import { hasRole, useWho } from '../api/current-user.ts';
import { useSession } from '../api/session.ts';
import { authorsOf } from '../features/governance/shared/authors.ts';
import { isSimulated, type RuleChange } from '../features/governance/shared/effect.ts';
import { EffectPreview } from '../features/governance/shared/lazy-effect-preview.ts';
import { ProposePolicy } from '../features/governance/shared/lazy-propose-policy.ts';
import { useFormat } from '../i18n/format.ts';
import { useTranslate } from '../i18n/translate.ts';
import { StaffSignIn } from './staff-sign-in.tsx';
import '../features/finance/shared/workbench.css';
import { ownKinds } from '../features/circulation/own-values/own-kinds.ts';
import { beginningOf, today } from './days.ts';
import { lazyComponent } from './lazy-page.ts';
import type { MergedPolicy } from './merge-policy.ts';
import {
  type Dated,
  inForceAt,
  isEnded,
  laterThan,
  type PolicyKind,
  type PolicyVersion,
  versionBefore,
} from './policy-versions.ts';
import { ScrollTable } from './scroll-table.tsx';
import { Empty, FailedNotice, PagePending, Waiting } from './states.tsx';
import { type AdoptedPolicy, useAdoptPolicy, usePolicyVersions } from './use-policies.ts';
import { useTitle } from './use-title.ts';

/** One value that a page of a policy shows: its heading, and its text for each version. */
export type PolicyColumn<V> = { heading: string; cell: (version: V, before: V | undefined) => ReactNode };

/** A value of the rules in force, as staff read it; a wide one stands below the others. */
type PolicyDetail = { label: string; value: ReactNode; isWide?: boolean };

type TableProps<V> = { versions: readonly V[]; columns: readonly PolicyColumn<V>[]; noneAdopted: string };

/** The versions of a policy: those in force, those that begin later, and those of before. */
const VersionsTable = <V extends Dated>({ versions, columns, noneAdopted }: TableProps<V>) => {
  const t = useTranslate();
  const { date } = useFormat();
  const now = new Date().toISOString();
  const inForce = inForceAt(versions, now)?.version;
  const stateOf = (one: V) => {
    if (one.version === inForce) return 'in-force';
    if (isEnded(versions, one)) return 'ended';
    return one.effectiveFrom > now ? 'later' : 'before';
  };
  return (
    <section aria-labelledby="policy-versions" className="stack">
      <h2 id="policy-versions">{t('policy.versions')}</h2>
      {inForce === undefined && <p>{noneAdopted}</p>}
      {versions.length > 0 && (
        <ScrollTable name={t('policy.versions')}>
          <thead>
            <tr>
              <th scope="col">{t('policy.from')}</th>
              <th scope="col">{t('policy.state')}</th>
              {columns.map(({ heading }) => (
                <th key={heading} scope="col">
                  {heading}
                </th>
              ))}
              <th scope="col">{t('policy.decision')}</th>
            </tr>
          </thead>
          <tbody>
            {versions.toReversed().map((one) => (
              <tr key={one.version} className="policy-version">
                <th scope="row">{date(one.effectiveFrom)}</th>
                <td>{t(`policy.${stateOf(one)}`)}</td>
                {columns.map(({ heading, cell }) => (
                  <td key={heading}>{cell(one, versionBefore(versions, one))}</td>
                ))}
                <td>
                  {one.proposalId === undefined ? (
                    one.decisionReference
                  ) : (
                    <Link to="/proposals/$proposalId" params={{ proposalId: one.proposalId }}>
                      {one.decisionReference}
                    </Link>
                  )}
                  {one.returnsTo !== undefined && (
                    <span className="quiet"> {t('policy.returns-to', { version: one.returnsTo })}</span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </ScrollTable>
      )}
    </section>
  );
};

type FormProps<V> = {
  versions: readonly V[];
  /** A text on the scope of the rules. */
  meaning: string;
  /** Returns the policy with the entered values, from the version in force at its day. */
  policyAfter: (inForce: V | undefined) => AdoptedPolicy;
  /** Returns in words what changes against the version in force at its day. */
  differences?: (inForce: V | undefined) => readonly string[];
  /** Puts the change against the version in force at its day into rules that begin later. */
  mergeInto?: (inForce: V | undefined, later: V) => MergedPolicy;
  /** Whether all values can be read; otherwise nothing is adopted. */
  isReady?: boolean;
  /** The fields of the values. */
  children: ReactNode;
};

/** Shows in words what an adoption would change. */
const Changes = ({ changes }: { changes: readonly string[] }) => {
  const t = useTranslate();
  return (
    <section className="policy-changes" aria-label={t('policy.changes')}>
      <h3>{t('policy.changes')}</h3>
      {changes.length === 0 ? (
        <p className="quiet">{t('policy.no-changes')}</p>
      ) : (
        <ul>
          {changes.map((change) => (
            <li key={change}>{change}</li>
          ))}
        </ul>
      )}
    </section>
  );
};

const nothingEntered = { day: '', until: '', decision: '', later: '' };

/**
 * The form with which an administrator adopts a policy: its fields, the day from which it applies, and the decision. Who speaks for a library
 * proposes it to the members instead.
 */
export const AdoptPolicyForm = <V extends Dated & { kind: PolicyKind }>({
  versions,
  meaning,
  policyAfter,
  differences,
  mergeInto,
  isReady = true,
  children,
}: FormProps<V>) => {
  const t = useTranslate();
  const { date } = useFormat();
  const who = useWho();
  const mayAdopt = hasRole(who, 'admin');
  const [entered, setEntered] = useState(nothingEntered);
  const [isProposing, setProposing] = useState(!mayAdopt);
  const adopt = useAdoptPolicy(versions, policyAfter);
  const begins = beginningOf(entered.day) ?? new Date().toISOString();
  const later = laterThan(versions, begins).toSorted(
    (one, other) => one.effectiveFrom.localeCompare(other.effectiveFrom) || one.version - other.version,
  );
  const merged = later.map((one) => ({
    ...one,
    result: entered.later === 'merge' ? mergeInto?.(inForceAt(versions, begins), one) : undefined,
  }));
  const conflicts = merged.flatMap(({ result, effectiveFrom }) =>
    result && 'conflict' in result
      ? [t('policy.merge-conflict', { day: date(effectiveFrom), value: result.conflict })]
      : [],
  );
  const changes = differences?.(inForceAt(versions, begins));
  const put = (name: keyof typeof entered) => ({
    size: 'sm' as const,
    value: entered[name],
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) =>
      setEntered({ ...entered, [name]: currentTarget.value }),
  });
  const effectiveFrom = beginningOf(entered.day);
  const timing = {
    ...(effectiveFrom !== undefined && { effectiveFrom }),
    ...(entered.until !== '' && { untilDay: entered.until }),
    ...(later.length > 0 && { endsLater: entered.later === 'end' }),
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const adoption = {
      ...timing,
      decisionReference: entered.decision.trim(),
      following: merged.flatMap(({ result, effectiveFrom: on }) =>
        result && 'policy' in result ? [{ policy: result.policy, effectiveFrom: on }] : [],
      ),
    };
    adopt.mutate(adoption, { onSuccess: () => setEntered(nothingEntered) });
  };
  return (
    <section aria-labelledby="policy-adopt" className="stack">
      <h2 id="policy-adopt">{t('policy.adopt-title')}</h2>
      <p className="quiet">{meaning}</p>
      <form className="bench-fields" aria-labelledby="policy-adopt" onSubmit={submit}>
        {children}
        <TextInput
          {...put('day')}
          type="date"
          min={today()}
          label={t('policy.day')}
          description={t('policy.day-hint')}
        />
        {versions.length > 0 && (
          <TextInput
            {...put('until')}
            type="date"
            min={entered.day || today()}
            label={t('policy.until')}
            description={t('policy.until-hint')}
          />
        )}
        {later.length > 0 && (
          <NativeSelect
            {...put('later')}
            required
            label={t('policy.later-versions', {
              days: later.map(({ effectiveFrom }) => date(effectiveFrom)).join(', '),
            })}
          >
            <option value="" />
            {mergeInto && !isProposing && <option value="merge">{t('policy.merge-later')}</option>}
            <option value="keep">{t('policy.keep-later')}</option>
            <option value="end">{t('policy.end-later')}</option>
          </NativeSelect>
        )}
        {mayAdopt && (
          <NativeSelect
            size="sm"
            label={t('policy.how')}
            value={isProposing ? 'vote' : 'decided'}
            onChange={({ currentTarget: { value } }) => setProposing(value === 'vote')}
          >
            <option value="decided">{t('policy.how-decided')}</option>
            <option value="vote">{t('policy.how-vote')}</option>
          </NativeSelect>
        )}
        {!isProposing && <TextInput {...put('decision')} required maxLength={200} label={t('policy.decision')} />}
        {conflicts.map((conflict) => (
          <p key={conflict} role="alert">
            {conflict}
          </p>
        ))}
        {changes && <Changes changes={changes} />}
        {!isProposing && (
          <p>
            <Button
              size="sm"
              type="submit"
              loading={adopt.isPending}
              disabled={!isReady || conflicts.length > 0 || changes?.length === 0}
            >
              {t('policy.adopt')}
            </Button>
          </p>
        )}
      </form>
      {isSimulated(versions[0]?.kind) && (
        <Suspense>
          <EffectPreview
            isReady={isReady}
            change={() => {
              const { kind, body } = policyAfter(inForceAt(versions, begins));
              return { kind, body } as RuleChange;
            }}
          />
        </Suspense>
      )}
      {isProposing && (
        <Suspense>
          <ProposePolicy
            isReady={isReady && changes?.length !== 0 && (later.length === 0 || entered.later !== '')}
            policy={() => ({
              ...policyAfter(inForceAt(versions, begins)),
              ...{ ...timing, follows: Math.max(0, ...versions.map(({ version }) => version)) },
            })}
          />
        </Suspense>
      )}
      <p role="status">{adopt.isSuccess && t('policy.adopted')}</p>
      {adopt.error && <FailedNotice thrown={adopt.error} />}
    </section>
  );
};

/** The values of the version in force; those of the API where none is adopted. */
const InForce = ({ details }: { details: readonly PolicyDetail[] }) => {
  const t = useTranslate();
  if (details.length === 0) return null;
  return (
    <section aria-labelledby="policy-in-force" className="stack">
      <h2 id="policy-in-force">{t('policy.applies-now')}</h2>
      {details.some(({ isWide }) => !isWide) && (
        <dl className="policy-details">
          {details
            .filter(({ isWide }) => !isWide)
            .map(({ label, value }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
        </dl>
      )}
      {details
        .filter(({ isWide }) => isWide)
        .map(({ label, value }) => (
          <div key={label} className="stack">
            <h3>{label}</h3>
            {value}
          </div>
        ))}
    </section>
  );
};

type PageProps<K extends PolicyKind> = {
  kind: K;
  title: string;
  path: string;
  columns: readonly PolicyColumn<PolicyVersion<K>>[];
  noneAdopted: string;
  /** A text on what no version changes. */
  always?: string;
  /** All values of the version in force; of the API where none is adopted. */
  details?: (inForce: PolicyVersion<K> | undefined) => readonly PolicyDetail[];
  form: (versions: readonly PolicyVersion<K>[]) => ReactNode;
};

const OwnValues = lazyComponent(() => import('../features/circulation/own-values/own-values.tsx'), 'OwnValues');

const GrantedExceptions = lazyComponent(
  () => import('../features/governance/exceptions/granted-exceptions.tsx'),
  'GrantedExceptions',
);
/** The policies from which exceptions are granted, and which exceptions their pages show: those of floors set values of loans. */
const exceptedKinds = { blocks: 'blocks', 'loan-rules': 'loan-rules', floors: 'loan-rules' } as const;

/** The page of a policy: all staff read its versions, the consortium's administrator adopts new ones, and libraries propose them. */
export const PolicyPage = <K extends PolicyKind>({
  kind,
  title,
  path,
  always,
  details,
  form,
  ...table
}: PageProps<K>) => {
  const t = useTranslate();
  const session = useSession();
  const who = useWho();
  const { data: versions, error, refetch } = usePolicyVersions(kind, who?.kind === 'staff');
  useTitle(title);
  const own = ownKinds.find((one) => one === kind);
  const excepted = Object.entries(exceptedKinds).find(([one]) => one === kind)?.[1];
  if (session?.kind === 'staff' && !who) return <PagePending />;
  return (
    <div className="page bench">
      <h1>{title}</h1>
      {who?.kind !== 'staff' ? (
        <Empty title={t('policy.not-yours')}>
          <StaffSignIn back={path} />
        </Empty>
      ) : error ? (
        <FailedNotice thrown={error} again={() => void refetch()} />
      ) : versions ? (
        <>
          {details && <InForce details={details(inForceAt(versions, new Date().toISOString()))} />}
          <VersionsTable {...table} versions={versions} />
          {always !== undefined && <p className="quiet">{always}</p>}
          {excepted && (
            <Suspense>
              <GrantedExceptions from={excepted} />
            </Suspense>
          )}
          {own && (
            <Suspense>
              <OwnValues kind={own} />
            </Suspense>
          )}
          {authorsOf(who).length > 0 && form(versions)}
        </>
      ) : (
        <Waiting rows={3} height={60} />
      )}
    </div>
  );
};
