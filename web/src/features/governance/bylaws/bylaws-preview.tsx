import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';
import { useDirectory } from '../../../api/directory.ts';
import { Badge } from '../../../components/badge.tsx';
import type { PolicyValues } from '../../../components/policy-values.ts';
import { FailedNotice } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { type Bylaws, withBylawsValues } from './bylaws.ts';

type Rule = Answered<'governance-preview-bylaws'>['rules'][number];

/** What one rule needs from the members of today, and what it permits that its authors may not have meant. */
const RulePreview = ({ rule }: { rule: Rule }) => {
  const t = useTranslate();
  const { memberName } = useDirectory();
  const { name, needs, power, warnings } = rule;
  return (
    <li className="row-card">
      <div className="row-body">
        <h3 className="row-title">{name}</h3>
        <p>
          {t('voting.needs', { yes: needs.yesIfAllVote, voters: needs.entitled })}
          {needs.quorum !== undefined && ` ${t('voting.needs-quorum', { count: needs.quorum })}`}
        </p>
        {power && (
          <p>
            {t('bylaws.power', {
              power: power.map(({ memberId, swings }) => `${memberName(memberId)} ${swings}`).join(', '),
            })}
          </p>
        )}
        {warnings.map(({ code, memberId, chamber = '' }) => (
          <p key={`${code} ${memberId} ${chamber}`}>
            <Badge tone="warn">
              {t(`bylaws.warning-${code}`, { library: memberId ? memberName(memberId) : '', chamber })}
            </Badge>
          </p>
        ))}
      </div>
    </li>
  );
};

/** Shows what bylaws as entered would mean for the members of today. */
export const BylawsPreview = ({ values }: { values: PolicyValues }) => {
  const t = useTranslate();
  const preview = useMutation({
    mutationFn: (body: Bylaws) => take(api.POST('/v1/governance/bylaws/preview', { body })),
  });
  return (
    <section aria-labelledby="bylaws-preview" className="stack">
      <h2 id="bylaws-preview">{t('bylaws.preview')}</h2>
      <p>
        <Button
          size="sm"
          variant="default"
          loading={preview.isPending}
          onClick={() => preview.mutate(withBylawsValues(values))}
        >
          {t('bylaws.show-preview')}
        </Button>
      </p>
      {preview.error && <FailedNotice thrown={preview.error} />}
      {preview.data && (
        <ul className="rows">
          {preview.data.rules.map((rule) => (
            <RulePreview key={rule.code} rule={rule} />
          ))}
        </ul>
      )}
    </section>
  );
};
