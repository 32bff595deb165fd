/** Secret ballots. */
export const secretBallots = {
  'secret-ballot.promise':
    'Secret vote: everybody sees which libraries have voted, nobody sees what a library voted, and the sums are published after the close.',
  'secret-ballot.details': 'What this promises, and what it does not',
  'secret-ballot.others':
    'Other users, auditors who have the whole database, and backups cannot tell what a library voted. Your browser encrypts the vote, and the key is destroyed after the count.',
  'secret-ballot.operator':
    'Whoever runs Concord could tell, by changing the program and using the key before the close.',
  'secret-ballot.unanimous':
    'When all vote alike, or few vote, everybody can tell. With fewer than three votes none is opened.',
  'secret-ballot.changes': 'A changed vote replaces the earlier one. How often it was changed is not recorded with it.',
  'secret-ballot.receipt': 'You get no receipt by which you could prove to others what you voted.',
  'secret-ballot.is-cast':
    '{library} has voted; the vote is counted at the close. You can change it until {until}. What you chose is not shown again.',
  'secret-ballot.choose': 'Secret vote: who voted is shown, what they voted is not',
  'secret-ballot.choose-hint':
    'Needs {count} libraries that may vote. It has no proxies, counts libraries, and stays as it is when a library leaves.',
  'secret-ballot.counted-by-schedule':
    'A secret vote is counted within 15 minutes of its close, by the schedule alone.',
  'secret-ballot.cast':
    '{cast, plural, one {# library} other {# libraries}} voted secretly; {invalid, plural, =0 {every envelope held a vote} one {# envelope held no vote} other {# envelopes held no vote}}.',
  'secret-ballot.too-few':
    'Fewer than three libraries voted: too few to count secretly. No vote was opened, and all were deleted.',
  'secret-ballot.key-gone':
    'The database was restored to a time before the count, after the key had been destroyed. No vote was opened.',
  'proposals.vote-there': 'Secret vote: vote on its page',
  'bylaws.secretFewest': 'Libraries that a secret vote needs at least',
  'bylaws.secretFewest-hint': 'Empty: no secret votes. Three or more; five is usual.',
  'problem.secret-not-allowed': 'The bylaws allow no secret vote for this decision.',
  'problem.public-body': 'The consortium has a public body: votes are by name.',
  'problem.too-few-voters': 'Fewer libraries may vote than the bylaws ask for in a secret vote.',
  'problem.counted-by-schedule': 'A secret vote is counted by the schedule alone, within 15 minutes of its close.',
} as const;
