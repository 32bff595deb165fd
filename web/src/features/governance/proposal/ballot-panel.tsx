import { useDirectory } from '../../../api/directory.ts';
import type { Column } from '../../../components/data-columns.ts';
import { DataTable } from '../../../components/data-table.tsx';
import { Panel } from '../../../components/panel.tsx';
import { staffName } from '../../../components/staff-name.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { CastVote } from '../shared/cast-vote.tsx';
import { choiceText } from '../shared/choice-text.ts';
import { methodTexts, ruleTexts, thresholdText } from '../shared/rule-text.ts';
import type { PaperOf } from '../shared/vote-form.tsx';
import type { Ballot, Method, Proposal } from '../shared/voting.ts';
import { BallotPaper } from './ballot-paper.tsx';
import { ElectionResult } from './election-result.tsx';
import { GiveProxy } from './give-proxy.tsx';
import { RecordDownload } from './record-download.tsx';
import { SecrecyPromise, SecretVote } from './secret-vote.tsx';

type Voter = Ballot['voters'][number];
type Counted = NonNullable<Ballot['counted']>;

/** The certified result: the sums, each condition with what it counted, and the record to count again. */
const Result = ({ ballot: { ballotId, method }, counted }: { ballot: Ballot; counted: Counted }) => {
  const t = useTranslate();
  const { result, seal, votesSeal } = counted;
  const isWeighted = result.majorities.some(({ unit }) => unit === 'weight') || result.quorum?.unit === 'weight';
  const conditions = [
    ...(result.quorum ? [{ name: t('result.quorum'), ...result.quorum }] : []),
    ...result.majorities.map((one) => ({
      name: t(`result.majority-${one.unit === 'weight' ? 'weight' : 'heads'}`),
      ...one,
    })),
    ...(result.floor ? [{ name: t('result.floor'), ...result.floor }] : []),
    ...(result.refusal ? [{ name: t('result.refusal'), ...result.refusal }] : []),
    ...result.vetoes.map((one) => ({ name: t('result.veto', { chamber: one.chamber }), ...one })),
  ];
  return (
    <>
      <p>
        <strong>{t(`vote-outcome.${result.outcome}`)}</strong> ·{' '}
        {t(method ? (method.by === 'consent' ? 'result.consent' : 'result.papers') : 'result.sums', result.heads)}
        {isWeighted && ` · ${t('result.weights', result.weight)}`}
      </p>
      {result.secret && (
        <p>
          {result.secret.unopened
            ? t(`secret-ballot.${result.secret.unopened}`)
            : t('secret-ballot.cast', result.secret)}
        </p>
      )}
      {result.election && method && 'options' in method && (
        <ElectionResult election={result.election} method={method} />
      )}
      <ul className="vote-conditions">
        {conditions.map((one) => (
          <li key={one.name}>
            {t(one.isMet ? 'result.met' : 'result.not-met', {
              ...{ name: one.name, count: one.count, base: one.base, threshold: thresholdText(t, one) },
            })}
          </li>
        ))}
      </ul>
      <p className="quiet">{t('result.seals', { seal: seal.slice(0, 12), votes: votesSeal.slice(0, 12) })}</p>
      <RecordDownload ballotId={ballotId} />
    </>
  );
};

type Voting = { voters: readonly Voter[]; method: Method | undefined; names: Readonly<Record<string, string>> };

