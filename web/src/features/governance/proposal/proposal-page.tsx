import { getRouteApi, Link } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useWho } from '../../../api/current-user.ts';
import { useDirectory } from '../../../api/directory.ts';
import { useSession } from '../../../api/session.ts';
import { Panel } from '../../../components/panel.tsx';
import { ScrollTable } from '../../../components/scroll-table.tsx';
import { staffName } from '../../../components/staff-name.ts';
import { StaffSignIn } from '../../../components/staff-sign-in.tsx';
import { Empty, FailedNotice, PagePending, Waiting } from '../../../components/states.tsx';
import { useTitle } from '../../../components/use-title.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import '../shared/governance.css';
import { policyPageOf } from '../shared/policy-pages.ts';
import { ProposalState } from '../shared/proposal-state.tsx';
import { type ShownProposal, useProposal } from '../shared/voting.ts';
import { BallotPanel } from './ballot-panel.tsx';
import { Discussion } from './discussion.tsx';
import { Amendments, ThreeWay } from './lazy-amendments.ts';
import { SecretarySteps } from './lazy-secretary-steps.ts';
import { placeName, valueText } from './place-name.ts';
import { ProposalEffects } from './proposal-effects.tsx';
import { ProposalSteps } from './proposal-steps.tsx';
import { RuleNotice } from './rule-notice.tsx';

const route = getRouteApi('/proposals/$proposalId');

/** What a proposal changes in a policy, value by value, and what became of it. */
const Change = ({ shown: { proposal, text } }: { shown: ShownProposal }) => {
  const t = useTranslate();
  const { date } = useFormat();
  const { change } = text;
  const page = change && policyPageOf(change.kind);
  if (!change || !page) return <p className="quiet">{t('proposal.no-policy')}</p>;
  const { enactment } = proposal;
  return (
    <Panel title={t('proposal.changes')} note={<Link to={page.to}>{t(page.text)}</Link>}>
      <p>
        {t('proposal.begins', {
          day: change.effectiveFrom === undefined ? t('proposal.when-carried') : date(change.effectiveFrom),
        })}
        {change.untilDay !== undefined && ` · ${t('proposal.until', { day: date(change.untilDay) })}`}
      </p>
      <ScrollTable name={t('proposal.changes')}>
        <thead>
          <tr>
            <th scope="col">{t('proposal.value')}</th>
            <th scope="col">{t('proposal.now')}</th>
            <th scope="col">{t('proposal.proposed')}</th>
          </tr>
        </thead>
        <tbody>
          {change.differences.map(({ at, before, after }) => (
            <tr key={at}>
              <th scope="row">{placeName(at)}</th>
              <td>{before === undefined ? t('policy.none') : valueText(before)}</td>
              <td>{after === undefined ? t('policy.none') : valueText(after)}</td>
            </tr>
          ))}
        </tbody>
      </ScrollTable>
      {change.reBase && (
        <Suspense>
          <ThreeWay reBase={change.reBase} follows={change.follows} />
        </Suspense>
      )}
      {enactment?.state === 'enacted' && (
        <p>{t('proposal.enacted', { version: enactment.version, day: date(enactment.at) })}</p>
      )}
      {enactment?.state === 'refused' && (
        <p className="notice notice-warn" role="status">
          {t('proposal.not-enacted')}{' '}
          {t(enactment.code === 'values-conflict' ? 'proposal.values-conflict' : 'proposal.overtaken')}
        </p>
      )}
    </Panel>
  );
};

const Shown = ({ shown }: { shown: ShownProposal }) => {
  const t = useTranslate();
  const { date } = useFormat();
  const { memberName } = useDirectory();
  const { proposal, text, ballot, rule, may, names } = shown;
  const { memberId, proposed } = proposal;
  useTitle(proposal.title);
  return (
    <>
      <h1>{proposal.title}</h1>
      <p>
        <ProposalState proposal={proposal} />{' '}
        <span className="quiet">
          {t('proposals.from', {
            library: memberId ? memberName(memberId) : t('proposals.consortium'),
            day: date(proposed.at),
          })}{' '}
          · {staffName(proposed.by, names)} · {t('proposal.text-number', { number: proposal.text.number })}
        </span>
      </p>
      {proposal.state === 'open' && proposal.rounds && (
        <p className="notice notice-warn" role="status">
          {t('consent.objected', { round: proposal.rounds.length })}
        </p>
      )}
      {proposal.reviewOn !== undefined && <p>{t('consent.review', { day: date(proposal.reviewOn) })}</p>}
      {ballot && <BallotPanel {...{ proposal, ballot, names, speaksFor: may.speakFor }} />}
      <Panel title={t('proposal.reasons')}>
        {text.text.split('\n').map((paragraph, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a paragraph has no other name, and the text never changes.
          <p key={place}>{paragraph}</p>
        ))}
      </Panel>
      {text.options && (
        <Panel title={t('proposals.options-title')}>
          <ol>
            {text.options.map((option) => (
              <li key={option}>{option}</li>
            ))}
          </ol>
        </Panel>
      )}
      <Change shown={shown} />
      <ProposalEffects shown={shown} />
      {rule && <RuleNotice rule={rule} supporters={proposal.text.supporters} />}
      <ProposalSteps shown={shown} />
      {(proposal.state === 'open' || shown.amendments.length > 0) && (
        <Suspense fallback={<Waiting rows={1} height={100} />}>
          <Amendments shown={shown} />
        </Suspense>
      )}
      {may.run && (
        <Suspense fallback={<Waiting rows={1} height={100} />}>
          <SecretarySteps key={proposal.v} shown={shown} />
        </Suspense>
      )}
      <Discussion shown={shown} />
    </>
  );
};

/** The page of a proposal: its text, what it changes, its ballot and result, and the discussion. */
export const ProposalPage = () => {
  const t = useTranslate();
  const session = useSession();
  const who = useWho();
  const { proposalId } = route.useParams();
  const { data, error, refetch } = useProposal(proposalId, who?.kind === 'staff');
  if (session?.kind === 'staff' && !who) return <PagePending />;
  return (
    <div className="page bench">
      <p>
        <Link to="/proposals">{t('proposals.title')}</Link>
      </p>
      {who?.kind !== 'staff' ? (
        <>
          <h1>{t('proposals.proposal')}</h1>
          <Empty title={t('policy.not-yours')}>
            <StaffSignIn back={`/proposals/${proposalId}`} />
          </Empty>
        </>
      ) : error ? (
        <FailedNotice thrown={error} again={() => void refetch()} />
      ) : data ? (
        <Shown shown={data} />
      ) : (
        <Waiting rows={3} height={100} />
      )}
    </div>
  );
};
