import { AwsSolutionsChecks } from 'cdk-nag';
import { nagReasons } from '../../infra/nag-reasons.ts';
import { anApp } from '../builders/templates.ts';

/** The optional gateway for SIP2 is checked, too. */
const sip2Gateway = {
  ...{ image: '111122223333.dkr.ecr.us-east-1.amazonaws.com/concord-sip2:1', allow: ['198.51.100.0/24'] },
  certificateArn: 'arn:aws:acm:us-east-1:111122223333:certificate/2',
  ...{ timeZone: 'America/New_York', currency: 'USD', port: 6001 },
};

type Finding = { rule: string; at: string };

const findings = (): Finding[] => {
  const app = anApp('aws', { alarmEmail: 'on.call@example.org', sip2Gateway });
  app.synth();
  return new AwsSolutionsChecks(app)
    .validateScope(app)
    .violations.flatMap(({ ruleName, violatingResources }) =>
      violatingResources.map(({ constructPath }) => ({ rule: ruleName, at: constructPath ?? '' })),
    );
};

const found = findings();

test('AWS’s security checks have no finding without a documented reason', () => {
  expect(found.length).toBeGreaterThan(100);
  expect(
    found.filter(({ rule, at }) => !nagReasons.some((known) => known.rule.test(rule) && known.at.test(at))),
  ).toEqual([]);
});

test('every reason explains an existing finding', () => {
  const idle = nagReasons.filter((known) => !found.some(({ rule, at }) => known.rule.test(rule) && known.at.test(at)));
  expect(idle.map(({ rule, reason }) => `${rule}: ${reason}`)).toEqual([]);
});
