import type { AnyContract } from '../layers/platform/http/contract.ts';
import { contract as addItem } from './catalogue/operations/add-item/contract.ts';
import { contract as checkSourceRecord } from './catalogue/operations/check-source-record/contract.ts';
import { contract as closeInventory } from './catalogue/operations/close-inventory/contract.ts';
import { contract as editSourceRecord } from './catalogue/operations/edit-source-record/contract.ts';
import { contract as findAuthority } from './catalogue/operations/find-authority/contract.ts';
import { contract as getFieldProtection } from './catalogue/operations/get-field-protection/contract.ts';
import { contract as getImport } from './catalogue/operations/get-import/contract.ts';
import { contract as getItem } from './catalogue/operations/get-item/contract.ts';
import { contract as getItemBatch } from './catalogue/operations/get-item-batch/contract.ts';
import { contract as getItemMapping } from './catalogue/operations/get-item-mapping/contract.ts';
import { contract as getUnionRecord } from './catalogue/operations/get-record/contract.ts';
import { contract as getSourceRecord } from './catalogue/operations/get-source-record/contract.ts';
import { contract as keepApart } from './catalogue/operations/keep-apart/contract.ts';
import { contract as listCopyOffers } from './catalogue/operations/list-copy-offers/contract.ts';
import { contract as listDoubts } from './catalogue/operations/list-doubts/contract.ts';
import { contract as listRecordHistory } from './catalogue/operations/list-history/contract.ts';
import { contract as listImports } from './catalogue/operations/list-imports/contract.ts';
import { contract as listInventories } from './catalogue/operations/list-inventories/contract.ts';
import { contract as listInventoryCopies } from './catalogue/operations/list-inventory-copies/contract.ts';
import { contract as listItemBatches } from './catalogue/operations/list-item-batches/contract.ts';
import { contract as listItemTemplates } from './catalogue/operations/list-item-templates/contract.ts';
import { contract as mergeRecords } from './catalogue/operations/merge-records/contract.ts';
import { contract as noteInventoryScans } from './catalogue/operations/note-inventory-scans/contract.ts';
import { contract as offerLastCopy } from './catalogue/operations/offer-last-copy/contract.ts';
import { contract as openInventory } from './catalogue/operations/open-inventory/contract.ts';
import { contract as previewItemChanges } from './catalogue/operations/preview-item-changes/contract.ts';
import { contract as previewItemMapping } from './catalogue/operations/preview-item-mapping/contract.ts';
import { contract as relabelItem } from './catalogue/operations/relabel-item/contract.ts';
import { contract as ruleOnWork } from './catalogue/operations/rule-on-work/contract.ts';
import { contract as runImport } from './catalogue/operations/run-import/contract.ts';
import { contract as runItemBatch } from './catalogue/operations/run-item-batch/contract.ts';
import { contract as setFieldProtection } from './catalogue/operations/set-field-protection/contract.ts';
import { contract as setItemMapping } from './catalogue/operations/set-item-mapping/contract.ts';
import { contract as setItemTemplate } from './catalogue/operations/set-item-template/contract.ts';
import { contract as setRetention } from './catalogue/operations/set-retention/contract.ts';
import { contract as setVisibility } from './catalogue/operations/set-visibility/contract.ts';
import { contract as showDuplicates } from './catalogue/operations/show-duplicates/contract.ts';
import { contract as showInventory } from './catalogue/operations/show-inventory/contract.ts';
import { contract as showVisibility } from './catalogue/operations/show-visibility/contract.ts';
import { contract as splitRecord } from './catalogue/operations/split-record/contract.ts';
import { contract as startImport } from './catalogue/operations/start-import/contract.ts';
import { contract as takeBackOffer } from './catalogue/operations/take-back-offer/contract.ts';
import { contract as takeCopy } from './catalogue/operations/take-copy/contract.ts';
import { contract as undoDecision } from './catalogue/operations/undo-decision/contract.ts';
import { contract as cancelHold } from './circulation/operations/cancel-hold/contract.ts';
import { contract as cancelTransit } from './circulation/operations/cancel-transit/contract.ts';
import { contract as changePickup } from './circulation/operations/change-pickup/contract.ts';
import { contract as chargeFee } from './circulation/operations/charge-fee/contract.ts';
import { contract as checkIn } from './circulation/operations/check-in/contract.ts';
import { contract as checkInDamaged } from './circulation/operations/check-in-damaged/contract.ts';
import { contract as checkOut } from './circulation/operations/check-out/contract.ts';
import { contract as claimReturned } from './circulation/operations/claim-returned/contract.ts';
import { contract as closeTill } from './circulation/operations/close-till/contract.ts';
import { contract as declareLost } from './circulation/operations/declare-lost/contract.ts';
import { contract as explainCheckOut } from './circulation/operations/explain-check-out/contract.ts';
import { contract as explainHold } from './circulation/operations/explain-hold/contract.ts';
import { contract as explainRenewal } from './circulation/operations/explain-renewal/contract.ts';
import { contract as explainTargeting } from './circulation/operations/explain-targeting/contract.ts';
import { contract as giveUpClaim } from './circulation/operations/give-up-claim/contract.ts';
import { contract as listHoldShelf } from './circulation/operations/list-hold-shelf/contract.ts';
import { contract as listHopelessHolds } from './circulation/operations/list-hopeless-holds/contract.ts';
import { contract as listLateTransits } from './circulation/operations/list-late-transits/contract.ts';
import { contract as listMissing } from './circulation/operations/list-missing/contract.ts';
import { contract as listMyBills } from './circulation/operations/list-my-bills/contract.ts';
import { contract as listMyHolds } from './circulation/operations/list-my-holds/contract.ts';
import { contract as listMyLoans } from './circulation/operations/list-my-loans/contract.ts';
import { contract as listOverdue } from './circulation/operations/list-overdue/contract.ts';
import { contract as listPickupPlaces } from './circulation/operations/list-pickup-places/contract.ts';
import { contract as listPullList } from './circulation/operations/list-pull-list/contract.ts';
import { contract as listHoldQueue } from './circulation/operations/list-queue/contract.ts';
import { contract as listShelfToClear } from './circulation/operations/list-shelf-to-clear/contract.ts';
import { contract as listTills } from './circulation/operations/list-tills/contract.ts';
import { contract as listTransits } from './circulation/operations/list-transits/contract.ts';
import { contract as markItem } from './circulation/operations/mark-item/contract.ts';
import { contract as moveHold } from './circulation/operations/move-hold/contract.ts';
import { contract as openTill } from './circulation/operations/open-till/contract.ts';
import { contract as payBill } from './circulation/operations/pay-bill/contract.ts';
import { contract as placeHold } from './circulation/operations/place-hold/contract.ts';
import { contract as recallLoan } from './circulation/operations/recall/contract.ts';
import { contract as refundCredit } from './circulation/operations/refund-credit/contract.ts';
import { contract as renewLoan } from './circulation/operations/renew/contract.ts';
import { contract as reorderHolds } from './circulation/operations/reorder-holds/contract.ts';
import { contract as restoreHold } from './circulation/operations/restore-hold/contract.ts';
import { contract as resumeHold } from './circulation/operations/resume-hold/contract.ts';
import { contract as retargetHold } from './circulation/operations/retarget-hold/contract.ts';
import { contract as scanAtDesk } from './circulation/operations/scan/contract.ts';
import { contract as sendItem } from './circulation/operations/send-item/contract.ts';
import { contract as showPatron } from './circulation/operations/show-patron/contract.ts';
import { contract as showStatus } from './circulation/operations/show-status/contract.ts';
import { contract as suspendHold } from './circulation/operations/suspend-hold/contract.ts';
import { contract as countInHouseUse } from './circulation/operations/use-in-house/contract.ts';
import { contract as waiveBill } from './circulation/operations/waive-bill/contract.ts';
import { contract as browseHeadings } from './discovery/operations/browse-headings/contract.ts';
import { contract as createList } from './discovery/operations/create-list/contract.ts';
import { contract as deleteList } from './discovery/operations/delete-list/contract.ts';
import { contract as exportList } from './discovery/operations/export-list/contract.ts';
import { contract as exportRecord } from './discovery/operations/export-record/contract.ts';
import { contract as exportRecords } from './discovery/operations/export-records/contract.ts';
import { contract as openRecord } from './discovery/operations/get-record/contract.ts';
import { contract as harvest } from './discovery/operations/harvest/contract.ts';
import { contract as harvestPosted } from './discovery/operations/harvest-posted/contract.ts';
import { contract as listHeadingRecords } from './discovery/operations/list-heading-records/contract.ts';
import { contract as listMyLists } from './discovery/operations/list-my-lists/contract.ts';
import { contract as removeTitle } from './discovery/operations/remove-title/contract.ts';
import { contract as renameList } from './discovery/operations/rename-list/contract.ts';
import { contract as saveTitle } from './discovery/operations/save-title/contract.ts';
import { contract as searchRecords } from './discovery/operations/search/contract.ts';
import { contract as searchSru } from './discovery/operations/search-sru/contract.ts';
import { contract as searchSruPosted } from './discovery/operations/search-sru-posted/contract.ts';
import { contract as showList } from './discovery/operations/show-list/contract.ts';
import { contract as suggestFacetValues } from './discovery/operations/suggest-facet-values/contract.ts';
import { contract as suggestHeadings } from './discovery/operations/suggest-headings/contract.ts';
import { contract as acceptException } from './finance/operations/accept-exception/contract.ts';
import { contract as adjustPeriod } from './finance/operations/adjust-period/contract.ts';
import { contract as adoptScenario } from './finance/operations/adopt-scenario/contract.ts';
import { contract as approvePriceChange } from './finance/operations/approve-price-change/contract.ts';
import { contract as approveRestatement } from './finance/operations/approve-restatement/contract.ts';
import { contract as approveTrueUp } from './finance/operations/approve-true-up/contract.ts';
import { contract as askPayout } from './finance/operations/ask-payout/contract.ts';
import { contract as changeScenario } from './finance/operations/change-scenario/contract.ts';
import { contract as compareScenarios } from './finance/operations/compare-scenarios/contract.ts';
import { contract as countLoans } from './finance/operations/count-loans/contract.ts';
import { contract as createScenario } from './finance/operations/create-scenario/contract.ts';
import { contract as decidePayout } from './finance/operations/decide-payout/contract.ts';
import { contract as decidePeriod } from './finance/operations/decide-period/contract.ts';
import { contract as discussLine } from './finance/operations/discuss-line/contract.ts';
import { contract as estimateCost } from './finance/operations/estimate-cost/contract.ts';
import { contract as getMonth } from './finance/operations/get-month/contract.ts';
import { contract as getMonthCsv } from './finance/operations/get-month-csv/contract.ts';
import { contract as getPriceBook } from './finance/operations/get-price-book/contract.ts';
import { contract as listPlatformBills } from './finance/operations/list-bills/contract.ts';
import { contract as listBudgets } from './finance/operations/list-budgets/contract.ts';
import { contract as listLoanCharges } from './finance/operations/list-charges/contract.ts';
import { contract as listCostCentres } from './finance/operations/list-cost-centres/contract.ts';
import { contract as listFigures } from './finance/operations/list-figures/contract.ts';
import { contract as listFormulas } from './finance/operations/list-formulas/contract.ts';
import { contract as listLedger } from './finance/operations/list-ledger/contract.ts';
import { contract as listLineEvidence } from './finance/operations/list-line-evidence/contract.ts';
import { contract as listOperations } from './finance/operations/list-operations/contract.ts';
import { contract as listPartnerAccounts } from './finance/operations/list-partners/contract.ts';
import { contract as listPayouts } from './finance/operations/list-payouts/contract.ts';
import { contract as listPeriods } from './finance/operations/list-periods/contract.ts';
import { contract as listRequests } from './finance/operations/list-requests/contract.ts';
import { contract as listScenarios } from './finance/operations/list-scenarios/contract.ts';
import { contract as moveVouchers } from './finance/operations/move-vouchers/contract.ts';
import { contract as openBill } from './finance/operations/open-bill/contract.ts';
import { contract as postNetting } from './finance/operations/post-netting/contract.ts';
import { contract as preparePeriod } from './finance/operations/prepare-period/contract.ts';
import { contract as preparePriceChange } from './finance/operations/prepare-price-change/contract.ts';
import { contract as prepareRestatement } from './finance/operations/prepare-restatement/contract.ts';
import { contract as prepareTrueUp } from './finance/operations/prepare-true-up/contract.ts';
import { contract as printAccount } from './finance/operations/print-account/contract.ts';
import { contract as printStatement } from './finance/operations/print-statement/contract.ts';
import { contract as recordPayment } from './finance/operations/record-payment/contract.ts';
import { contract as refundLoanCharge } from './finance/operations/refund-charge/contract.ts';
import { contract as reversePayment } from './finance/operations/reverse-payment/contract.ts';
import { contract as setAccountCodes } from './finance/operations/set-account-codes/contract.ts';
import { contract as setBudget } from './finance/operations/set-budget/contract.ts';
import { contract as setFigures } from './finance/operations/set-figures/contract.ts';
import { contract as settlePartner } from './finance/operations/settle-partner/contract.ts';
import { contract as showAccount } from './finance/operations/show-account/contract.ts';
import { contract as showAccountCodes } from './finance/operations/show-account-codes/contract.ts';
import { contract as showNetting } from './finance/operations/show-netting/contract.ts';
import { contract as showPartnerStatement } from './finance/operations/show-partner-statement/contract.ts';
import { contract as showPeriod } from './finance/operations/show-period/contract.ts';
import { contract as showPriceChange } from './finance/operations/show-price-change/contract.ts';
import { contract as showReconciliation } from './finance/operations/show-reconciliation/contract.ts';
import { contract as showRestatement } from './finance/operations/show-restatement/contract.ts';
import { contract as showScenario } from './finance/operations/show-scenario/contract.ts';
import { contract as showStatement } from './finance/operations/show-statement/contract.ts';
import { contract as showTrueUp } from './finance/operations/show-true-up/contract.ts';
import { contract as withdrawAdjustment } from './finance/operations/withdraw-adjustment/contract.ts';
import { contract as adoptPolicy } from './governance/operations/adopt-policy/contract.ts';
import { contract as getPolicyInForce } from './governance/operations/get-policy-in-force/contract.ts';
import { contract as listPolicies } from './governance/operations/list-policies/contract.ts';
import { contract as createBranch } from './membership/operations/create-branch/contract.ts';
import { contract as createMachineClient } from './membership/operations/create-machine-client/contract.ts';
import { contract as createMember } from './membership/operations/create-member/contract.ts';
import { contract as giveRole } from './membership/operations/give-role/contract.ts';
import { contract as inviteStaff } from './membership/operations/invite-staff/contract.ts';
import { contract as issueMachineToken } from './membership/operations/issue-machine-token/contract.ts';
import { contract as listDirectory } from './membership/operations/list-directory/contract.ts';
import { contract as listLibrarySymbols } from './membership/operations/list-library-symbols/contract.ts';
import { contract as listMachineClients } from './membership/operations/list-machine-clients/contract.ts';
import { contract as listStaff } from './membership/operations/list-staff/contract.ts';
import { contract as setLibrarySymbol } from './membership/operations/set-library-symbol/contract.ts';
import { contract as setMembership } from './membership/operations/set-membership/contract.ts';
import { contract as updateBranchHours } from './membership/operations/update-branch-hours/contract.ts';
import { contract as whoami } from './membership/operations/whoami/contract.ts';
import { contract as withdrawMachineClient } from './membership/operations/withdraw-machine-client/contract.ts';
import { contract as withdrawRole } from './membership/operations/withdraw-role/contract.ts';
import { contract as listLetterBatches } from './notices/operations/list-letter-batches/contract.ts';
import { contract as listLetters } from './notices/operations/list-letters/contract.ts';
import { contract as listMyNotices } from './notices/operations/list-my-notices/contract.ts';
import { contract as listNoticeTexts } from './notices/operations/list-texts/contract.ts';
import { contract as makeLetters } from './notices/operations/make-letters/contract.ts';
import { contract as previewNoticeText } from './notices/operations/preview-text/contract.ts';
import { contract as printLetters } from './notices/operations/print-letters/contract.ts';
import { contract as removeNoticeText } from './notices/operations/remove-text/contract.ts';
import { contract as setMyNoticeChoices } from './notices/operations/set-my-choices/contract.ts';
import { contract as setPatronNoticeChoices } from './notices/operations/set-patron-choices/contract.ts';
import { contract as setNoticeText } from './notices/operations/set-text/contract.ts';
import { contract as showMyNoticeChoices } from './notices/operations/show-my-choices/contract.ts';
import { contract as showPatronNoticeChoices } from './notices/operations/show-patron-choices/contract.ts';
import { contract as addLoadFile } from './onboarding/operations/add-file/contract.ts';
import { contract as getLoad } from './onboarding/operations/get-load/contract.ts';
import { contract as getLoadRun } from './onboarding/operations/get-run/contract.ts';
import { contract as listLoads } from './onboarding/operations/list-loads/contract.ts';
import { contract as openLoad } from './onboarding/operations/open-load/contract.ts';
import { contract as resumeLoadRun } from './onboarding/operations/resume-run/contract.ts';
import { contract as setLoadMapping } from './onboarding/operations/set-mapping/contract.ts';
import { contract as startLoadRun } from './onboarding/operations/start-run/contract.ts';
import { contract as askErasure } from './patrons/operations/ask-erasure/contract.ts';
import { contract as askMyErasure } from './patrons/operations/ask-my-erasure/contract.ts';
import { contract as askPinCode } from './patrons/operations/ask-pin-code/contract.ts';
import { contract as askSignUp } from './patrons/operations/ask-sign-up/contract.ts';
import { contract as blockPatron } from './patrons/operations/block-patron/contract.ts';
import { contract as confirmSignUp } from './patrons/operations/confirm-sign-up/contract.ts';
import { contract as editPatron } from './patrons/operations/edit-patron/contract.ts';
import { contract as finishSignUp } from './patrons/operations/finish-sign-up/contract.ts';
import { contract as giveProxy } from './patrons/operations/give-proxy/contract.ts';
import { contract as keepPatronsApart } from './patrons/operations/keep-apart/contract.ts';
import { contract as listAlikePatrons } from './patrons/operations/list-alike/contract.ts';
import { contract as listPatronChanges } from './patrons/operations/list-changes/contract.ts';
import { contract as listDepartments } from './patrons/operations/list-departments/contract.ts';
import { contract as listDuplicatePatrons } from './patrons/operations/list-duplicates/contract.ts';
import { contract as listExpiringCards } from './patrons/operations/list-expiring-cards/contract.ts';
import { contract as listMyProxies } from './patrons/operations/list-my-proxies/contract.ts';
import { contract as listMyWards } from './patrons/operations/list-my-wards/contract.ts';
import { contract as listProxies } from './patrons/operations/list-proxies/contract.ts';
import { contract as lookUpPatron } from './patrons/operations/look-up-patron/contract.ts';
import { contract as mergePatrons } from './patrons/operations/merge-patrons/contract.ts';
import { contract as myExport } from './patrons/operations/my-export/contract.ts';
import { contract as myLookLog } from './patrons/operations/my-look-log/contract.ts';
import { contract as myProfile } from './patrons/operations/my-profile/contract.ts';
import { contract as noteOptIn } from './patrons/operations/note-opt-in/contract.ts';
import { contract as refreshPatron } from './patrons/operations/refresh/contract.ts';
import { contract as registerPatron } from './patrons/operations/register-patron/contract.ts';
import { contract as renewCard } from './patrons/operations/renew-card/contract.ts';
import { contract as replaceCard } from './patrons/operations/replace-card/contract.ts';
import { contract as resetPin } from './patrons/operations/reset-pin/contract.ts';
import { contract as searchPatrons } from './patrons/operations/search-patrons/contract.ts';
import { contract as setDepartment } from './patrons/operations/set-department/contract.ts';
import { contract as setMyConsent } from './patrons/operations/set-my-consent/contract.ts';
import { contract as setMyHistory } from './patrons/operations/set-my-history/contract.ts';
import { contract as setMyPin } from './patrons/operations/set-my-pin/contract.ts';
import { contract as showWard } from './patrons/operations/show-ward/contract.ts';
import { contract as signInPatron } from './patrons/operations/sign-in/contract.ts';
import { contract as unblockPatron } from './patrons/operations/unblock-patron/contract.ts';
import { contract as usePinCode } from './patrons/operations/use-pin-code/contract.ts';
import { contract as withdrawProxy } from './patrons/operations/withdraw-proxy/contract.ts';
import { contract as addPartner } from './resource-sharing/operations/add-partner/contract.ts';
import { contract as amendLoanRequest } from './resource-sharing/operations/amend-request/contract.ts';
import { contract as answerLoanRequest } from './resource-sharing/operations/answer-request/contract.ts';
import { contract as cancelLoanRequest } from './resource-sharing/operations/cancel-request/contract.ts';
import { contract as completeLoanRequest } from './resource-sharing/operations/complete-request/contract.ts';
import { contract as countLoanWork } from './resource-sharing/operations/count-work/contract.ts';
import { contract as deliverLoanCopy } from './resource-sharing/operations/deliver-copy/contract.ts';
import { contract as editPartner } from './resource-sharing/operations/edit-partner/contract.ts';
import { contract as fetchLoanCopy } from './resource-sharing/operations/fetch-copy/contract.ts';
import { contract as fillLoanRequestLocally } from './resource-sharing/operations/fill-locally/contract.ts';
import { contract as getPartner } from './resource-sharing/operations/get-partner/contract.ts';
import { contract as getLoanRequest } from './resource-sharing/operations/get-request/contract.ts';
import { contract as lendLoanRequest } from './resource-sharing/operations/lend-request/contract.ts';
import { contract as listCopyright } from './resource-sharing/operations/list-copyright/contract.ts';
import { contract as listPartnerMessages } from './resource-sharing/operations/list-messages/contract.ts';
import { contract as listMyLoanRequests } from './resource-sharing/operations/list-my-requests/contract.ts';
import { contract as listPartnerMail } from './resource-sharing/operations/list-partner-mail/contract.ts';
import { contract as listPartners } from './resource-sharing/operations/list-partners/contract.ts';
import { contract as listLoanRequests } from './resource-sharing/operations/list-requests/contract.ts';
import { contract as openLoanCopy } from './resource-sharing/operations/open-copy/contract.ts';
import { contract as placeLoanRequest } from './resource-sharing/operations/place-request/contract.ts';
import { contract as printPackingSlips } from './resource-sharing/operations/print-packing-slips/contract.ts';
import { contract as printPullSlips } from './resource-sharing/operations/print-pull-slips/contract.ts';
import { contract as receiveMessage } from './resource-sharing/operations/receive-message/contract.ts';
import { contract as receiveMessageByAddress } from './resource-sharing/operations/receive-message-by-address/contract.ts';
import { contract as receiveLoanRequest } from './resource-sharing/operations/receive-request/contract.ts';
import { contract as removePartner } from './resource-sharing/operations/remove-partner/contract.ts';
import { contract as renewLoanRequest } from './resource-sharing/operations/renew-request/contract.ts';
import { contract as reportLoanRequests } from './resource-sharing/operations/report/contract.ts';
import { contract as reportLoanRequestsCsv } from './resource-sharing/operations/report-csv/contract.ts';
import { contract as resendMessage } from './resource-sharing/operations/resend-message/contract.ts';
import { contract as resolveOpenUrl } from './resource-sharing/operations/resolve-openurl/contract.ts';
import { contract as restartLoanRequest } from './resource-sharing/operations/restart-request/contract.ts';
import { contract as returnLoanRequest } from './resource-sharing/operations/return-request/contract.ts';
import { contract as rotatePartnerSecret } from './resource-sharing/operations/rotate-partner-secret/contract.ts';
import { contract as sendHomeLoanRequest } from './resource-sharing/operations/send-home-request/contract.ts';
import { contract as shipLoanRequest } from './resource-sharing/operations/ship-request/contract.ts';
import { contract as showLoanCopy } from './resource-sharing/operations/show-copy/contract.ts';
import { contract as showMyLoanCopy } from './resource-sharing/operations/show-my-copy/contract.ts';
import { contract as showRequestOptions } from './resource-sharing/operations/show-request-options/contract.ts';
import { contract as supplyLoanCopy } from './resource-sharing/operations/supply-copy/contract.ts';
import { contract as takeLoanCopy } from './resource-sharing/operations/take-copy/contract.ts';
import { contract as takeLoanStep } from './resource-sharing/operations/take-step/contract.ts';
import { contract as takeLoanSteps } from './resource-sharing/operations/take-steps/contract.ts';
import { contract as uploadLoanCopy } from './resource-sharing/operations/upload-copy/contract.ts';
import { contract as addPersonalCopy } from './teaching/operations/add-personal-copy/contract.ts';
import { contract as copyCourse } from './teaching/operations/copy-course/contract.ts';
import { contract as createCourse } from './teaching/operations/create-course/contract.ts';
import { contract as editCourse } from './teaching/operations/edit-course/contract.ts';
import { contract as findCourses } from './teaching/operations/find-courses/contract.ts';
import { contract as getPupil } from './teaching/operations/get-pupil/contract.ts';
import { contract as getSchool } from './teaching/operations/get-school/contract.ts';
import { contract as lendClassSet } from './teaching/operations/lend-class-set/contract.ts';
import { contract as listClasses } from './teaching/operations/list-classes/contract.ts';
import { contract as listCourses } from './teaching/operations/list-courses/contract.ts';
import { contract as listLeavers } from './teaching/operations/list-leavers/contract.ts';
import { contract as listMaterial } from './teaching/operations/list-material/contract.ts';
import { contract as listTerms } from './teaching/operations/list-terms/contract.ts';
import { contract as loadRoster } from './teaching/operations/load-roster/contract.ts';
import { contract as myClass } from './teaching/operations/my-class/contract.ts';
import { contract as myClasses } from './teaching/operations/my-classes/contract.ts';
import { contract as planRollOver } from './teaching/operations/plan-roll-over/contract.ts';
import { contract as printClassLoans } from './teaching/operations/print-class-loans/contract.ts';
import { contract as putOnReserve } from './teaching/operations/put-on-reserve/contract.ts';
import { contract as setClassTeachers } from './teaching/operations/set-class-teachers/contract.ts';
import { contract as setSchool } from './teaching/operations/set-school/contract.ts';
import { contract as setTerm } from './teaching/operations/set-term/contract.ts';
import { contract as showClass } from './teaching/operations/show-class/contract.ts';
import { contract as showCourse } from './teaching/operations/show-course/contract.ts';
import { contract as showRollOver } from './teaching/operations/show-roll-over/contract.ts';
import { contract as takeOffList } from './teaching/operations/take-off-list/contract.ts';
import { contract as undoRollOver } from './teaching/operations/undo-roll-over/contract.ts';

