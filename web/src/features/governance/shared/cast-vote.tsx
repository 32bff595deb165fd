import { useDirectory } from '../../../api/directory.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { choiceText } from './choice-text.ts';
import { type PaperOf, VoteForm } from './vote-form.tsx';
import { type Method, type OwnVote, useVote } from './voting.ts';

type Given = {
  ballotId: string;
  closesAt: string;
  vote: OwnVote;
  /** The libraries that the person speaks for; all where absent. */
  speaksFor?: readonly string[];
  /** The method of the ballot and its paper; a vote for or against when absent. */
  method?: Method | undefined;
  paper?: PaperOf;
};

/** The vote of one library in an open ballot: what it voted, and the buttons to vote or to change the vote. */
export const CastVote = ({ ballotId, closesAt, vote, speaksFor, method, paper }: Given) => {
  const t = useTranslate();
  const { time } = useFormat();
  const { memberName } = useDirectory();
  const cast = useVote(ballotId, vote.memberId);
  const library = memberName(vote.memberId);
  const until = time(closesAt);
  const isOwn = vote.asAlternate === true || (speaksFor?.includes(vote.memberId) ?? true);
  const holder = isOwn ? undefined : vote.proxy;
  if (vote.recused) return <p>{t('voting.recused', { library })}</p>;
  return (
    <VoteForm
      {...{ library, before: vote.choice, method, paper, casting: cast }}
      status={
        <>
          <p role="status">
            {vote.choice
              ? t('voting.is-cast', { choice: choiceText(t, method, vote.choice), library, until })
              : t('voting.not-cast', { library, until })}
          </p>
          {vote.asAlternate && <p>{t('voting.as-alternate', { library })}</p>}
          {holder !== undefined && <p>{t('proxy.you-hold', { library, holder: memberName(holder) })}</p>}
        </>
      }
      send={(choice, after) =>
        cast.mutate({ choice, version: vote.version, ...(holder !== undefined && { holder }) }, { onSettled: after })
      }
    />
  );
};
