import { keysOf } from '../../../layers/platform/dynamodb/keys.ts';

/** The entities of governance in the single table: their keys and the access pattern of each key. */
export const keys = keysOf({
  ruleProposal: {
    pk: 'RULE-PROPOSALS#{memberId}',
    sk: '{proposalId}',
    gsi2: { pk: 'RULE-PROPOSALS-WAITING', sk: '{memberId}#{proposalId}' },
    personal: { staff: 'Who proposed, decided and saw it' },
    retention: { period: 'permanent: the reason for a change of rules must remain explainable', ends: [] },
    question:
      'Which changes of its own rules did a member propose, and what became of them? gsi2: those that wait for a second person (sparse)',
  },
  secondPerson: {
    pk: 'SECOND-PERSONS',
    sk: '{memberId}',
    gsi2: { pk: 'RULE-PROPOSALS-WAITING', sk: '{memberId}#SECOND' },
    personal: { staff: 'To know the second person of a member with one administrator' },
    retention: { period: 'until it is withdrawn', ends: ['code'] },
    question:
      'Which person of another member adopts the changes of this member, and did that person accept? One item for each member; gsi2: with the proposals that wait, so that one read finds both',
  },
  consortiumProposal: {
    pk: 'CONSORTIUM-PROPOSALS',
    sk: '{proposalId}',
    gsi2: { pk: 'RULE-PROPOSALS-WAITING', sk: 'BALLOT#{dueAt}#{proposalId}' },
    personal: { staff: 'Who proposed it' },
    retention: { period: 'permanent: the register of decisions', ends: [] },
    question:
      'Which proposals do the members discuss, vote on, or have decided? gsi2: those on a ballot, and those carried whose policy is not adopted yet (sparse), with the proposals of members, so that one read finds all',
  },
  proposalText: {
    pk: 'CONSORTIUM-PROPOSAL#{proposalId}',
    sk: 'TEXT#{number}',
    personal: { staff: 'Who wrote it' },
    retention: { period: 'permanent: what was decided must remain explainable', ends: [] },
    question: 'What does each version of a proposal say, and which policy does it change to what? Never changed',
  },
  proposalRemark: {
    pk: 'CONSORTIUM-PROPOSAL#{proposalId}',
    sk: 'REMARK#{remarkId}',
    personal: { staff: 'Who wrote it' },
    retention: { period: 'permanent: how a decision was reached must remain explainable', ends: [] },
    question: 'Which remarks were made on a proposal, and which statements for and against did members file?',
  },
  proposalAmendment: {
    pk: 'CONSORTIUM-PROPOSAL#{proposalId}',
    sk: 'AMENDMENT#{amendmentId}',
    personal: { staff: 'Who wrote and settled it' },
    retention: { period: 'permanent: how a text came about must remain explainable', ends: [] },
    question: 'Which changes of its text did members ask for, and were they accepted?',
  },
  proposalEffect: {
    pk: 'CONSORTIUM-PROPOSAL#{proposalId}',
    sk: 'EFFECT#{part}',
    personal: 'none',
    retention: { period: 'permanent: what voters read before they voted must remain explainable', ends: [] },
    question:
      'What would the proposed rules have changed in the year before, since the proposal was opened, and after they began? Counts by library only',
  },
  ballot: {
    pk: 'BALLOT#{ballotId}',
    sk: 'BALLOT',
    personal: { staff: 'Who cancelled it' },
    retention: { period: 'permanent: the decision and how it was reached must remain explainable', ends: [] },
    question: 'What is a ballot about, by which rule is it counted, is it open, and what was its result?',
  },
  ballotEmail: {
    pk: 'BALLOT#{ballotId}',
    sk: 'EMAIL#{which}#{memberId}',
    personal: 'none',
    retention: { period: 'permanent: with the ballot', ends: [] },
    question: 'Which members got which e-mail about a ballot? Claimed before it is sent, so that none is sent twice',
  },
  ballotVoter: {
    pk: 'BALLOT#{ballotId}',
    sk: 'VOTER#{memberId}',
    personal: { staff: 'Who voted for the member' },
    retention: { period: 'permanent: with these rows anyone entitled counts an open ballot again', ends: [] },
    question:
      'Which members may vote in a ballot, with which weight, and what did each vote? Fixed when the ballot opens',
  },
  ballotKey: {
    pk: 'BALLOT-KEYS',
    sk: '{ballotId}',
    personal: 'none',
    retention: {
      period: 'until the private key is destroyed: after the count, or when the ballot is cancelled',
      ends: ['code'],
    },
    question: 'Which secret ballots have a private key outside the table that is still to be destroyed?',
  },
  body: {
    pk: 'BODIES',
    sk: '{bodyId}',
    personal: {
      staff: 'Who founded and dissolved it',
      outsider: 'Names and e-mail addresses of those who hold seats: they need not be staff',
    },
    retention: { period: 'permanent: who held which seat must remain explainable', ends: [] },
    question:
      'Which boards, councils, committees and chambers exist, by which rules do they meet, and who holds their seats?',
  },
  seatLink: {
    pk: 'SEAT-LINK#{hash}',
    sk: 'LINK',
    personal: { outsider: 'The e-mail address of a person who holds a seat, to which the link was sent' },
    retention: { period: '30 minutes, or until it is used', ends: ['ttl', 'code'] },
    question: 'To whom was a link sent by which a person who holds a seat signs in? Found by the hash of its secret',
  },
  seatSession: {
    pk: 'SEAT-SESSION#{hash}',
    sk: 'SESSION',
    personal: { outsider: 'The e-mail address of a person who holds a seat and signed in' },
    retention: { period: '12 hours, or until the person signs out', ends: ['ttl', 'code'] },
    question: 'Which person who holds a seat is signed in? Found by the hash of the secret of the session',
  },
  meeting: {
    pk: 'BODY#{bodyId}',
    sk: 'MEETING#{meetingId}',
    personal: { staff: 'Who called and minuted it', outsider: 'Names of those who were present and voted' },
    retention: { period: 'permanent: what was decided, and by whom, must remain explainable', ends: [] },
    question: 'When does a body meet, with which agenda, who was present, and what was decided?',
  },
  meetingMinutes: {
    pk: 'BODY#{bodyId}',
    sk: 'MINUTES#{meetingId}',
    personal: { staff: 'Who corrected them', outsider: 'Names as the minutes show them' },
    retention: { period: 'permanent: what was decided must remain explainable', ends: [] },
    question: 'What do the minutes of a meeting say, and what was corrected after their approval?',
  },
  actionItem: {
    pk: 'BODY#{bodyId}',
    sk: 'ACTION#{actionId}',
    personal: { staff: 'Who wrote and settled it', outsider: 'Who does it' },
    retention: { period: 'permanent: part of the record of a meeting', ends: [] },
    question: 'What do members of a body have to do until when, and what became of it?',
  },
});

export const { key, gsi1, gsi2, gsi3, gsi4, sortPrefix, indexPartition } = keys;
