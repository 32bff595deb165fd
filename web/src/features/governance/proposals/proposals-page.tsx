import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useWho } from '../../../api/current-user.ts';
import { useDirectory } from '../../../api/directory.ts';
import { useSession } from '../../../api/session.ts';
import type { Column } from '../../../components/data-columns.ts';
import { DataTable } from '../../../components/data-table.tsx';
import { Panel } from '../../../components/panel.tsx';
import { ShowMore } from '../../../components/show-more.tsx';
import { StaffSignIn } from '../../../components/staff-sign-in.tsx';
import { Empty, FailedNotice, PagePending, Waiting } from '../../../components/states.tsx';
import { useTitle } from '../../../components/use-title.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { CastVote } from '../shared/cast-vote.tsx';
import { policyPageOf } from '../shared/policy-pages.ts';
import { ProposalState } from '../shared/proposal-state.tsx';
import { type Listed, type Proposal, useProposals } from '../shared/voting.ts';

const ProposalLink = ({ proposal: { proposalId, title } }: { proposal: Proposal }) => (
  <Link to="/proposals/$proposalId" params={{ proposalId }}>
    {title}
  </Link>
);

/** An open ballot with the votes of the person's own libraries. */
const OpenBallot = ({ listed: { proposal, votes } }: { listed: Listed }) => {
  const t = useTranslate();
  const { time } = useFormat();
  const { ballotId = '', closesAt = '', method, proposalId } = proposal;
  // The page of the proposal says what is secret, and has the key to which the vote is encrypted.
  const isSecret = votes.some(({ token }) => token !== undefined);
  return (
    <li className="row-card">
      <div className="row-body">
        <h3 className="row-title">
          <ProposalLink proposal={proposal} />
        </h3>
        {votes.length === 0 && !method && !isSecret && (
          <p className="quiet">{t('voting.closes', { until: time(closesAt) })}</p>
        )}
        {method || isSecret ? (
          <p>
            <Link to="/proposals/$proposalId" params={{ proposalId }}>
              {t(method ? `method.${method}` : 'proposals.vote-there')}
            </Link>
            {' · '}
            {t('voting.closes', { until: time(closesAt) })}
          </p>
        ) : (
          votes.map((vote) => <CastVote key={`${vote.memberId} ${vote.version}`} {...{ ballotId, closesAt, vote }} />)
        )}
      </div>
    </li>
  );
};

const Discussed = ({ proposals }: { proposals: readonly Proposal[] }) => {
  const t = useTranslate();
  const { date } = useFormat();
  const { memberName } = useDirectory();
  return (
    <ul className="rows">
      {proposals.map((proposal) => (
        <li key={proposal.proposalId} className="row-card">
          <div className="row-body">
            <h3 className="row-title">
              <ProposalLink proposal={proposal} />
            </h3>
            <p className="quiet">
              {t('proposals.from', {
                library: proposal.memberId ? memberName(proposal.memberId) : t('proposals.consortium'),
                day: date(proposal.proposed.at),
              })}{' '}
              · {t('proposals.supporters', { count: proposal.text.supporters.length })}
            </p>
            <p>
              <ProposalState proposal={proposal} />
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
};

/** The register of decisions. */
const Decisions = ({ proposals }: { proposals: readonly Proposal[] }) => {
  const t = useTranslate();
  const { date } = useFormat();
  const columns: Column<Proposal>[] = [
    {
      ...{ key: 'day', head: t('proposals.day') },
      cell: ({ decidedAt, withdrawn }) => date(decidedAt ?? withdrawn?.at ?? ''),
    },
    { key: 'title', head: t('proposals.proposal'), cell: (proposal) => <ProposalLink proposal={proposal} /> },
    { key: 'result', head: t('proposals.result'), cell: (proposal) => <ProposalState proposal={proposal} /> },
    {
      ...{ key: 'policy', head: t('proposals.policy') },
      cell: ({ kind }) => {
        const page = kind === undefined ? undefined : policyPageOf(kind);
        return page && <Link to={page.to}>{t(page.text)}</Link>;
      },
    },
  ];
  return (
    <DataTable
      name={t('proposals.decisions')}
      columns={columns}
      rows={proposals}
      rowKey={({ proposalId }) => proposalId}
      empty={<p>{t('proposals.no-decisions')}</p>}
    />
  );
};

/** All proposals: those on which the person votes first, those under discussion, and the register of decisions. */
const Proposals = () => {
  const t = useTranslate();
  const read = useProposals(true);
  const { data, error, refetch } = read;
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  if (!data) return <Waiting rows={3} height={80} />;
  const listed = data.pages.flatMap((page) => page.proposals);
  const proposals = listed.map(({ proposal }) => proposal);
  const [first] = data.pages;
  const mayPropose = first !== undefined && (first.mayRun || first.speaksFor.length > 0);
  const voting = listed.filter(({ proposal }) => proposal.state === 'voting');
  const discussed = proposals.filter(({ state }) => state === 'open' || state === 'draft');
  const settled = proposals.filter(({ state }) => state === 'decided' || state === 'withdrawn');
  return (
    <>
      {mayPropose && (
        <p>
          <Button component={Link} to="/proposals/new" size="sm">
            {t('proposals.write')}
          </Button>
        </p>
      )}
      <Panel title={t('proposals.open-votes')} count={voting.length}>
        {voting.length === 0 && <p className="quiet">{t('proposals.no-votes')}</p>}
        <ul className="rows">
          {voting.map((one) => (
            <OpenBallot key={one.proposal.proposalId} listed={one} />
          ))}
        </ul>
      </Panel>
      <Panel title={t('proposals.discussed')} count={discussed.length}>
        {discussed.length === 0 ? (
          <p className="quiet">{t('proposals.none-discussed')}</p>
        ) : (
          <Discussed proposals={discussed} />
        )}
      </Panel>
      <Panel title={t('proposals.decisions')} count={settled.length} flush>
        <Decisions proposals={settled} />
      </Panel>
      <ShowMore {...read} />
    </>
  );
};

/** The page of proposals, votes and decisions. */
export const ProposalsPage = () => {
  const t = useTranslate();
  const session = useSession();
  const who = useWho();
  useTitle(t('proposals.title'));
  if (session?.kind === 'staff' && !who) return <PagePending />;
  return (
    <div className="page bench">
      <h1>{t('proposals.title')}</h1>
      <p className="quiet">{t('proposals.meaning')}</p>
      {who?.kind === 'staff' ? (
        <Proposals />
      ) : (
        <Empty title={t('policy.not-yours')}>
          <StaffSignIn back="/proposals" />
        </Empty>
      )}
    </div>
  );
};
