import { useMutation } from '@tanstack/react-query';
import { api, keyed, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';
import { asProblem } from '../../../api/problem.ts';
import { useKey } from '../../../api/use-key.ts';
import { Badge } from '../../../components/badge.tsx';
import { useProblemText } from '../../../components/use-reason-texts.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { sortedName } from '../shared/patron-name.ts';

type Card = Answered<'patrons-list-expiring-cards'>['cards'][number];

/** The button that renews the card of a row, and its result. */
export const RenewCard = ({ card: { patronId, name }, branchId }: { card: Card; branchId: string }) => {
  const t = useTranslate();
  const problemText = useProblemText();
  const { date } = useFormat();
  const { keyFor, settle } = useKey();
  const renew = useMutation({
    mutationFn: () =>
      take(
        api.POST('/v1/patrons/{patronId}/card-renewals', {
          params: { path: { patronId } },
          body: { branchId },
          ...keyed(keyFor(patronId)),
        }),
      ),
    onSettled: (_, thrown) => settle(thrown),
  });
  if (renew.data)
    return (
      <Badge tone="good" icon="yes">
        {t('patron.card-renewed', { date: date(renew.data.expiresOn) })}
      </Badge>
    );
  return (
    <>
      <button
        type="button"
        className="text-button"
        disabled={renew.isPending}
        aria-label={t('patron-lists.renew-one', { name: sortedName(name) })}
        onClick={() => renew.mutate()}
      >
        {t('patron.renew-card')}
      </button>
      {renew.error && <span className="second-line bad">{problemText(asProblem(renew.error))}</span>}
    </>
  );
};
