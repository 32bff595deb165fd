/** Texts of the pages that show and adopt a policy. */
export const policies = {
  'policy.not-yours': 'This is for staff.',
  'policy.versions': 'Current, future and past rules',
  'policy.from': 'From',
  'policy.state': 'State',
  'policy.in-force': 'In force',
  'policy.later': 'Begins later',
  'policy.before': 'Replaced',
  'policy.decision': 'Decision',
  'policy.adopt-title': 'Change the rules',
  'policy.day': 'Effective from',
  'policy.day-hint': 'Empty: immediately',
  'policy.adopt': 'Adopt the rules',
  'policy.adopted': 'The rules are adopted.',
  'problem.policy-overtaken': 'Somebody else adopted other rules meanwhile. Review them, then adopt yours again.',
};
