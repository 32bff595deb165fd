/** The page of the rules for patrons' PINs. */
export const pinRules = {
  'pin-rules.title': 'Rules for PINs',
  'pin-rules.not-yours': 'This is for staff.',
  'pin-rules.versions': 'Current, future and past rules',
  'pin-rules.none-adopted':
    'No rules have been adopted. By default a PIN has at least {shortest} digits, a code for a new PIN is valid for {codeMinutes} minutes, and one address receives {perDay} codes a day for a card.',
  'pin-rules.from': 'From',
  'pin-rules.state': 'State',
  'pin-rules.in-force': 'In force',
  'pin-rules.later': 'Begins later',
  'pin-rules.before': 'Replaced',
  'pin-rules.shortest': 'Minimum digits of a PIN',
  'pin-rules.codeMinutes': 'Minutes that a code for a new PIN is valid',
  'pin-rules.perDay': 'Codes a day for a card from one address',
  'pin-rules.decision': 'Decision',
  'pin-rules.always':
    'Always: at most 12 digits; no sequence of digits, no repeated digits, no year, no date of birth, no part of the card number. The rules apply when a PIN is set; existing PINs remain valid.',
  'pin-rules.adopt-title': 'Change the rules',
  'pin-rules.adopt-meaning':
    'The rules apply to all libraries. Other rules for patrons stay as they are.',
  'pin-rules.between': '{min} to {max}',
  'pin-rules.day': 'Effective from',
  'pin-rules.day-hint': 'Empty: immediately',
  'pin-rules.later-versions': 'Rules adopted already, which begin later ({days})',
  'pin-rules.keep-later': 'Replace these rules when they begin',
  'pin-rules.end-later': 'Cancel them: these rules stay',
  'pin-rules.adopt': 'Adopt the rules',
  'pin-rules.adopted': 'The rules are adopted.',
  'problem.policy-overtaken': 'Somebody else adopted other rules meanwhile. Review them, then adopt yours again.',
};
