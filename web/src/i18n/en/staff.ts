/** The page of a library's staff and their invitations. */
export const staff = {
  'staff.title': 'Staff',
  'staff.library': 'Library',
  'staff.consortium': 'The consortium itself',
  'staff.not-yours': 'This is for those who administer a library or the consortium.',
  'staff.list': 'Who works here',
  'staff.name': 'Name',
  'staff.email': 'E-mail address',
  'staff.invitation': 'Invitation',
  'staff.again': 'Send again',
  'staff.again-one': 'Send the invitation again: {name}',
  'staff.more': 'Show more',
  'staff.invite': 'Invite',
  'staff.invite-meaning': 'The person gets an e-mail with a temporary password that is valid for 7 days.',
  'staff.sent': 'The invitation is on its way to {email}.',
  'problem.email-taken': 'Somebody signs in with this address already, or is invited by another library.',
};
