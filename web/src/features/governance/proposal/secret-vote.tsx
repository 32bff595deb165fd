import { useRef } from 'react';
import { api, take } from '../../../api/client.ts';
import { useDirectory } from '../../../api/directory.ts';
import { useSend } from '../../../api/use-send.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { type PaperOf, VoteForm } from '../shared/vote-form.tsx';
import type { Ballot, Choice, OwnVote } from '../shared/voting.ts';
import { sealVote } from './seal-vote.ts';

type Vote = { choice: Choice; token: string };

/** Encrypts the vote of a library and casts it. A repeated attempt sends the same envelope, by which it is recognised. */
const useSecretVote = (ballotId: string, memberId: string, publicKey: string) => {
  const sealed = useRef<{ of: string; envelope: string }>(undefined);
  return useSend(
    async ({ choice, token }: Vote, headers) => {
      const of = JSON.stringify([choice, token]);
      if (sealed.current?.of !== of) sealed.current = { of, envelope: await sealVote(publicKey, choice) };
      return take(
        api.PUT('/v1/governance/ballots/{ballotId}/envelopes/{memberId}', {
          params: { path: { ballotId, memberId } },
          body: { envelope: sealed.current.envelope, token },
          ...headers,
        }),
      );
    },
    ['consortium-proposal', 'consortium-proposals', 'today'],
  );
};

type Given = {
  ballot: Pick<Ballot, 'ballotId' | 'closesAt' | 'method'>;
  publicKey: string;
  vote: OwnVote;
  paper?: PaperOf | undefined;
};

/** The vote of one library in a secret ballot: whether it has voted, and the buttons to vote or to change the vote. */
export const SecretVote = ({ ballot: { ballotId, closesAt, method }, publicKey, vote, paper }: Given) => {
  const t = useTranslate();
  const { time } = useFormat();
  const { memberName } = useDirectory();
  const cast = useSecretVote(ballotId, vote.memberId, publicKey);
  const library = memberName(vote.memberId);
  const until = time(closesAt);
  if (vote.recused) return <p>{t('voting.recused', { library })}</p>;
  return (
    <VoteForm
      {...{ library, before: undefined, method, paper, casting: cast }}
      status={
        <>
          <p role="status">
            {vote.hasVoted ? t('secret-ballot.is-cast', { library, until }) : t('voting.not-cast', { library, until })}
          </p>
          {vote.asAlternate && <p>{t('voting.as-alternate', { library })}</p>}
        </>
      }
      send={(choice, after) => cast.mutate({ choice, token: vote.token ?? '' }, { onSettled: after })}
    />
  );
};

/** Says what is secret in a ballot and what is not. */
export const SecrecyPromise = () => {
  const t = useTranslate();
  return (
    <>
      <p className="notice">{t('secret-ballot.promise')}</p>
      <details>
        <summary>{t('secret-ballot.details')}</summary>
        <ul>
          {(['others', 'operator', 'unanimous', 'changes', 'receipt'] as const).map((one) => (
            <li key={one}>{t(`secret-ballot.${one}`)}</li>
          ))}
        </ul>
      </details>
    </>
  );
};