/** The list of voters: who has voted, and after the count how. */
const Voters = ({ voters, method, names }: Voting) => {
  const t = useTranslate();
  const { time } = useFormat();
  const { memberName } = useDirectory();
  const isWeighted = voters.some(({ weight }) => weight !== '1');
  const voted = ({ choice, hasVoted, recused }: Voter): string => {
    if (recused) return t('voter.recused');
    if (choice && typeof choice === 'object' && 'reason' in choice)
      return t('consent.objects-because', { reason: choice.reason });
    if (choice) return choiceText(t, method, choice);
    return t(hasVoted ? 'voter.has-voted' : 'voter.not-voted');
  };
  const nameOf = ({ by, byAlternate }: Voter): string | undefined => {
    const name = by && staffName(by, names);
    return name && byAlternate ? t('voter.alternate', { name }) : name;
  };
  const columns: Column<Voter>[] = [
    { key: 'library', head: t('voter.library'), cell: ({ memberId }) => memberName(memberId) },
    { key: 'vote', head: t('voter.vote'), cell: voted },
    ...(isWeighted
      ? [{ key: 'weight', head: t('voter.weight'), align: 'end' as const, cell: ({ weight }: Voter) => weight }]
      : []),
    ...(voters.some(({ proxy }) => proxy !== undefined)
      ? [{ key: 'proxy', head: t('voter.proxy'), cell: ({ proxy }: Voter) => proxy && memberName(proxy) }]
      : []),
    { key: 'by', head: t('voter.by'), cell: nameOf },
    { key: 'at', head: t('voter.at'), cell: ({ at }) => at && time(at) },
  ];
  return (
    <DataTable
      name={t('voting.voters')}
      columns={columns}
      rows={voters}
      rowKey={({ memberId }) => memberId}
      empty={<p>{t('voting.no-voters')}</p>}
    />
  );
};

type Given = {
  proposal: Proposal;
  ballot: Ballot;
  names: Readonly<Record<string, string>>;
  speaksFor: readonly string[];
};

/** The ballot of a proposal: the own vote, what is needed, who has voted, and the certified result. */
export const BallotPanel = ({ proposal, ballot, names, speaksFor }: Given) => {
  const t = useTranslate();
  const { time } = useFormat();
  const { ballotId, closesAt, isOver, counted, votes, voters, needs, votesShown, seal, method, secret } = ballot;
  const paper: PaperOf | undefined = method && ((before, choose) => <BallotPaper {...{ method, before, choose }} />);
  const turnout = voters.filter(({ hasVoted }) => hasVoted).length;
  return (
    <Panel title={t(counted ? 'result.title' : 'voting.ballot')} note={ballot.ruleName}>
      {counted ? (
        <Result ballot={ballot} counted={counted} />
      ) : (
        <>
          {proposal.amending && (
            <p>
              {t('voting.on-amendment')}: <strong>{proposal.amending.title}</strong>
            </p>
          )}
          {secret && <SecrecyPromise />}
          <p>{t(isOver ? 'voting.being-counted' : 'voting.closes', { until: time(closesAt) })}</p>
          {proposal.state === 'voting' &&
            !isOver &&
            votes.map((vote) => (
              <div key={`${vote.memberId} ${vote.token ?? vote.version} ${vote.proxy}`} className="stack">
                {secret ? (
                  <SecretVote {...{ ballot, publicKey: secret.publicKey, vote, paper }} />
                ) : (
                  <CastVote {...{ ballotId, closesAt, vote, speaksFor, method, ...(paper && { paper }) }} />
                )}
                {ballot.mayGiveProxies && speaksFor.includes(vote.memberId) && !vote.recused && (
                  <GiveProxy {...{ ballotId, vote, voters }} />
                )}
              </div>
            ))}
          <ul className="vote-conditions">
            {(method ? methodTexts(t, method, ballot.rule) : ruleTexts(t, ballot.rule)).map((text) => (
              <li key={text}>{text}</li>
            ))}
            <li>
              {!method && t('voting.needs', { yes: needs.yesIfAllVote, voters: needs.entitled })}
              {needs.quorum !== undefined && ` ${t('voting.needs-quorum', { count: needs.quorum })}`}
            </li>
            {!secret && <li>{t(votesShown === 'at-once' ? 'voting.shown-at-once' : 'voting.shown-after')}</li>}
            <li>{t('voting.sealed', { seal: seal.slice(0, 12) })}</li>
          </ul>
        </>
      )}
      <h3>{t('voting.turnout', { count: turnout, voters: voters.length })}</h3>
      <Voters {...{ voters, method, names }} />
    </Panel>
  );
};