const contracts = [
  amendLoanRequest,
  answerLoanRequest,
  cancelLoanRequest,
  completeLoanRequest,
  fillLoanRequestLocally,
  getLoanRequest,
  lendLoanRequest,
  listMyLoanRequests,
  listLoanRequests,
  placeLoanRequest,
  receiveLoanRequest,
  renewLoanRequest,
  resolveOpenUrl,
  restartLoanRequest,
  returnLoanRequest,
  sendHomeLoanRequest,
  shipLoanRequest,
  showRequestOptions,
  takeLoanStep,
  takeLoanSteps,
  countLoanWork,
  listCopyright,
  listLoanCharges,
  refundLoanCharge,
  uploadLoanCopy,
  supplyLoanCopy,
  showLoanCopy,
  deliverLoanCopy,
  showMyLoanCopy,
  openLoanCopy,
  fetchLoanCopy,
  takeLoanCopy,
  printPullSlips,
  printPackingSlips,
  addPartner,
  editPartner,
  getPartner,
  listPartners,
  rotatePartnerSecret,
  removePartner,
  setLibrarySymbol,
  askPayout,
  decidePayout,
  listPayouts,
  printAccount,
  recordPayment,
  reversePayment,
  setMembership,
  showAccount,
  showAccountCodes,
  setAccountCodes,
  listLibrarySymbols,
  receiveMessage,
  receiveMessageByAddress,
  listPartnerMessages,
  listPartnerMail,
  resendMessage,
  reportLoanRequests,
  reportLoanRequestsCsv,
  addItem,
  getImport,
  getItem,
  getItemMapping,
  getUnionRecord,
  getSourceRecord,
  checkSourceRecord,
  editSourceRecord,
  getFieldProtection,
  setFieldProtection,
  listImports,
  relabelItem,
  findAuthority,
  setRetention,
  offerLastCopy,
  listCopyOffers,
  takeBackOffer,
  takeCopy,
  previewItemChanges,
  previewItemMapping,
  getItemBatch,
  runItemBatch,
  listItemBatches,
  setItemTemplate,
  listItemTemplates,
  ruleOnWork,
  runImport,
  setItemMapping,
  setVisibility,
  showVisibility,
  startImport,
  keepApart,
  listRecordHistory,
  listDoubts,
  mergeRecords,
  splitRecord,
  undoDecision,
  openInventory,
  noteInventoryScans,
  closeInventory,
  listInventories,
  showDuplicates,
  showInventory,
  listInventoryCopies,
  adoptPolicy,
  showPriceChange,
  showTrueUp,
  preparePriceChange,
  prepareTrueUp,
  approvePriceChange,
  approveTrueUp,
  showRestatement,
  prepareRestatement,
  approveRestatement,
  blockPatron,
  createBranch,
  createMachineClient,
  createMember,
  getMonth,
  getMonthCsv,
  estimateCost,
  getPolicyInForce,
  getPriceBook,
  giveRole,
  inviteStaff,
  issueMachineToken,
  listDirectory,
  listLedger,
  listTills,
  showNetting,
  openBill,
  listPlatformBills,
  showReconciliation,
  acceptException,
  postNetting,
  listPartnerAccounts,
  showPartnerStatement,
  settlePartner,
  moveVouchers,
  openTill,
  closeTill,
  adoptScenario,
  changeScenario,
  compareScenarios,
  createScenario,
  listFigures,
  listFormulas,
  listScenarios,
  setFigures,
  showScenario,
  countLoans,
  adjustPeriod,
  withdrawAdjustment,
  listLineEvidence,
  decidePeriod,
  discussLine,
  printStatement,
  listPeriods,
  preparePeriod,
  showPeriod,
  showStatement,
  listMachineClients,
  listOperations,
  listPolicies,
  setBudget,
  listBudgets,
  listRequests,
  listStaff,
  lookUpPatron,
  myLookLog,
  myProfile,
  usePinCode,
  askPinCode,
  myExport,
  askErasure,
  askMyErasure,
  listMyWards,
  showWard,
  noteOptIn,
  setMyConsent,
  setMyHistory,
  listExpiringCards,
  listPatronChanges,
  keepPatronsApart,
  giveProxy,
  setDepartment,
  listDepartments,
  listCostCentres,
  askSignUp,
  confirmSignUp,
  finishSignUp,
  withdrawProxy,
  listMyProxies,
  listProxies,
  listAlikePatrons,
  listDuplicatePatrons,
  mergePatrons,
  renewCard,
  editPatron,
  openRecord,
  searchSru,
  searchSruPosted,
  harvest,
  harvestPosted,
  refreshPatron,
  registerPatron,
  replaceCard,
  resetPin,
  searchPatrons,
  browseHeadings,
  exportRecord,
  exportRecords,
  listMyLists,
  createList,
  showList,
  renameList,
  deleteList,
  saveTitle,
  removeTitle,
  exportList,
  listHeadingRecords,
  suggestHeadings,
  searchRecords,
  suggestFacetValues,
  setMyPin,
  signInPatron,
  unblockPatron,
  updateBranchHours,
  whoami,
  withdrawMachineClient,
  withdrawRole,
  cancelHold,
  changePickup,
  suspendHold,
  resumeHold,
  reorderHolds,
  moveHold,
  restoreHold,
  listPickupPlaces,
  listHopelessHolds,
  listHoldQueue,
  chargeFee,
  checkIn,
  checkInDamaged,
  checkOut,
  claimReturned,
  declareLost,
  explainCheckOut,
  explainHold,
  explainTargeting,
  explainRenewal,
  giveUpClaim,
  listHoldShelf,
  listMyBills,
  listMyHolds,
  listMyLoans,
  listMyNotices,
  listNoticeTexts,
  listLetters,
  makeLetters,
  listLetterBatches,
  printLetters,
  previewNoticeText,
  removeNoticeText,
  setMyNoticeChoices,
  setPatronNoticeChoices,
  setNoticeText,
  showMyNoticeChoices,
  showPatronNoticeChoices,
  listPullList,
  listTransits,
  payBill,
  placeHold,
  recallLoan,
  refundCredit,
  waiveBill,
  renewLoan,
  retargetHold,
  scanAtDesk,
  cancelTransit,
  listOverdue,
  listLateTransits,
  listMissing,
  listShelfToClear,
  markItem,
  sendItem,
  countInHouseUse,
  showPatron,
  showStatus,
  copyCourse,
  createCourse,
  editCourse,
  findCourses,
  listCourses,
  listMaterial,
  listTerms,
  putOnReserve,
  setTerm,
  showCourse,
  takeOffList,
  addPersonalCopy,
  getPupil,
  getSchool,
  lendClassSet,
  listClasses,
  listLeavers,
  loadRoster,
  myClass,
  myClasses,
  planRollOver,
  printClassLoans,
  setClassTeachers,
  setSchool,
  showClass,
  showRollOver,
  undoRollOver,
  openLoad,
  listLoads,
  getLoad,
  setLoadMapping,
  addLoadFile,
  startLoadRun,
  resumeLoadRun,
  getLoadRun,
] as const;

/** Every operation of the product: routes, grants, OpenAPI, the typed client and the contract tests derive from this list. */
export const operations = contracts as unknown as readonly AnyContract[];
