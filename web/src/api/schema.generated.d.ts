// Generated from the operations' contracts by npm run gen.
export interface paths {
    "/v1/catalogue/items/{barcode}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find an item by its barcode
         * @description For staff: desk, desk-supervisor, cataloguer, ill, member-admin (own member).
         */
        get: operations["catalogue-get-item"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/catalogue/members/{memberId}/imports/{importId}/run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Run a load that stopped
         * @description For staff: cataloguer (path.memberId).
         */
        post: operations["catalogue-run-import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/catalogue/members/{memberId}/imports/{importId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See how far a load is and what was rejected
         * @description For staff: cataloguer, member-admin (path.memberId).
         */
        get: operations["catalogue-get-import"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/catalogue/members/{memberId}/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a member's loads
         * @description For staff: cataloguer, member-admin (path.memberId).
         */
        get: operations["catalogue-list-imports"];
        put?: never;
        /**
         * Open a load of MARC records
         * @description For staff: cataloguer (path.memberId).
         */
        post: operations["catalogue-start-import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/catalogue/members/{memberId}/item-mapping": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See how a member's records hold its items
         * @description For staff: cataloguer, member-admin (path.memberId).
         */
        get: operations["catalogue-get-item-mapping"];
        /**
         * Set how a member's records hold its items
         * @description For staff: cataloguer, member-admin (path.memberId).
         */
        put: operations["catalogue-set-item-mapping"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/catalogue/members/{memberId}/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make an item by hand
         * @description For staff: cataloguer (path.memberId).
         */
        post: operations["catalogue-add-item"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/catalogue/members/{memberId}/visibility": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Hide or show a record, holding or item
         * @description For staff: cataloguer (path.memberId).
         */
        put: operations["catalogue-set-visibility"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/catalogue/records/{recordId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a record of the union catalogue
         * @description For anyone.
         */
        get: operations["catalogue-get-record"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/catalogue/source-records/{sourceId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a member's record as it came
         * @description For staff: cataloguer (own member).
         */
        get: operations["catalogue-get-source-record"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/circulation/branches/{branchId}/hold-shelf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the hold shelf of a branch
         * @description For staff: desk, desk-supervisor (path.branchId).
         */
        get: operations["circulation-list-hold-shelf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/circulation/branches/{branchId}/pull-list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what a branch is to fetch for holds
         * @description For staff: desk, desk-supervisor (path.branchId).
         */
        get: operations["circulation-list-pull-list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/circulation/branches/{branchId}/transits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what is on its way to a branch
         * @description For staff: desk, desk-supervisor (path.branchId).
         */
        get: operations["circulation-list-transits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/circulation/charges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Charge a fee
         * @description For staff: desk, desk-supervisor (body.branchId).
         */
        post: operations["circulation-charge-fee"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/circulation/check-ins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take an item back or receive it
         * @description For staff: desk, desk-supervisor (body.branchId); or a machine with scope self-check (body.branchId).
         */
        post: operations["circulation-check-in"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/circulation/check-out-explanations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Explain how a checkout would be decided
         * @description For staff: desk, desk-supervisor (body.branchId).
         */
        post: operations["circulation-explain-check-out"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/circulation/check-outs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Lend an item to a patron
         * @description For staff: desk, desk-supervisor (body.branchId); or a machine with scope self-check (body.branchId).
         */
        post: operations["circulation-check-out"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/circulation/holds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Place a hold
         * @description For a signed-in patron; or staff: desk, desk-supervisor (body.branchId).
         */
        post: operations["circulation-place-hold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/circulation/lost-declarations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Declare a loan lost
         * @description For staff: desk, desk-supervisor (body.branchId).
         */
        post: operations["circulation-declare-lost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/circulation/my/bills": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See my bills
         * @description For a signed-in patron.
         */
        get: operations["circulation-list-my-bills"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/circulation/my/holds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See my holds
         * @description For a signed-in patron.
         */
        get: operations["circulation-list-my-holds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/circulation/my/loans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See my loans
         * @description For a signed-in patron.
         */
        get: operations["circulation-list-my-loans"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/circulation/my/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See my notices
         * @description For a signed-in patron.
         */
        get: operations["circulation-list-my-notices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/circulation/patrons/{patronId}/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * See a patron’s loans, holds and bills at the desk
         * @description For staff: desk, desk-supervisor (body.branchId).
         */
        post: operations["circulation-show-patron"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/circulation/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a payment for a bill
         * @description For staff: desk, desk-supervisor (body.branchId).
         */
        post: operations["circulation-pay-bill"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/circulation/records/{recordId}/holds/{holdId}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel a hold
         * @description For a signed-in patron; or staff: desk, desk-supervisor (body.branchId).
         */
        post: operations["circulation-cancel-hold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/circulation/records/{recordId}/holds/{holdId}/retargeting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have another copy fetched for a hold
         * @description For staff: desk, desk-supervisor (body.branchId).
         */
        post: operations["circulation-retarget-hold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/circulation/records/{recordId}/holds/{holdId}/targeting-explanations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Explain which copy is fetched for a hold
         * @description For staff: desk, desk-supervisor (body.branchId).
         */
        post: operations["circulation-explain-targeting"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/circulation/renewals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Renew a loan
         * @description For a signed-in patron; or staff: desk, desk-supervisor (body.branchId); or a machine with scope self-check (body.branchId).
         */
        post: operations["circulation-renew"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/circulation/return-claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record that a patron says an item was returned
         * @description For staff: desk, desk-supervisor (body.branchId).
         */
        post: operations["circulation-claim-returned"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/circulation/scans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tell what was scanned
         * @description For staff: desk, desk-supervisor (body.branchId).
         */
        post: operations["circulation-scan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/discovery/records/{recordId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Open a record with its copies
         * @description For anyone.
         */
        get: operations["discovery-get-record"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/discovery/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search the union catalogue
         * @description For anyone.
         */
        get: operations["discovery-search"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/finance/days/{day}/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Open an operation to its requests
         * @description For staff: finance-preparer, finance-approver, auditor, admin (consortium); or staff: member-finance (query.member).
         */
        get: operations["finance-list-requests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/finance/ledger/{period}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the ledger entries of a period
         * @description For staff: finance-preparer, finance-approver, auditor, admin (consortium); or staff: member-finance (query.member).
         */
        get: operations["finance-list-ledger"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/finance/months/{month}/csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download what a month cost as CSV
         * @description For staff: finance-preparer, finance-approver, auditor, admin (consortium); or staff: member-finance (query.member).
         */
        get: operations["finance-get-month-csv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/finance/months/{month}/operations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Open a month to its operations
         * @description For staff: finance-preparer, finance-approver, auditor, admin (consortium); or staff: member-finance (query.member).
         */
        get: operations["finance-list-operations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/finance/months/{month}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read what a month cost, by member and service
         * @description For staff: finance-preparer, finance-approver, auditor, admin (consortium); or staff: member-finance (query.member).
         */
        get: operations["finance-get-month"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/finance/price-book": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the price book in force
         * @description For staff: finance-preparer, finance-approver, auditor, admin (consortium); or staff: member-finance (own member).
         */
        get: operations["finance-get-price-book"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/governance/policies/{kind}/in-force": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the policy in force
         * @description For staff: desk, desk-supervisor, cataloguer, ill, acquisitions, e-resources, member-finance, member-admin, admin, finance-preparer, finance-approver, governance-secretary, auditor (own member).
         */
        get: operations["governance-get-policy-in-force"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/governance/policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the versions of a policy
         * @description For staff: desk, desk-supervisor, cataloguer, ill, acquisitions, e-resources, member-finance, member-admin, admin, finance-preparer, finance-approver, governance-secretary, auditor (own member).
         */
        get: operations["governance-list-policies"];
        put?: never;
        /**
         * Adopt a policy
         * @description For staff: admin (consortium).
         */
        post: operations["governance-adopt-policy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/membership/branches/{branchId}/calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set a branch’s opening hours and closures
         * @description For staff: member-admin, admin (path.branchId).
         */
        put: operations["membership-update-branch-hours"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/membership/directory": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the members of the consortium with their branches
         * @description For anyone.
         */
        get: operations["membership-list-directory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/membership/machines/{clientId}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw a machine client
         * @description For staff: member-admin, admin (body.memberId).
         */
        post: operations["membership-withdraw-machine-client"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/membership/machines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the machine clients of a member
         * @description For staff: member-admin, admin, auditor (query.memberId).
         */
        get: operations["membership-list-machine-clients"];
        put?: never;
        /**
         * Create a machine client
         * @description For staff: member-admin, admin (body.memberId).
         */
        post: operations["membership-create-machine-client"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/membership/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tell who is signed in
         * @description For staff: desk, desk-supervisor, cataloguer, ill, acquisitions, e-resources, member-finance, member-admin, admin, finance-preparer, finance-approver, governance-secretary, auditor (own member); or a signed-in patron; or a machine with scope any (own member).
         */
        get: operations["membership-whoami"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/membership/members/{memberId}/branches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a branch
         * @description For staff: member-admin, admin (path.memberId).
         */
        post: operations["membership-create-branch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/membership/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a member library
         * @description For staff: admin (consortium).
         */
        post: operations["membership-create-member"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/membership/staff/{staffId}/role-withdrawals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw a role from a staff member
         * @description For staff: member-admin, admin (own member).
         */
        post: operations["membership-withdraw-role"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/membership/staff/{staffId}/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a role to a staff member
         * @description For staff: member-admin, admin (own member).
         */
        post: operations["membership-give-role"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/membership/staff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the staff of a member or of the consortium
         * @description For staff: member-admin, admin, auditor (query.memberId).
         */
        get: operations["membership-list-staff"];
        put?: never;
        /**
         * Invite a staff member by e-mail
         * @description For staff: member-admin, admin (body.memberId).
         */
        post: operations["membership-invite-staff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/membership/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Issue a token to a machine
         * @description For anyone.
         */
        post: operations["membership-issue-machine-token"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/patrons/{patronId}/block-removals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Lift a patron’s block
         * @description For staff: desk-supervisor, member-admin (body.branchId).
         */
        post: operations["patrons-unblock-patron"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/patrons/{patronId}/blocks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Block a patron from borrowing
         * @description For staff: desk-supervisor, member-admin (body.branchId).
         */
        post: operations["patrons-block-patron"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/patrons/{patronId}/card-renewals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Renew a patron’s card
         * @description For staff: desk, desk-supervisor (body.branchId).
         */
        post: operations["patrons-renew-card"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/patrons/{patronId}/card-replacements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replace a patron’s card
         * @description For staff: desk, desk-supervisor (body.branchId).
         */
        post: operations["patrons-replace-card"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/patrons/{patronId}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read what was changed of a patron
         * @description For staff: desk-supervisor, member-admin (query.branchId).
         */
        get: operations["patrons-list-changes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/patrons/{patronId}/edits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Edit a patron
         * @description For staff: desk, desk-supervisor (body.branchId).
         */
        post: operations["patrons-edit-patron"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/patrons/{patronId}/pin-resets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a patron a new PIN
         * @description For staff: desk, desk-supervisor (body.branchId).
         */
        post: operations["patrons-reset-pin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/patrons/look-ups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Find a patron by card
         * @description For staff: desk, desk-supervisor (body.branchId).
         */
        post: operations["patrons-look-up-patron"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/patrons/me/looks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read who looked at one’s record elsewhere
         * @description For a signed-in patron.
         */
        get: operations["patrons-my-look-log"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/patrons/me/pin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change one’s own PIN
         * @description For a signed-in patron.
         */
        post: operations["patrons-set-my-pin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/patrons/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read one’s own profile
         * @description For a signed-in patron.
         */
        get: operations["patrons-my-profile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/patrons/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refresh a patron’s token
         * @description For a signed-in patron.
         */
        post: operations["patrons-refresh"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/patrons/registrations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Register a patron
         * @description For staff: desk, desk-supervisor (body.branchId).
         */
        post: operations["patrons-register-patron"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/patrons/searches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Find the own member’s patrons by name
         * @description For staff: desk, desk-supervisor (body.branchId).
         */
        post: operations["patrons-search-patrons"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/patrons/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in with card and PIN
         * @description For anyone.
         */
        post: operations["patrons-sign-in"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/resource-sharing/my-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List my loan requests
         * @description For a signed-in patron.
         */
        get: operations["resource-sharing-list-my-requests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/resource-sharing/requests/{requestId}/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answer a loan request as supplier
         * @description For staff: ill (body.branchId).
         */
        post: operations["resource-sharing-answer-request"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/resource-sharing/requests/{requestId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel a loan request
         * @description For a signed-in patron; or staff: ill, desk, desk-supervisor (body.branchId).
         */
        post: operations["resource-sharing-cancel-request"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/resource-sharing/requests/{requestId}/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check the item of a loan request in at home
         * @description For staff: ill, desk, desk-supervisor (body.branchId).
         */
        post: operations["resource-sharing-complete-request"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/resource-sharing/requests/{requestId}/lend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Lend the item of a loan request to its patron
         * @description For staff: ill, desk, desk-supervisor (body.branchId).
         */
        post: operations["resource-sharing-lend-request"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/resource-sharing/requests/{requestId}/receive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Receive the item of a loan request
         * @description For staff: ill, desk, desk-supervisor (body.branchId).
         */
        post: operations["resource-sharing-receive-request"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/resource-sharing/requests/{requestId}/renew": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask to keep the item of a loan request longer
         * @description For a signed-in patron; or staff: ill, desk, desk-supervisor (body.branchId).
         */
        post: operations["resource-sharing-renew-request"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/resource-sharing/requests/{requestId}/restart": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restart the workflow of a loan request
         * @description For staff: ill (body.branchId).
         */
        post: operations["resource-sharing-restart-request"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/resource-sharing/requests/{requestId}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take back the item of a loan request
         * @description For staff: ill, desk, desk-supervisor (body.branchId).
         */
        post: operations["resource-sharing-return-request"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/resource-sharing/requests/{requestId}/send-home": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send the item of a loan request home
         * @description For staff: ill, desk, desk-supervisor (body.branchId).
         */
        post: operations["resource-sharing-send-home-request"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/resource-sharing/requests/{requestId}/ship": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ship the item of a loan request
         * @description For staff: ill, desk, desk-supervisor (body.branchId).
         */
        post: operations["resource-sharing-ship-request"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/resource-sharing/requests/{requestId}/steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a further step of a loan request
         * @description For staff: ill (body.branchId).
         */
        post: operations["resource-sharing-take-step"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/resource-sharing/requests/{requestId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a loan request
         * @description For a signed-in patron; or staff: ill, desk, desk-supervisor (own member).
         */
        get: operations["resource-sharing-get-request"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/resource-sharing/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the requests of a member as requester or supplier
         * @description For staff: ill, desk, desk-supervisor (own member).
         */
        get: operations["resource-sharing-list-requests"];
        put?: never;
        /**
         * Place a consortium loan request
         * @description For a signed-in patron; or staff: ill, desk, desk-supervisor (body.pickupBranch).
         */
        post: operations["resource-sharing-place-request"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Problem: {
            type: string;
            title: string;
            status: number;
            code: string;
            detail: string;
            errors: {
                pointer: string;
                code: string;
                detail: string;
            }[];
            requestId: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    "catalogue-get-item": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                barcode: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Find an item by its barcode */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "itemId": "itm_01kb00000000000000000000000",
                     *       "sourceId": "riverton:b1000",
                     *       "memberId": "riverton",
                     *       "barcode": "31234000123456",
                     *       "branchId": "riverton.main",
                     *       "location": "Adult fiction",
                     *       "callNumber": "FIC AUS",
                     *       "category": "book",
                     *       "copyNumber": "1",
                     *       "volume": "",
                     *       "hiddenFrom": [],
                     *       "recordId": "rec_01kb00000000000000000000000",
                     *       "state": "available",
                     *       "currentBranch": "riverton.main"
                     *     }
                     */
                    "application/json": {
                        itemId: string;
                        sourceId: string;
                        memberId: string;
                        barcode: string;
                        branchId: string;
                        location: string;
                        callNumber: string;
                        category: string;
                        copyNumber: string;
                        volume: string;
                        hiddenFrom: ("public" | "other-members" | "union")[];
                        recordId?: string;
                        state: string;
                        currentBranch: string;
                        /** Format: date-time */
                        due?: string;
                    };
                };
            };
            /**
             * @description `bad-input`: The request does not fit the schema; errors[] names each field by JSON pointer.
             *
             *     `bad-json`: The body is not JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not-signed-in`: Sign in first: no token was sent.
             *
             *     `token-expired`: The token has expired: sign in again.
             *
             *     `token-refused`: The token is not one of ours, or was changed.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-permitted`: Your roles do not allow this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-item`: No item of the consortium bears this barcode. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `in-flight`: The same Idempotency-Key is being worked on: try again in a moment. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be sent as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `key-reused`: This Idempotency-Key was used with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something broke on our side; the request id finds it in the log. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Too many wanted the same record at once: try again after Retry-After seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "catalogue-run-import": {
        parameters: {
            query?: never;
            header?: {
                /** @description Same key and body: the same answer and one effect, for 24 hours. In flight 409; another body 422. */
                "Idempotency-Key"?: string;
            };
            path: {
                memberId: string;
                importId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Run a load that stopped */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "importId": "imp_01kb00000000000000000000000",
                     *       "memberId": "riverton",
                     *       "fileName": "march.mrc",
                     *       "bytes": 1200345,
                     *       "state": "failed",
                     *       "createdAt": "2026-11-24T10:00:00.000Z",
                     *       "startedAt": "2026-11-24T10:01:00.000Z",
                     *       "endedAt": "2026-11-24T10:02:00.000Z",
                     *       "parts": {
                     *         "all": 2,
                     *         "done": 2
                     *       },
                     *       "counts": {
                     *         "read": 1000,
                     *         "accepted": 998,
                     *         "rejected": 2,
                     *         "created": 990,
                     *         "changed": 8,
                     *         "unchanged": 0,
                     *         "matched": 310,
                     *         "itemsCreated": 1203,
                     *         "itemsChanged": 0,
                     *         "itemsRejected": 1
                     *       }
                     *     }
                     */
                    "application/json": {
                        importId: string;
                        memberId: string;
                        fileName: string;
                        bytes: number;
                        /** @enum {string} */
                        state: "awaiting-file" | "running" | "done" | "rejected" | "failed";
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        startedAt?: string;
                        /** Format: date-time */
                        endedAt?: string;
                        parts: {
                            all: number;
                            done: number;
                        };
                        counts: {
                            read: number;
                            accepted: number;
                            rejected: number;
                            created: number;
                            changed: number;
                            unchanged: number;
                            matched: number;
                            itemsCreated: number;
                            itemsChanged: number;
                            itemsRejected: number;
                        };
                        problem?: {
                            reason: string;
                            detail: string;
                        };
                    };
                };
            };
            /**
             * @description `bad-input`: The request does not fit the schema; errors[] names each field by JSON pointer.
             *
             *     `bad-json`: The body is not JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not-signed-in`: Sign in first: no token was sent.
             *
             *     `token-expired`: The token has expired: sign in again.
             *
             *     `token-refused`: The token is not one of ours, or was changed.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-permitted`: Your roles do not allow this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-import`: The member has no such load. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `in-flight`: The same Idempotency-Key is being worked on: try again in a moment.
             *
             *     `file-missing`: The file of this load has not been sent.
             *
             *     `import-running`: The load is running.
             *
             *     `import-ended`: The load is done or its file was rejected: open another.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be sent as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `key-reused`: This Idempotency-Key was used with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something broke on our side; the request id finds it in the log. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Too many wanted the same record at once: try again after Retry-After seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "catalogue-get-import": {
        parameters: {
            query?: {
                rejectsOfPart?: number;
            };
            header?: never;
            path: {
                memberId: string;
                importId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description See how far a load is and what was rejected */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "import": {
                     *         "importId": "imp_01kb00000000000000000000000",
                     *         "memberId": "riverton",
                     *         "fileName": "march.mrc",
                     *         "bytes": 1200345,
                     *         "state": "done",
                     *         "createdAt": "2026-11-24T10:00:00.000Z",
                     *         "startedAt": "2026-11-24T10:01:00.000Z",
                     *         "endedAt": "2026-11-24T10:02:00.000Z",
                     *         "parts": {
                     *           "all": 2,
                     *           "done": 2
                     *         },
                     *         "counts": {
                     *           "read": 1000,
                     *           "accepted": 998,
                     *           "rejected": 2,
                     *           "created": 990,
                     *           "changed": 8,
                     *           "unchanged": 0,
                     *           "matched": 310,
                     *           "itemsCreated": 1203,
                     *           "itemsChanged": 0,
                     *           "itemsRejected": 1
                     *         }
                     *       },
                     *       "rejects": [
                     *         {
                     *           "what": "record",
                     *           "offset": 52344,
                     *           "reason": "truncated-record",
                     *           "detail": "The record breaks off before its end."
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        import: {
                            importId: string;
                            memberId: string;
                            fileName: string;
                            bytes: number;
                            /** @enum {string} */
                            state: "awaiting-file" | "running" | "done" | "rejected" | "failed";
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            startedAt?: string;
                            /** Format: date-time */
                            endedAt?: string;
                            parts: {
                                all: number;
                                done: number;
                            };
                            counts: {
                                read: number;
                                accepted: number;
                                rejected: number;
                                created: number;
                                changed: number;
                                unchanged: number;
                                matched: number;
                                itemsCreated: number;
                                itemsChanged: number;
                                itemsRejected: number;
                            };
                            problem?: {
                                reason: string;
                                detail: string;
                            };
                        };
                        rejects: {
                            /** @enum {string} */
                            what: "record" | "item";
                            offset: number;
                            reason: string;
                            detail: string;
                            localId?: string;
                            barcode?: string;
                        }[];
                        nextPart?: number;
                    };
                };
            };
            /**
             * @description `bad-input`: The request does not fit the schema; errors[] names each field by JSON pointer.
             *
             *     `bad-json`: The body is not JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not-signed-in`: Sign in first: no token was sent.
             *
             *     `token-expired`: The token has expired: sign in again.
             *
             *     `token-refused`: The token is not one of ours, or was changed.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-permitted`: Your roles do not allow this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-import`: The member has no such load. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `in-flight`: The same Idempotency-Key is being worked on: try again in a moment. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be sent as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `key-reused`: This Idempotency-Key was used with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something broke on our side; the request id finds it in the log. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Too many wanted the same record at once: try again after Retry-After seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "catalogue-list-imports": {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
            };
            header?: never;
            path: {
                memberId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List a member's loads */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "imports": [
                     *         {
                     *           "importId": "imp_01kb00000000000000000000000",
                     *           "memberId": "riverton",
                     *           "fileName": "march.mrc",
                     *           "bytes": 1200345,
                     *           "state": "done",
                     *           "createdAt": "2026-11-24T10:00:00.000Z",
                     *           "startedAt": "2026-11-24T10:01:00.000Z",
                     *           "endedAt": "2026-11-24T10:02:00.000Z",
                     *           "parts": {
                     *             "all": 2,
                     *             "done": 2
                     *           },
                     *           "counts": {
                     *             "read": 1000,
                     *             "accepted": 998,
                     *             "rejected": 2,
                     *             "created": 990,
                     *             "changed": 8,
                     *             "unchanged": 0,
                     *             "matched": 310,
                     *             "itemsCreated": 1203,
                     *             "itemsChanged": 0,
                     *             "itemsRejected": 1
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        imports: {
                            importId: string;
                            memberId: string;
                            fileName: string;
                            bytes: number;
                            /** @enum {string} */
                            state: "awaiting-file" | "running" | "done" | "rejected" | "failed";
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            startedAt?: string;
                            /** Format: date-time */
                            endedAt?: string;
                            parts: {
                                all: number;
                                done: number;
                            };
                            counts: {
                                read: number;
                                accepted: number;
                                rejected: number;
                                created: number;
                                changed: number;
                                unchanged: number;
                                matched: number;
                                itemsCreated: number;
                                itemsChanged: number;
                                itemsRejected: number;
                            };
                            problem?: {
                                reason: string;
                                detail: string;
                            };
                        }[];
                        next?: string;
                    };
                };
            };
            /**
             * @description `bad-input`: The request does not fit the schema; errors[] names each field by JSON pointer.
             *
             *     `bad-json`: The body is not JSON.
             *
             *     `bad-cursor`: The cursor is not one of this list.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not-signed-in`: Sign in first: no token was sent.
             *
             *     `token-expired`: The token has expired: sign in again.
             *
             *     `token-refused`: The token is not one of ours, or was changed.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-permitted`: Your roles do not allow this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `in-flight`: The same Idempotency-Key is being worked on: try again in a moment. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be sent as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `key-reused`: This Idempotency-Key was used with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something broke on our side; the request id finds it in the log. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Too many wanted the same record at once: try again after Retry-After seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "catalogue-start-import": {
        parameters: {
            query?: never;
            header?: {
                /** @description Same key and body: the same answer and one effect, for 24 hours. In flight 409; another body 422. */
                "Idempotency-Key"?: string;
            };
            path: {
                memberId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "fileName": "march.mrc",
                 *       "bytes": 1200345
                 *     }
                 */
                "application/json": {
                    fileName: string;
                    bytes: number;
                    /** @enum {string} */
                    type?: "iso2709" | "marcxml";
                };
            };
        };
        responses: {
            /** @description Open a load of MARC records */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "importId": "imp_01kb00000000000000000000000",
                     *       "upload": {
                     *         "method": "PUT",
                     *         "url": "https://bucket.example.org/imports/imp_01kb/file?signature=abc",
                     *         "headers": {
                     *           "content-length": "1200345"
                     *         },
                     *         "expiresAt": "2026-11-24T10:15:00.000Z"
                     *       }
                     *     }
                     */
                    "application/json": {
                        importId: string;
                        upload: {
                            /** @constant */
                            method: "PUT";
                            /** Format: uri */
                            url: string;
                            headers: {
                                [key: string]: string;
                            };
                            /** Format: date-time */
                            expiresAt: string;
                        };
                    };
                };
            };
            /**
             * @description `bad-input`: The request does not fit the schema; errors[] names each field by JSON pointer.
             *
             *     `bad-json`: The body is not JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not-signed-in`: Sign in first: no token was sent.
             *
             *     `token-expired`: The token has expired: sign in again.
             *
             *     `token-refused`: The token is not one of ours, or was changed.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-permitted`: Your roles do not allow this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-member`: There is no such member. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `in-flight`: The same Idempotency-Key is being worked on: try again in a moment. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `file-too-large`: A file of one load has at most 500000000 bytes: split it. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be sent as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `key-reused`: This Idempotency-Key was used with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something broke on our side; the request id finds it in the log. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Too many wanted the same record at once: try again after Retry-After seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "catalogue-get-item-mapping": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                memberId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description See how a member's records hold its items */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "mapping": {
                     *         "tag": "952",
                     *         "barcode": "p",
                     *         "branch": "ab",
                     *         "location": "c",
                     *         "callNumber": "o",
                     *         "category": "y",
                     *         "copy": "t",
                     *         "volume": "h"
                     *       },
                     *       "isDefault": true
                     *     }
                     */
                    "application/json": {
                        mapping: {
                            tag: string;
                            indicators?: string;
                            barcode: string;
                            branch: string;
                            location?: string;
                            callNumber: string;
                            category: string;
                            copy?: string;
                            volume?: string;
                            holding?: {
                                tag: string;
                                link?: {
                                    item: string;
                                    holding: string;
                                };
                                branch: string;
                                location: string;
                                callNumber: string;
                            };
                            branchMap?: {
                                [key: string]: string;
                            };
                            categoryMap?: {
                                [key: string]: string;
                            };
                            defaultBranch?: string;
                            defaultCategory?: string;
                            notACopy?: {
                                [key: string]: string[];
                            };
                        };
                        isDefault: boolean;
                    };
                };
            };
            /**
             * @description `bad-input`: The request does not fit the schema; errors[] names each field by JSON pointer.
             *
             *     `bad-json`: The body is not JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not-signed-in`: Sign in first: no token was sent.
             *
             *     `token-expired`: The token has expired: sign in again.
             *
             *     `token-refused`: The token is not one of ours, or was changed.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-permitted`: Your roles do not allow this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `in-flight`: The same Idempotency-Key is being worked on: try again in a moment. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be sent as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `key-reused`: This Idempotency-Key was used with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something broke on our side; the request id finds it in the log. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Too many wanted the same record at once: try again after Retry-After seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "catalogue-set-item-mapping": {
        parameters: {
            query?: never;
            header?: {
                /** @description Same key and body: the same answer and one effect, for 24 hours. In flight 409; another body 422. */
                "Idempotency-Key"?: string;
            };
            path: {
                memberId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "tag": "952",
                 *       "barcode": "p",
                 *       "branch": "ab",
                 *       "location": "c",
                 *       "callNumber": "o",
                 *       "category": "y",
                 *       "copy": "t",
                 *       "volume": "h",
                 *       "branchMap": {
                 *         "MAIN": "riverton.main"
                 *       }
                 *     }
                 */
                "application/json": {
                    tag: string;
                    indicators?: string;
                    barcode: string;
                    branch: string;
                    location?: string;
                    callNumber: string;
                    category: string;
                    copy?: string;
                    volume?: string;
                    holding?: {
                        tag: string;
                        link?: {
                            item: string;
                            holding: string;
                        };
                        branch: string;
                        location: string;
                        callNumber: string;
                    };
                    branchMap?: {
                        [key: string]: string;
                    };
                    categoryMap?: {
                        [key: string]: string;
                    };
                    defaultBranch?: string;
                    defaultCategory?: string;
                    notACopy?: {
                        [key: string]: string[];
                    };
                };
            };
        };
        responses: {
            /** @description Set how a member's records hold its items */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "tag": "952",
                     *       "barcode": "p",
                     *       "branch": "ab",
                     *       "location": "c",
                     *       "callNumber": "o",
                     *       "category": "y",
                     *       "copy": "t",
                     *       "volume": "h",
                     *       "branchMap": {
                     *         "MAIN": "riverton.main"
                     *       }
                     *     }
                     */
                    "application/json": {
                        tag: string;
                        indicators?: string;
                        barcode: string;
                        branch: string;
                        location?: string;
                        callNumber: string;
                        category: string;
                        copy?: string;
                        volume?: string;
                        holding?: {
                            tag: string;
                            link?: {
                                item: string;
                                holding: string;
                            };
                            branch: string;
                            location: string;
                            callNumber: string;
                        };
                        branchMap?: {
                            [key: string]: string;
                        };
                        categoryMap?: {
                            [key: string]: string;
                        };
                        defaultBranch?: string;
                        defaultCategory?: string;
                        notACopy?: {
                            [key: string]: string[];
                        };
                    };
                };
            };
            /**
             * @description `bad-input`: The request does not fit the schema; errors[] names each field by JSON pointer.
             *
             *     `bad-json`: The body is not JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not-signed-in`: Sign in first: no token was sent.
             *
             *     `token-expired`: The token has expired: sign in again.
             *
             *     `token-refused`: The token is not one of ours, or was changed.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-permitted`: Your roles do not allow this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `in-flight`: The same Idempotency-Key is being worked on: try again in a moment. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be sent as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `key-reused`: This Idempotency-Key was used with another body.
             *
             *     `branch-elsewhere`: A branch of the mapping is not one of this member.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something broke on our side; the request id finds it in the log. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Too many wanted the same record at once: try again after Retry-After seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "catalogue-add-item": {
        parameters: {
            query?: never;
            header?: {
                /** @description Same key and body: the same answer and one effect, for 24 hours. In flight 409; another body 422. */
                "Idempotency-Key"?: string;
            };
            path: {
                memberId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "sourceId": "riverton:b1000",
                 *       "barcode": "31234000123456",
                 *       "branchId": "riverton.main",
                 *       "location": "Adult fiction",
                 *       "callNumber": "FIC AUS",
                 *       "category": "book",
                 *       "copyNumber": "1",
                 *       "volume": ""
                 *     }
                 */
                "application/json": {
                    sourceId: string;
                    barcode: string;
                    branchId: string;
                    /** @default  */
                    location?: string;
                    /** @default  */
                    callNumber?: string;
                    /** @default general */
                    category?: string;
                    /** @default  */
                    copyNumber?: string;
                    /** @default  */
                    volume?: string;
                };
            };
        };
        responses: {
            /** @description Make an item by hand */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "itemId": "itm_01kb00000000000000000000000",
                     *       "sourceId": "riverton:b1000",
                     *       "memberId": "riverton",
                     *       "barcode": "31234000123456",
                     *       "branchId": "riverton.main",
                     *       "location": "Adult fiction",
                     *       "callNumber": "FIC AUS",
                     *       "category": "book",
                     *       "copyNumber": "1",
                     *       "volume": "",
                     *       "hiddenFrom": []
                     *     }
                     */
                    "application/json": {
                        itemId: string;
                        sourceId: string;
                        memberId: string;
                        barcode: string;
                        branchId: string;
                        location: string;
                        callNumber: string;
                        category: string;
                        copyNumber: string;
                        volume: string;
                        hiddenFrom: ("public" | "other-members" | "union")[];
                    };
                };
            };
            /**
             * @description `bad-input`: The request does not fit the schema; errors[] names each field by JSON pointer.
             *
             *     `bad-json`: The body is not JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not-signed-in`: Sign in first: no token was sent.
             *
             *     `token-expired`: The token has expired: sign in again.
             *
             *     `token-refused`: The token is not one of ours, or was changed.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-permitted`: Your roles do not allow this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-record`: The member contributed no such record. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `in-flight`: The same Idempotency-Key is being worked on: try again in a moment.
             *
             *     `barcode-taken`: Another item of the consortium bears this barcode.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be sent as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `key-reused`: This Idempotency-Key was used with another body.
             *
             *     `branch-elsewhere`: The branch is not one of this member.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something broke on our side; the request id finds it in the log. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Too many wanted the same record at once: try again after Retry-After seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "catalogue-set-visibility": {
        parameters: {
            query?: never;
            header?: {
                /** @description Same key and body: the same answer and one effect, for 24 hours. In flight 409; another body 422. */
                "Idempotency-Key"?: string;
            };
            path: {
                memberId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "what": {
                 *         "sourceId": "riverton:b1000"
                 *       },
                 *       "hiddenFrom": [
                 *         "public"
                 *       ]
                 *     }
                 */
                "application/json": {
                    what: {
                        sourceId: string;
                    } | {
                        sourceId: string;
                        branchId: string;
                    } | {
                        sourceId: string;
                        itemId: string;
                    };
                    hiddenFrom: ("public" | "other-members" | "union")[];
                };
            };
        };
        responses: {
            /** @description Hide or show a record, holding or item */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "what": {
                     *         "sourceId": "riverton:b1000"
                     *       },
                     *       "hiddenFrom": [
                     *         "public"
                     *       ]
                     *     }
                     */
                    "application/json": {
                        what: {
                            sourceId: string;
                        } | {
                            sourceId: string;
                            branchId: string;
                        } | {
                            sourceId: string;
                            itemId: string;
                        };
                        hiddenFrom: ("public" | "other-members" | "union")[];
                    };
                };
            };
            /**
             * @description `bad-input`: The request does not fit the schema; errors[] names each field by JSON pointer.
             *
             *     `bad-json`: The body is not JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not-signed-in`: Sign in first: no token was sent.
             *
             *     `token-expired`: The token has expired: sign in again.
             *
             *     `token-refused`: The token is not one of ours, or was changed.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-permitted`: Your roles do not allow this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `unknown-record`: The member contributed no such record.
             *
             *     `unknown-item`: The record has no such item.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `in-flight`: The same Idempotency-Key is being worked on: try again in a moment. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be sent as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `key-reused`: This Idempotency-Key was used with another body.
             *
             *     `branch-elsewhere`: The branch is not one of this member.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something broke on our side; the request id finds it in the log. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Too many wanted the same record at once: try again after Retry-After seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "catalogue-get-record": {
        parameters: {
            query?: {
                door?: string;
            };
            header?: never;
            path: {
                recordId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read a record of the union catalogue */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "recordId": "rec_01kb00000000000000000000000",
                     *       "description": {
                     *         "title": "Emma",
                     *         "originalScriptTitles": [],
                     *         "responsibility": "Jane Austen",
                     *         "author": {
                     *           "name": "Austen, Jane, 1775-1817",
                     *           "roles": [
                     *             "author"
                     *           ]
                     *         },
                     *         "contributors": [],
                     *         "subjects": [
                     *           "Young women -- England -- Fiction"
                     *         ],
                     *         "series": [],
                     *         "contents": [],
                     *         "summaries": [],
                     *         "publishers": [
                     *           "Penguin"
                     *         ],
                     *         "places": [
                     *           "London"
                     *         ],
                     *         "year": 2003,
                     *         "languages": [
                     *           "eng"
                     *         ],
                     *         "format": "book",
                     *         "isOnline": false,
                     *         "isbn13": [
                     *           "9780141439587"
                     *         ],
                     *         "issn": [],
                     *         "links": []
                     *       },
                     *       "members": [
                     *         "riverton"
                     *       ],
                     *       "sources": [
                     *         {
                     *           "sourceId": "riverton:b1000",
                     *           "memberId": "riverton",
                     *           "localId": "b1000",
                     *           "because": []
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        recordId: string;
                        movedTo?: string;
                        description?: {
                            title: string;
                            originalScriptTitles: string[];
                            responsibility: string;
                            author?: {
                                name: string;
                                roles: string[];
                                originalScript?: string;
                            };
                            contributors: {
                                name: string;
                                roles: string[];
                                originalScript?: string;
                            }[];
                            subjects: string[];
                            series: string[];
                            contents: string[];
                            summaries: string[];
                            edition?: string;
                            extent?: string;
                            publishers: string[];
                            places: string[];
                            dateText?: string;
                            year?: number;
                            languages: string[];
                            format: string;
                            isOnline: boolean;
                            isbn13: string[];
                            issn: string[];
                            links: {
                                url: string;
                                label: string;
                                isFullText: boolean;
                            }[];
                        };
                        members: string[];
                        sources: {
                            sourceId: string;
                            memberId: string;
                            localId: string;
                            because: string[];
                        }[];
                    };
                };
            };
            /**
             * @description `bad-input`: The request does not fit the schema; errors[] names each field by JSON pointer.
             *
             *     `bad-json`: The body is not JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not-signed-in`: Sign in first: no token was sent.
             *
             *     `token-expired`: The token has expired: sign in again.
             *
             *     `token-refused`: The token is not one of ours, or was changed.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-permitted`: Your roles do not allow this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-record`: There is no such record, or the caller may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `in-flight`: The same Idempotency-Key is being worked on: try again in a moment. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be sent as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `key-reused`: This Idempotency-Key was used with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something broke on our side; the request id finds it in the log. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Too many wanted the same record at once: try again after Retry-After seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "catalogue-get-source-record": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sourceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read a member's record as it came */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "sourceId": "riverton:b1000",
                     *       "memberId": "riverton",
                     *       "localId": "b1000",
                     *       "recordId": "rec_01kb00000000000000000000000",
                     *       "importId": "imp_01kb00000000000000000000000",
                     *       "checksum": "9f2c",
                     *       "hiddenFrom": [],
                     *       "format": "iso2709",
                     *       "bytes": "MDAwMjY=",
                     *       "leader": "00026nam a2200025 a 4500",
                     *       "fields": [
                     *         {
                     *           "tag": "245",
                     *           "indicators": "10",
                     *           "text": "$aEmma /$cJane Austen."
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        sourceId: string;
                        memberId: string;
                        localId: string;
                        recordId: string;
                        importId: string;
                        checksum: string;
                        hiddenFrom: ("public" | "other-members" | "union")[];
                        /** @enum {string} */
                        format: "iso2709" | "marcxml";
                        /** Format: base64 */
                        bytes: string;
                        leader: string;
                        fields: {
                            tag: string;
                            indicators: string;
                            text: string;
                        }[];
                    };
                };
            };
            /**
             * @description `bad-input`: The request does not fit the schema; errors[] names each field by JSON pointer.
             *
             *     `bad-json`: The body is not JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not-signed-in`: Sign in first: no token was sent.
             *
             *     `token-expired`: The token has expired: sign in again.
             *
             *     `token-refused`: The token is not one of ours, or was changed.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-permitted`: Your roles do not allow this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-record`: There is no such record, or it is hidden from other members. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `in-flight`: The same Idempotency-Key is being worked on: try again in a moment. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be sent as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `key-reused`: This Idempotency-Key was used with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something broke on our side; the request id finds it in the log. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Too many wanted the same record at once: try again after Retry-After seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "circulation-list-hold-shelf": {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
            };
            header?: never;
            path: {
                branchId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the hold shelf of a branch */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "itemId": "itm_01kb00000000000000000000000",
                     *           "barcode": "31234000123456",
                     *           "memberId": "riverton",
                     *           "homeBranch": "riverton.main",
                     *           "location": "Adult fiction",
                     *           "currentBranch": "riverton.main",
                     *           "state": "paged",
                     *           "recordId": "rec_01kb00000000000000000000000",
                     *           "title": "Emma",
                     *           "holdId": "hld_01kb00000000000000000000000",
                     *           "pickupBranch": "lakeshore.main"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        items: {
                            itemId: string;
                            barcode: string;
                            memberId: string;
                            homeBranch: string;
                            location: string;
                            currentBranch: string;
                            /** @enum {string} */
                            state: "on-order" | "in-process" | "available" | "paged" | "on-loan" | "in-transit" | "cancelled-transit" | "on-hold-shelf" | "claimed-returned" | "lost" | "missing" | "damaged" | "withdrawn";
                            recordId?: string;
                            title?: string;
                            holdId?: string;
                            pickupBranch?: string;
                            shelfExpiresAt?: string;
                            from?: string;
                            since?: string;
                        }[];
                        next?: string;
                    };
                };
            };
            /**
             * @description `bad-input`: The request does not fit the schema; errors[] names each field by JSON pointer.
             *
             *     `bad-json`: The body is not JSON.
             *
             *     `bad-cursor`: The cursor is not one of this list.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not-signed-in`: Sign in first: no token was sent.
             *
             *     `token-expired`: The token has expired: sign in again.
             *
             *     `token-refused`: The token is not one of ours, or was changed.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-permitted`: Your roles do not allow this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `in-flight`: The same Idempotency-Key is being worked on: try again in a moment. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be sent as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `key-reused`: This Idempotency-Key was used with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something broke on our side; the request id finds it in the log. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Too many wanted the same record at once: try again after Retry-After seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "circulation-list-pull-list": {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
            };
            header?: never;
            path: {
                branchId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List what a branch is to fetch for holds */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "itemId": "itm_01kb00000000000000000000000",
                     *           "barcode": "31234000123456",
                     *           "memberId": "riverton",
                     *           "homeBranch": "riverton.main",
                     *           "location": "Adult fiction",
                     *           "currentBranch": "riverton.main",
                     *           "state": "paged",
                     *           "recordId": "rec_01kb00000000000000000000000",
                     *           "title": "Emma",
                     *           "holdId": "hld_01kb00000000000000000000000",
                     *           "pickupBranch": "lakeshore.main"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        items: {
                            itemId: string;
                            barcode: string;
                            memberId: string;
                            homeBranch: string;
                            location: string;
                            currentBranch: string;
                            /** @enum {string} */
                            state: "on-order" | "in-process" | "available" | "paged" | "on-loan" | "in-transit" | "cancelled-transit" | "on-hold-shelf" | "claimed-returned" | "lost" | "missing" | "damaged" | "withdrawn";
                            recordId?: string;
                            title?: string;
                            holdId?: string;
                            pickupBranch?: string;
                            shelfExpiresAt?: string;
                            from?: string;
                            since?: string;
                        }[];
                        next?: string;
                    };
                };
            };
            /**
             * @description `bad-input`: The request does not fit the schema; errors[] names each field by JSON pointer.
             *
             *     `bad-json`: The body is not JSON.
             *
             *     `bad-cursor`: The cursor is not one of this list.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not-signed-in`: Sign in first: no token was sent.
             *
             *     `token-expired`: The token has expired: sign in again.
             *
             *     `token-refused`: The token is not one of ours, or was changed.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-permitted`: Your roles do not allow this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `in-flight`: The same Idempotency-Key is being worked on: try again in a moment. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be sent as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `key-reused`: This Idempotency-Key was used with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something broke on our side; the request id finds it in the log. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Too many wanted the same record at once: try again after Retry-After seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "circulation-list-transits": {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
            };
            header?: never;
            path: {
                branchId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List what is on its way to a branch */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "itemId": "itm_01kb00000000000000000000000",
                     *           "barcode": "31234000123456",
                     *           "memberId": "riverton",
                     *           "homeBranch": "riverton.main",
                     *           "location": "Adult fiction",
                     *           "currentBranch": "riverton.main",
                     *           "state": "paged",
                     *           "recordId": "rec_01kb00000000000000000000000",
                     *           "title": "Emma",
                     *           "holdId": "hld_01kb00000000000000000000000",
                     *           "pickupBranch": "lakeshore.main"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        items: {
                            itemId: string;
                            barcode: string;
                            memberId: string;
                            homeBranch: string;
                            location: string;
                            currentBranch: string;
                            /** @enum {string} */
                            state: "on-order" | "in-process" | "available" | "paged" | "on-loan" | "in-transit" | "cancelled-transit" | "on-hold-shelf" | "claimed-returned" | "lost" | "missing" | "damaged" | "withdrawn";
                            recordId?: string;
                            title?: string;
                            holdId?: string;
                            pickupBranch?: string;
                            shelfExpiresAt?: string;
                            from?: string;
                            since?: string;
                        }[];
                        next?: string;
                    };
                };
            };
            /**
             * @description `bad-input`: The request does not fit the schema; errors[] names each field by JSON pointer.
             *
             *     `bad-json`: The body is not JSON.
             *
             *     `bad-cursor`: The cursor is not one of this list.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not-signed-in`: Sign in first: no token was sent.
             *
             *     `token-expired`: The token has expired: sign in again.
             *
             *     `token-refused`: The token is not one of ours, or was changed.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-permitted`: Your roles do not allow this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `in-flight`: The same Idempotency-Key is being worked on: try again in a moment. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be sent as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `key-reused`: This Idempotency-Key was used with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something broke on our side; the request id finds it in the log. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Too many wanted the same record at once: try again after Retry-After seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "circulation-charge-fee": {
        parameters: {
            query?: never;
            header?: {
                /** @description Same key and body: the same answer and one effect, for 24 hours. In flight 409; another body 422. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "branchId": "harcourt.main",
                 *       "patron": "21101000000016",
                 *       "fee": "damaged-item",
                 *       "amount": 2650
                 *     }
                 */
                "application/json": {
                    branchId: string;
                    patron: string;
                    member?: string;
                    fee: string;
                    amount?: number;
                };
            };
        };
        responses: {
            /** @description Charge a fee */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "bill": {
                     *         "billId": "bil_01kb00000000000000000000000",
                     *         "kind": "fee",
                     *         "memberId": "harcourt",
                     *         "at": "2026-11-24T15:00:00.000Z",
                     *         "amount": 2650,
                     *         "open": 2650,
                     *         "currency": "USD"
                     *       }
                     *     }
                     */
                    "application/json": {
                        bill: {
                            billId: string;
                            /** @enum {string} */
                            kind: "overdue" | "lost" | "fee";
                            memberId: string;
                            at: string;
                            amount: number;
                            open: number;
                            currency: string;
                            itemId?: string;
                            title?: string;
                        };
                    };
                };
            };
            /**
             * @description `bad-input`: The request does not fit the schema; errors[] names each field by JSON pointer.
             *
             *     `bad-json`: The body is not JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not-signed-in`: Sign in first: no token was sent.
             *
             *     `token-expired`: The token has expired: sign in again.
             *
             *     `token-refused`: The token is not one of ours, or was changed.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-permitted`: Your roles do not allow this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-patron`: There is no such card or patron. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `in-flight`: The same Idempotency-Key is being worked on: try again in a moment.
             *
             *     `card-shared`: Two members gave out this number: ask for the home library and say which.
             *
             *     `held-at`: One of the home libraries to choose from; detail is its id.
             *
             *     `changed-meanwhile`: Others changed the same records again and again: try again.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `card-replaced`: This card was replaced: ask for the new one. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be sent as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `key-reused`: This Idempotency-Key was used with another body.
             *
             *     `unknown-fee`: The fees in force name no such fee.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something broke on our side; the request id finds it in the log. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Too many wanted the same record at once: try again after Retry-After seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "circulation-check-in": {
        parameters: {
            query?: never;
            header?: {
                /** @description Same key and body: the same answer and one effect, for 24 hours. In flight 409; another body 422. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "branchId": "harcourt.main",
                 *       "item": "31234000123456"
                 *     }
                 */
                "application/json": {
                    branchId: string;
                    item: string;
                    /** Format: date-time */
                    returnedAt?: string;
                    /** @enum {string} */
                    claimEnds?: "found-by-library" | "returned-by-patron";
                };
            };
        };
        responses: {
            /** @description Take an item back or receive it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "itemId": "itm_01kb00000000000000000000000",
                     *       "barcode": "31234000123456",
                     *       "next": {
                     *         "step": "send",
                     *         "branchId": "lakeshore.main",
                     *         "forHold": true
                     *       },
                     *       "loanClosed": true,
                     *       "warnings": []
                     *     }
                     */
                    "application/json": {
                        itemId: string;
                        barcode: string;
                        next: {
                            /** @enum {string} */
                            step: "shelve" | "hold-shelf" | "send" | "keep-aside";
                            branchId: string;
                            forHold: boolean;
                        };
                        loanClosed: boolean;
                        fine?: {
                            amount: number;
                            currency: string;
                        };
                        refund?: {
                            amount: number;
                            currency: string;
                        };
                        warnings: string[];
                    };
                };
            };
            /**
             * @description `bad-input`: The request does not fit the schema; errors[] names each field by JSON pointer.
             *
             *     `bad-json`: The body is not JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not-signed-in`: Sign in first: no token was sent.
             *
             *     `token-expired`: The token has expired: sign in again.
             *
             *     `token-refused`: The token is not one of ours, or was changed.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-permitted`: Your roles do not allow this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-item`: No item of the consortium bears this barcode or id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `in-flight`: The same Idempotency-Key is being worked on: try again in a moment.
             *
             *     `no-policies`: The consortium has not adopted loan rules and block thresholds yet.
             *
             *     `changed-meanwhile`: Others changed the same records again and again: try again.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be sent as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `key-reused`: This Idempotency-Key was used with another body.
             *
             *     `unknown-branch`: There is no such branch.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something broke on our side; the request id finds it in the log. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Too many wanted the same record at once: try again after Retry-After seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "circulation-explain-check-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "branchId": "lakeshore.main",
                 *       "item": "31234000123456",
                 *       "patron": "21101000000016"
                 *     }
                 */
                "application/json": {
                    branchId: string;
                    item: string;
                    patron: string;
                    member?: string;
                };
            };
        };
        responses: {
            /** @description Explain how a checkout would be decided */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "allowed": false,
                     *       "refused": [
                     *         {
                     *           "code": "too-many-loans",
                     *           "detail": "Has 15 of at most 15 (loans)",
                     *           "overridable": true
                     *         }
                     *       ],
                     *       "explain": {
                     *         "checks": [
                     *           {
                     *             "check": "too-many-loans",
                     *             "passed": false,
                     *             "detail": "Has 15 of at most 15 (loans)"
                     *           }
                     *         ],
                     *         "policyVersion": 3,
                     *         "due": {
                     *           "due": "2026-12-15T04:59:59.000Z",
                     *           "moved": []
                     *         },
                     *         "values": [
                     *           {
                     *             "value": "loanPeriod",
                     *             "ruleId": "riverton-dvd",
                     *             "decider": "riverton",
                     *             "considered": [
                     *               {
                     *                 "ruleId": "riverton-dvd",
                     *                 "specificity": 160,
                     *                 "outcome": "won"
                     *               }
                     *             ]
                     *           }
                     *         ]
                     *       }
                     *     }
                     */
                    "application/json": {
                        allowed: boolean;
                        refused: {
                            code: string;
                            detail: string;
                            overridable: boolean;
                        }[];
                        explain: {
                            checks: {
                                check: string;
                                passed: boolean;
                                detail: string;
                            }[];
                            policyVersion?: number;
                            due?: {
                                due: string;
                                moved: string[];
                            };
                            values?: {
                                value: string;
                                ruleId: string;
                                decider: string;
                                considered: {
                                    ruleId: string;
                                    specificity: number;
                                    outcome: string;
                                }[];
                                held?: {
                                    by: string;
                                    from: number | null;
                                    to: number;
                                };
                            }[];
                        };
                    };
                };
            };
            /**
             * @description `bad-input`: The request does not fit the schema; errors[] names each field by JSON pointer.
             *
             *     `bad-json`: The body is not JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not-signed-in`: Sign in first: no token was sent.
             *
             *     `token-expired`: The token has expired: sign in again.
             *
             *     `token-refused`: The token is not one of ours, or was changed.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-permitted`: Your roles do not allow this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `unknown-item`: No item of the consortium bears this barcode or id.
             *
             *     `unknown-patron`: There is no such card or patron.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `in-flight`: The same Idempotency-Key is being worked on: try again in a moment.
             *
             *     `card-shared`: Two members gave out this number: ask for the home library and say which.
             *
             *     `held-at`: One of the home libraries to choose from; detail is its id.
             *
             *     `no-policies`: The consortium has not adopted loan rules and block thresholds yet.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `card-replaced`: This card was replaced: ask for the new one. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be sent as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `key-reused`: This Idempotency-Key was used with another body.
             *
             *     `unknown-branch`: There is no such branch.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something broke on our side; the request id finds it in the log. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Too many wanted the same record at once: try again after Retry-After seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "circulation-check-out": {
        parameters: {
            query?: never;
            header?: {
                /** @description Same key and body: the same answer and one effect, for 24 hours. In flight 409; another body 422. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "branchId": "lakeshore.main",
                 *       "item": "31234000123456",
                 *       "patron": "21101000000016"
                 *     }
                 */
                "application/json": {
                    branchId: string;
                    item: string;
                    patron: string;
                    member?: string;
                    override?: {
                        comment: string;
                        /** Format: date-time */
                        due?: string;
                    };
                };
            };
        };
        responses: {
            /** @description Lend an item to a patron */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "loan": {
                     *         "loanId": "lon_01kb00000000000000000000000",
                     *         "itemId": "itm_01kb00000000000000000000000",
                     *         "barcode": "31234000123456",
                     *         "recordId": "rec_01kb00000000000000000000000",
                     *         "memberId": "riverton",
                     *         "checkoutBranch": "lakeshore.main",
                     *         "checkedOutAt": "2026-11-24T15:00:00.000Z",
                     *         "due": "2026-12-15T04:59:59.000Z",
                     *         "state": "open",
                     *         "renewals": 0
                     *       },
                     *       "because": {
                     *         "ruleId": "riverton-dvd",
                     *         "policyVersion": 3
                     *       }
                     *     }
                     */
                    "application/json": {
                        loan: {
                            loanId: string;
                            itemId: string;
                            barcode: string;
                            recordId?: string;
                            title?: string;
                            memberId: string;
                            checkoutBranch: string;
                            checkedOutAt: string;
                            due: string;
                            /** @enum {string} */
                            state: "open" | "overdue" | "claimed" | "lost" | "closed";
                            renewals: number;
                        };
                        because: {
                            ruleId: string;
                            policyVersion: number;
                        };
                    };
                };
            };
            /**
             * @description `bad-input`: The request does not fit the schema; errors[] names each field by JSON pointer.
             *
             *     `bad-json`: The body is not JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not-signed-in`: Sign in first: no token was sent.
             *
             *     `token-expired`: The token has expired: sign in again.
             *
             *     `token-refused`: The token is not one of ours, or was changed.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not-permitted`: Your roles do not allow this here.
             *
             *     `not-a-supervisor`: Only a desk supervisor of this branch may let a refusal through.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `unknown-item`: No item of the consortium bears this barcode or id.
             *
             *     `unknown-patron`: There is no such card or patron.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `in-flight`: The same Idempotency-Key is being worked on: try again in a moment.
             *
             *     `card-expired`: The card is past its last good day.
             *
             *     `patron-blocked`: The patron is blocked everywhere, here, or at the member that owns the item.
             *
             *     `owed-over-limit`: The patron owes more than the consortium allows.
             *
             *     `too-many-loans`: The patron has as many loans as allowed.
             *
             *     `too-many-in-group`: The patron has as many loans of this group as allowed.
             *
             *     `item-on-loan`: The item is lent to somebody else; check it in first.
             *
             *     `already-lent-to-patron`: The patron has this item already.
             *
             *     `item-held-for-another`: The item is set aside for the hold of another patron.
             *
             *     `item-paged-for-another`: The item is to be fetched for the hold of another patron.
             *
             *     `item-not-ready`: The item is on order or being made ready.
             *
             *     `item-not-circulating`: The item is lost, missing, damaged, claimed returned or withdrawn.
             *
             *     `not-lendable`: The owner does not lend this item in this case.
             *
             *     `request-only`: The owner lends this item only on request, as a consortium loan.
             *
             *     `due-not-after-now`: The due date asked for is not in the future.
             *
             *     `card-shared`: Two members gave out this number: ask for the home library and say which.
             *
             *     `held-at`: One of the home libraries to choose from; detail is its id.
             *
             *     `no-policies`: The consortium has not adopted loan rules and block thresholds yet.
             *
             *     `changed-meanwhile`: Others changed the same records again and again: try again.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `card-replaced`: This card was replaced: ask for the new one. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be sent as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `key-reused`: This Idempotency-Key was used with another body.
             *
             *     `unknown-branch`: There is no such branch.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something broke on our side; the request id finds it in the log. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Too many wanted the same record at once: try again after Retry-After seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "circulation-place-hold": {
        parameters: {
            query?: never;
            header?: {
                /** @description Same key and body: the same answer and one effect, for 24 hours. In flight 409; another body 422. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "recordId": "rec_01kb00000000000000000000000",
                 *       "pickupBranch": "lakeshore.main"
                 *     }
                 */
                "application/json": {
                    recordId: string;
                    item?: string;
                    pickupBranch: string;
                    /** @default false */
                    wait?: boolean;
                    branchId?: string;
                    patron?: string;
                    member?: string;
                };
            };
        };
        responses: {
            /** @description Place a hold */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "hold": {
                     *         "holdId": "hld_01kb00000000000000000000000",
                     *         "recordId": "rec_01kb00000000000000000000000",
                     *         "pickupBranch": "lakeshore.main",
                     *         "placedAt": "2026-11-24T15:00:00.000Z",
                     *         "state": "placed",
                     *         "place": 1
                     *       }
                     *     }
                     */
                    "application/json": {
                        hold: {
                            holdId: string;
                            recordId: string;
                            title?: string;
                            itemId?: string;
                            pickupBranch: string;
                            placedAt: string;
                            /** @enum {string} */
                            state: "placed" | "frozen" | "targeted" | "in-transit" | "on-shelf" | "fulfilled" | "cancelled" | "expired-unfilled" | "expired-on-shelf";
                            place?: number;
                            shelfExpiresAt?: string;
                        };
                    };
                };
            };
            /**
             * @description `bad-input`: The request does not fit the schema; errors[] names each field by JSON pointer.
             *
             *     `bad-json`: The body is not JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not-signed-in`: Sign in first: no token was sent.
             *
             *     `token-expired`: The token has expired: sign in again.
             *
             *     `token-refused`: The token is not one of ours, or was changed.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-permitted`: Your roles do not allow this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `unknown-patron`: There is no such card or patron.
             *
             *     `unknown-record`: There is no such record in the union catalogue.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `in-flight`: The same Idempotency-Key is being worked on: try again in a moment.
             *
             *     `card-expired`: The card is past its last good day.
             *
             *     `patron-blocked`: The patron is blocked everywhere, here, or at the member that owns the item.
             *
             *     `owed-over-limit`: The patron owes more than the consortium allows.
             *
             *     `too-many-holds`: The patron has as many holds as allowed.
             *
             *     `already-requested`: The patron has an open hold for this record or item.
             *
             *     `already-lent-to-patron`: The patron has this item already.
             *
             *     `pickup-not-allowed`: Holds cannot be picked up at this branch.
             *
             *     `no-holdable-copy`: No copy in the consortium can be held.
             *
             *     `only-on-request`: The owners of all copies lend on request only; ask for a consortium loan.
             *
             *     `card-shared`: Two members gave out this number: ask for the home library and say which.
             *
             *     `held-at`: One of the home libraries to choose from; detail is its id.
             *
             *     `no-policies`: The consortium has not adopted loan rules and block thresholds yet.
             *
             *     `changed-meanwhile`: Others changed the same records again and again: try again.
             *
             *     `consortium-loan`: No copy can fill a hold now: ask for a consortium loan, or say wait and queue for the copies lent.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `card-replaced`: This card was replaced: ask for the new one. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be sent as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `key-reused`: This Idempotency-Key was used with another body.
             *
             *     `unknown-branch`: There is no such branch.
             *
             *     `patron-missing`: At a desk, say for whom.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something broke on our side; the request id finds it in the log. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Too many wanted the same record at once: try again after Retry-After seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "circulation-declare-lost": {
        parameters: {
            query?: never;
            header?: {
                /** @description Same key and body: the same answer and one effect, for 24 hours. In flight 409; another body 422. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "branchId": "riverton.main",
                 *       "item": "31234000123456"
                 *     }
                 */
                "application/json": {
                    branchId: string;
                    item: string;
                };
            };
        };
        responses: {
            /** @description Declare a loan lost */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "itemId": "itm_01kb00000000000000000000000",
                     *       "state": "lost",
                     *       "charged": {
                     *         "amount": 3000,
                     *         "currency": "USD"
                     *       }
                     *     }
                     */
                    "application/json": {
                        itemId: string;
                        /** @constant */
                        state: "lost";
                        charged?: {
                            amount: number;
                            currency: string;
                        };
                    };
                };
            };
            /**
             * @description `bad-input`: The request does not fit the schema; errors[] names each field by JSON pointer.
             *
             *     `bad-json`: The body is not JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not-signed-in`: Sign in first: no token was sent.
             *
             *     `token-expired`: The token has expired: sign in again.
             *
             *     `token-refused`: The token is not one of ours, or was changed.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-permitted`: Your roles do not allow this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-item`: No item of the consortium bears this barcode or id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `in-flight`: The same Idempotency-Key is being worked on: try again in a moment.
             *
             *     `not-on-loan`: The item is not lent.
             *
             *     `loan-lost`: The loan was declared lost.
             *
             *     `loan-claimed`: The patron said that the item was brought back.
             *
             *     `no-policies`: The consortium has not adopted loan rules and block thresholds yet.
             *
             *     `changed-meanwhile`: Others changed the same records again and again: try again.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be sent as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `key-reused`: This Idempotency-Key was used with another body.
             *
             *     `unknown-branch`: There is no such branch.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something broke on our side; the request id finds it in the log. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Too many wanted the same record at once: try again after Retry-After seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "circulation-list-my-bills": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description See my bills */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "bills": [
                     *         {
                     *           "billId": "bil_01kb00000000000000000000000",
                     *           "kind": "overdue",
                     *           "memberId": "harcourt",
                     *           "at": "2026-11-24T15:00:00.000Z",
                     *           "amount": 350,
                     *           "open": 350,
                     *           "currency": "USD",
                     *           "itemId": "itm_01kb00000000000000000000000",
                     *           "title": "Emma"
                     *         }
                     *       ],
                     *       "owed": [
                     *         {
                     *           "amount": 350,
                     *           "currency": "USD"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        bills: {
                            billId: string;
                            /** @enum {string} */
                            kind: "overdue" | "lost" | "fee";
                            memberId: string;
                            at: string;
                            amount: number;
                            open: number;
                            currency: string;
                            itemId?: string;
                            title?: string;
                        }[];
                        owed: {
                            amount: number;
                            currency: string;
                        }[];
                    };
                };
            };
            /**
             * @description `bad-input`: The request does not fit the schema; errors[] names each field by JSON pointer.
             *
             *     `bad-json`: The body is not JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not-signed-in`: Sign in first: no token was sent.
             *
             *     `token-expired`: The token has expired: sign in again.
             *
             *     `token-refused`: The token is not one of ours, or was changed.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-permitted`: Your roles do not allow this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `in-flight`: The same Idempotency-Key is being worked on: try again in a moment. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be sent as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `key-reused`: This Idempotency-Key was used with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something broke on our side; the request id finds it in the log. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Too many wanted the same record at once: try again after Retry-After seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "circulation-list-my-holds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description See my holds */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "holds": [
                     *         {
                     *           "holdId": "hld_01kb00000000000000000000000",
                     *           "recordId": "rec_01kb00000000000000000000000",
                     *           "title": "Emma",
                     *           "pickupBranch": "lakeshore.main",
                     *           "placedAt": "2026-11-24T15:00:00.000Z",
                     *           "state": "placed",
                     *           "place": 1
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        holds: {
                            holdId: string;
                            recordId: string;
                            title?: string;
                            itemId?: string;
                            pickupBranch: string;
                            placedAt: string;
                            /** @enum {string} */
                            state: "placed" | "frozen" | "targeted" | "in-transit" | "on-shelf" | "fulfilled" | "cancelled" | "expired-unfilled" | "expired-on-shelf";
                            place?: number;
                            shelfExpiresAt?: string;
                        }[];
                    };
                };
            };
            /**
             * @description `bad-input`: The request does not fit the schema; errors[] names each field by JSON pointer.
             *
             *     `bad-json`: The body is not JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not-signed-in`: Sign in first: no token was sent.
             *
             *     `token-expired`: The token has expired: sign in again.
             *
             *     `token-refused`: The token is not one of ours, or was changed.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-permitted`: Your roles do not allow this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `in-flight`: The same Idempotency-Key is being worked on: try again in a moment. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be sent as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `key-reused`: This Idempotency-Key was used with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something broke on our side; the request id finds it in the log. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Too many wanted the same record at once: try again after Retry-After seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "circulation-list-my-loans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description See my loans */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "loans": [
                     *         {
                     *           "loanId": "lon_01kb00000000000000000000000",
                     *           "itemId": "itm_01kb00000000000000000000000",
                     *           "barcode": "31234000123456",
                     *           "recordId": "rec_01kb00000000000000000000000",
                     *           "title": "Emma",
                     *           "memberId": "riverton",
                     *           "checkoutBranch": "lakeshore.main",
                     *           "checkedOutAt": "2026-11-24T15:00:00.000Z",
                     *           "due": "2026-12-15T04:59:59.000Z",
                     *           "state": "open",
                     *           "renewals": 0
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        loans: {
                            loanId: string;
                            itemId: string;
                            barcode: string;
                            recordId?: string;
                            title?: string;
                            memberId: string;
                            checkoutBranch: string;
                            checkedOutAt: string;
                            due: string;
                            /** @enum {string} */
                            state: "open" | "overdue" | "claimed" | "lost" | "closed";
                            renewals: number;
                        }[];
                    };
                };
            };
            /**
             * @description `bad-input`: The request does not fit the schema; errors[] names each field by JSON pointer.
             *
             *     `bad-json`: The body is not JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not-signed-in`: Sign in first: no token was sent.
             *
             *     `token-expired`: The token has expired: sign in again.
             *
             *     `token-refused`: The token is not one of ours, or was changed.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-permitted`: Your roles do not allow this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `in-flight`: The same Idempotency-Key is being worked on: try again in a moment. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be sent as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `key-reused`: This Idempotency-Key was used with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something broke on our side; the request id finds it in the log. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Too many wanted the same record at once: try again after Retry-After seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "circulation-list-my-notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description See my notices */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "notices": [
                     *         {
                     *           "noticeId": "hld_01kb00000000000000000000000:3",
                     *           "at": "2026-11-24T15:00:00.000Z",
                     *           "kind": "hold-ready",
                     *           "recordId": "rec_01kb00000000000000000000000",
                     *           "title": "Emma",
                     *           "pickupBranch": "lakeshore.main",
                     *           "until": "2026-12-02T04:59:59.000Z",
                     *           "mailed": false
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        notices: {
                            noticeId: string;
                            at: string;
                            /** @enum {string} */
                            kind: "hold-ready";
                            recordId?: string;
                            title?: string;
                            pickupBranch: string;
                            until?: string;
                            mailed: boolean;
                        }[];
                    };
                };
            };
            /**
             * @description `bad-input`: The request does not fit the schema; errors[] names each field by JSON pointer.
             *
             *     `bad-json`: The body is not JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not-signed-in`: Sign in first: no token was sent.
             *
             *     `token-expired`: The token has expired: sign in again.
             *
             *     `token-refused`: The token is not one of ours, or was changed.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-permitted`: Your roles do not allow this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `in-flight`: The same Idempotency-Key is being worked on: try again in a moment. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be sent as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `key-reused`: This Idempotency-Key was used with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something broke on our side; the request id finds it in the log. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Too many wanted the same record at once: try again after Retry-After seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "circulation-show-patron": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                patronId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "branchId": "riverton.main"
                 *     }
                 */
                "application/json": {
                    branchId: string;
                };
            };
        };
        responses: {
            /** @description See a patron’s loans, holds and bills at the desk */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "loans": [
                     *         {
                     *           "loanId": "lon_01kb00000000000000000000000",
                     *           "itemId": "itm_01kb00000000000000000000000",
                     *           "barcode": "31234000123456",
                     *           "recordId": "rec_01kb00000000000000000000000",
                     *           "title": "Emma",
                     *           "memberId": "riverton",
                     *           "checkoutBranch": "lakeshore.main",
                     *           "checkedOutAt": "2026-11-24T15:00:00.000Z",
                     *           "due": "2026-12-15T04:59:59.000Z",
                     *           "state": "open",
                     *           "renewals": 0
                     *         }
                     *       ],
                     *       "holds": [
                     *         {
                     *           "holdId": "hld_01kb00000000000000000000000",
                     *           "recordId": "rec_01kb00000000000000000000000",
                     *           "title": "Emma",
                     *           "pickupBranch": "lakeshore.main",
                     *           "placedAt": "2026-11-24T15:00:00.000Z",
                     *           "state": "placed",
                     *           "place": 1
                     *         }
                     *       ],
                     *       "bills": [
                     *         {
                     *           "billId": "bil_01kb00000000000000000000000",
                     *           "kind": "overdue",
                     *           "memberId": "harcourt",
                     *           "at": "2026-11-24T15:00:00.000Z",
                     *           "amount": 350,
                     *           "open": 350,
                     *           "currency": "USD",
                     *           "itemId": "itm_01kb00000000000000000000000",
                     *           "title": "Emma"
                     *         }
                     *       ],
                     *       "owed": [
                     *         {
                     *           "amount": 350,
                     *           "currency": "USD"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        loans: {
                            loanId: string;
                            itemId: string;
                            barcode: string;
                            recordId?: string;
                            title?: string;
                            memberId: string;
                            checkoutBranch: string;
                            checkedOutAt: string;
                            due: string;
                            /** @enum {string} */
                            state: "open" | "overdue" | "claimed" | "lost" | "closed";
                            renewals: number;
                        }[];
                        holds: {
                            holdId: string;
                            recordId: string;
                            title?: string;
                            itemId?: string;
                            pickupBranch: string;
                            placedAt: string;
                            /** @enum {string} */
                            state: "placed" | "frozen" | "targeted" | "in-transit" | "on-shelf" | "fulfilled" | "cancelled" | "expired-unfilled" | "expired-on-shelf";
                            place?: number;
                            shelfExpiresAt?: string;
                        }[];
                        bills: {
                            billId: string;
                            /** @enum {string} */
                            kind: "overdue" | "lost" | "fee";
                            memberId: string;
                            at: string;
                            amount: number;
                            open: number;
                            currency: string;
                            itemId?: string;
                            title?: string;
                        }[];
                        owed: {
                            amount: number;
                            currency: string;
                        }[];
                    };
                };
            };
            /**
             * @description `bad-input`: The request does not fit the schema; errors[] names each field by JSON pointer.
             *
             *     `bad-json`: The body is not JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not-signed-in`: Sign in first: no token was sent.
             *
             *     `token-expired`: The token has expired: sign in again.
             *
             *     `token-refused`: The token is not one of ours, or was changed.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-permitted`: Your roles do not allow this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-patron`: There is no such card or patron. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `in-flight`: The same Idempotency-Key is being worked on: try again in a moment. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be sent as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `key-reused`: This Idempotency-Key was used with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something broke on our side; the request id finds it in the log. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Too many wanted the same record at once: try again after Retry-After seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "circulation-pay-bill": {
        parameters: {
            query?: never;
            header?: {
                /** @description Same key and body: the same answer and one effect, for 24 hours. In flight 409; another body 422. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "branchId": "riverton.main",
                 *       "patron": "21101000000016",
                 *       "billId": "bil_01kb00000000000000000000000",
                 *       "amount": 200
                 *     }
                 */
                "application/json": {
                    branchId: string;
                    patron: string;
                    member?: string;
                    billId: string;
                    amount: number;
                };
            };
        };
        responses: {
            /** @description Take a payment for a bill */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "receiptNumber": "ent_01kb00000000000000000000000",
                     *       "bill": {
                     *         "billId": "bil_01kb00000000000000000000000",
                     *         "kind": "overdue",
                     *         "memberId": "harcourt",
                     *         "at": "2026-11-24T15:00:00.000Z",
                     *         "amount": 350,
                     *         "open": 150,
                     *         "currency": "USD",
                     *         "itemId": "itm_01kb00000000000000000000000",
                     *         "title": "Emma"
                     *       },
                     *       "paid": 200,
                     *       "owed": 150
                     *     }
                     */
                    "application/json": {
                        receiptNumber: string;
                        bill: {
                            billId: string;
                            /** @enum {string} */
                            kind: "overdue" | "lost" | "fee";
                            memberId: string;
                            at: string;
                            amount: number;
                            open: number;
                            currency: string;
                            itemId?: string;
                            title?: string;
                        };
                        paid: number;
                        owed: number;
                    };
                };
            };
            /**
             * @description `bad-input`: The request does not fit the schema; errors[] names each field by JSON pointer.
             *
             *     `bad-json`: The body is not JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not-signed-in`: Sign in first: no token was sent.
             *
             *     `token-expired`: The token has expired: sign in again.
             *
             *     `token-refused`: The token is not one of ours, or was changed.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-permitted`: Your roles do not allow this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `unknown-patron`: There is no such card or patron.
             *
             *     `unknown-bill`: The patron has no such bill.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `in-flight`: The same Idempotency-Key is being worked on: try again in a moment.
             *
             *     `card-shared`: Two members gave out this number: ask for the home library and say which.
             *
             *     `held-at`: One of the home libraries to choose from; detail is its id.
             *
             *     `changed-meanwhile`: Others changed the same records again and again: try again.
             *
             *     `more-than-open`: The bill is not open for that much.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `card-replaced`: This card was replaced: ask for the new one. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be sent as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `key-reused`: This Idempotency-Key was used with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something broke on our side; the request id finds it in the log. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Too many wanted the same record at once: try again after Retry-After seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "circulation-cancel-hold": {
        parameters: {
            query?: never;
            header?: {
                /** @description Same key and body: the same answer and one effect, for 24 hours. In flight 409; another body 422. */
                "Idempotency-Key"?: string;
            };
            path: {
                recordId: string;
                holdId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": {
                    branchId?: string;
                };
            };
        };
        responses: {
            /** @description Cancel a hold */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "hold": {
                     *         "holdId": "hld_01kb00000000000000000000000",
                     *         "recordId": "rec_01kb00000000000000000000000",
                     *         "pickupBranch": "lakeshore.main",
                     *         "placedAt": "2026-11-24T15:00:00.000Z",
                     *         "state": "cancelled"
                     *       }
                     *     }
                     */
                    "application/json": {
                        hold: {
                            holdId: string;
                            recordId: string;
                            title?: string;
                            itemId?: string;
                            pickupBranch: string;
                            placedAt: string;
                            /** @enum {string} */
                            state: "placed" | "frozen" | "targeted" | "in-transit" | "on-shelf" | "fulfilled" | "cancelled" | "expired-unfilled" | "expired-on-shelf";
                            place?: number;
                            shelfExpiresAt?: string;
                        };
                    };
                };
            };
            /**
             * @description `bad-input`: The request does not fit the schema; errors[] names each field by JSON pointer.
             *
             *     `bad-json`: The body is not JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not-signed-in`: Sign in first: no token was sent.
             *
             *     `token-expired`: The token has expired: sign in again.
             *
             *     `token-refused`: The token is not one of ours, or was changed.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-permitted`: Your roles do not allow this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-hold`: There is no such hold, or it is somebody else’s. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `in-flight`: The same Idempotency-Key is being worked on: try again in a moment.
             *
             *     `hold-over`: The hold has ended already.
             *
             *     `hold-wrong-state`: The hold is not in a state in which this can be done.
             *
             *     `changed-meanwhile`: Others changed the same records again and again: try again.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be sent as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `key-reused`: This Idempotency-Key was used with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something broke on our side; the request id finds it in the log. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Too many wanted the same record at once: try again after Retry-After seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "circulation-retarget-hold": {
        parameters: {
            query?: never;
            header?: {
                /** @description Same key and body: the same answer and one effect, for 24 hours. In flight 409; another body 422. */
                "Idempotency-Key"?: string;
            };
            path: {
                recordId: string;
                holdId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "branchId": "riverton.main",
                 *       "reason": "not-on-shelf"
                 *     }
                 */
                "application/json": {
                    branchId: string;
                    /** @enum {string} */
                    reason: "not-on-shelf" | "not-fit" | "better-copy" | "other";
                    note?: string;
                    /** @default false */
                    keepIfGood?: boolean;
                };
            };
        };
        responses: {
            /** @description Have another copy fetched for a hold */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "hold": {
                     *         "holdId": "hld_01kb00000000000000000000000",
                     *         "recordId": "rec_01kb00000000000000000000000",
                     *         "pickupBranch": "lakeshore.main",
                     *         "placedAt": "2026-11-24T15:00:00.000Z",
                     *         "state": "targeted",
                     *         "place": 1
                     *       },
                     *       "kept": false,
                     *       "page": {
                     *         "itemId": "itm_01kb00000000000000000000000",
                     *         "barcode": "31234000123456",
                     *         "branchId": "harcourt.main"
                     *       }
                     *     }
                     */
                    "application/json": {
                        hold: {
                            holdId: string;
                            recordId: string;
                            title?: string;
                            itemId?: string;
                            pickupBranch: string;
                            placedAt: string;
                            /** @enum {string} */
                            state: "placed" | "frozen" | "targeted" | "in-transit" | "on-shelf" | "fulfilled" | "cancelled" | "expired-unfilled" | "expired-on-shelf";
                            place?: number;
                            shelfExpiresAt?: string;
                        };
                        kept: boolean;
                        page?: {
                            itemId: string;
                            barcode: string;
                            branchId: string;
                        };
                    };
                };
            };
            /**
             * @description `bad-input`: The request does not fit the schema; errors[] names each field by JSON pointer.
             *
             *     `bad-json`: The body is not JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not-signed-in`: Sign in first: no token was sent.
             *
             *     `token-expired`: The token has expired: sign in again.
             *
             *     `token-refused`: The token is not one of ours, or was changed.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-permitted`: Your roles do not allow this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-hold`: There is no such hold, or your library has nothing to do with it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `in-flight`: The same Idempotency-Key is being worked on: try again in a moment.
             *
             *     `hold-wrong-state`: No copy is paged for this hold.
             *
             *     `no-policies`: The consortium has not adopted loan rules and block thresholds yet.
             *
             *     `changed-meanwhile`: Others changed the same records again and again: try again.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be sent as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `key-reused`: This Idempotency-Key was used with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something broke on our side; the request id finds it in the log. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Too many wanted the same record at once: try again after Retry-After seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "circulation-explain-targeting": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                recordId: string;
                holdId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "branchId": "riverton.main"
                 *     }
                 */
                "application/json": {
                    branchId: string;
                };
            };
        };
        responses: {
            /** @description Explain which copy is fetched for a hold */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "state": "targeted",
                     *       "targetItemId": "itm_01kb00000000000000000000000",
                     *       "targetedAt": "2026-11-24T15:00:00.000Z",
                     *       "lookAt": "2026-11-26T15:00:00.000Z",
                     *       "policyVersion": 2,
                     *       "ranked": [
                     *         {
                     *           "itemId": "itm_01kb00000000000000000000000",
                     *           "barcode": "31234000123456",
                     *           "branchId": "riverton.main",
                     *           "points": 1030,
                     *           "factors": [
                     *             {
                     *               "factor": "tier",
                     *               "points": 1000,
                     *               "why": "At a distance of 20"
                     *             },
                     *             {
                     *               "factor": "load",
                     *               "points": 30,
                     *               "why": "Its branch has 3 pages open"
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "passedOver": [
                     *         {
                     *           "itemId": "itm_01kb0000000000000000000001a",
                     *           "barcode": "31234000123464",
                     *           "branchId": "harcourt.main",
                     *           "reason": "not-on-shelf",
                     *           "meaning": "The copy is lent, on its way, wanted for another hold, or not fit."
                     *         }
                     *       ],
                     *       "resets": []
                     *     }
                     */
                    "application/json": {
                        /** @enum {string} */
                        state: "placed" | "frozen" | "targeted" | "in-transit" | "on-shelf" | "fulfilled" | "cancelled" | "expired-unfilled" | "expired-on-shelf";
                        targetItemId?: string;
                        targetedAt?: string;
                        lookAt?: string;
                        policyVersion?: number;
                        ranked: {
                            itemId: string;
                            barcode: string;
                            branchId: string;
                            points: number;
                            factors: {
                                /** @enum {string} */
                                factor: "tier" | "handicap" | "load" | "passed" | "just-passed" | "manual-reset";
                                points: number;
                                why: string;
                            }[];
                        }[];
                        passedOver: {
                            itemId: string;
                            barcode: string;
                            branchId: string;
                            /** @enum {string} */
                            reason: "loan-rules" | "fulfilment-policy" | "transfer-limit" | "age-protection" | "way-disabled" | "not-on-shelf" | "branch-closed" | "waits-for-local" | "tried-enough";
                            meaning: string;
                        }[];
                        resets: {
                            at: string;
                            /** @enum {string} */
                            reason: "not-on-shelf" | "not-fit" | "better-copy" | "other" | "timed-out" | "gave-way" | "not-allowed" | "lent-to-another" | "frozen";
                            meaning: string;
                            by: string;
                            itemId?: string;
                            copyBranch?: string;
                            branchId?: string;
                            note?: string;
                        }[];
                    };
                };
            };
            /**
             * @description `bad-input`: The request does not fit the schema; errors[] names each field by JSON pointer.
             *
             *     `bad-json`: The body is not JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not-signed-in`: Sign in first: no token was sent.
             *
             *     `token-expired`: The token has expired: sign in again.
             *
             *     `token-refused`: The token is not one of ours, or was changed.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-permitted`: Your roles do not allow this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-hold`: There is no such hold, or your library has nothing to do with it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `in-flight`: The same Idempotency-Key is being worked on: try again in a moment.
             *
             *     `no-policies`: The consortium has not adopted loan rules and block thresholds yet.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be sent as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `key-reused`: This Idempotency-Key was used with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something broke on our side; the request id finds it in the log. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Too many wanted the same record at once: try again after Retry-After seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "circulation-renew": {
        parameters: {
            query?: never;
            header?: {
                /** @description Same key and body: the same answer and one effect, for 24 hours. In flight 409; another body 422. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "item": "31234000123456"
                 *     }
                 */
                "application/json": {
                    item: string;
                    branchId?: string;
                    override?: {
                        comment: string;
                        /** Format: date-time */
                        due?: string;
                    };
                };
            };
        };
        responses: {
            /** @description Renew a loan */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "itemId": "itm_01kb00000000000000000000000",
                     *       "loanId": "lon_01kb00000000000000000000000",
                     *       "due": "2026-12-29T04:59:59.000Z"
                     *     }
                     */
                    "application/json": {
                        itemId: string;
                        loanId: string;
                        due: string;
                    };
                };
            };
            /**
             * @description `bad-input`: The request does not fit the schema; errors[] names each field by JSON pointer.
             *
             *     `bad-json`: The body is not JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not-signed-in`: Sign in first: no token was sent.
             *
             *     `token-expired`: The token has expired: sign in again.
             *
             *     `token-refused`: The token is not one of ours, or was changed.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not-permitted`: Your roles do not allow this here.
             *
             *     `not-a-supervisor`: Only a desk supervisor of this branch may let a refusal through.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-item`: No item of the consortium bears this barcode or id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `in-flight`: The same Idempotency-Key is being worked on: try again in a moment.
             *
             *     `card-expired`: The card is past its last good day.
             *
             *     `patron-blocked`: The patron is blocked everywhere, here, or at the member that owns the item.
             *
             *     `owed-over-limit`: The patron owes more than the consortium allows.
             *
             *     `not-on-loan`: The item is not lent.
             *
             *     `loan-lost`: The loan was declared lost.
             *
             *     `loan-claimed`: The patron said that the item was brought back.
             *
             *     `renewals-used-up`: The loan was renewed as often as allowed.
             *
             *     `hold-waiting`: Another patron waits for this item.
             *
             *     `renewal-not-longer`: A renewal now would not move the due date later.
             *
             *     `no-policies`: The consortium has not adopted loan rules and block thresholds yet.
             *
             *     `changed-meanwhile`: Others changed the same records again and again: try again.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be sent as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `key-reused`: This Idempotency-Key was used with another body.
             *
             *     `unknown-branch`: There is no such branch.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something broke on our side; the request id finds it in the log. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Too many wanted the same record at once: try again after Retry-After seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "circulation-claim-returned": {
        parameters: {
            query?: never;
            header?: {
                /** @description Same key and body: the same answer and one effect, for 24 hours. In flight 409; another body 422. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "branchId": "riverton.main",
                 *       "item": "31234000123456"
                 *     }
                 */
                "application/json": {
                    branchId: string;
                    item: string;
                };
            };
        };
        responses: {
            /** @description Record that a patron says an item was returned */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "itemId": "itm_01kb00000000000000000000000",
                     *       "state": "claimed-returned"
                     *     }
                     */
                    "application/json": {
                        itemId: string;
                        /** @constant */
                        state: "claimed-returned";
                    };
                };
            };
            /**
             * @description `bad-input`: The request does not fit the schema; errors[] names each field by JSON pointer.
             *
             *     `bad-json`: The body is not JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not-signed-in`: Sign in first: no token was sent.
             *
             *     `token-expired`: The token has expired: sign in again.
             *
             *     `token-refused`: The token is not one of ours, or was changed.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-permitted`: Your roles do not allow this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-item`: No item of the consortium bears this barcode or id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `in-flight`: The same Idempotency-Key is being worked on: try again in a moment.
             *
             *     `not-on-loan`: The item is not lent.
             *
             *     `loan-lost`: The loan was declared lost.
             *
             *     `loan-claimed`: The patron said that the item was brought back.
             *
             *     `no-policies`: The consortium has not adopted loan rules and block thresholds yet.
             *
             *     `changed-meanwhile`: Others changed the same records again and again: try again.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be sent as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `key-reused`: This Idempotency-Key was used with another body.
             *
             *     `unknown-branch`: There is no such branch.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something broke on our side; the request id finds it in the log. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Too many wanted the same record at once: try again after Retry-After seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "circulation-scan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "branchId": "riverton.main",
                 *       "scan": "31234000123456"
                 *     }
                 */
                "application/json": {
                    branchId: string;
                    scan: string;
                };
            };
        };
        responses: {
            /** @description Tell what was scanned */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "number": "31234000123456",
                     *       "is": "item",
                     *       "looksLike": "item",
                     *       "checkDigit": "right",
                     *       "patrons": [],
                     *       "item": {
                     *         "itemId": "itm_01kb00000000000000000000000",
                     *         "barcode": "31234000123456",
                     *         "memberId": "riverton",
                     *         "recordId": "rec_01kb00000000000000000000000",
                     *         "title": "Emma",
                     *         "state": "available"
                     *       }
                     *     }
                     */
                    "application/json": {
                        number: string;
                        /** @enum {string} */
                        is: "card" | "item" | "both" | "unknown";
                        /** @enum {string} */
                        looksLike: "card" | "item" | "unknown";
                        /** @enum {string} */
                        checkDigit: "right" | "wrong" | "none";
                        patrons: {
                            patronId: string;
                            memberId: string;
                        }[];
                        replaced?: {
                            reason: string;
                            at: string;
                        };
                        item?: {
                            itemId: string;
                            barcode: string;
                            memberId: string;
                            recordId?: string;
                            title?: string;
                            /** @enum {string} */
                            state: "on-order" | "in-process" | "available" | "paged" | "on-loan" | "in-transit" | "cancelled-transit" | "on-hold-shelf" | "claimed-returned" | "lost" | "missing" | "damaged" | "withdrawn";
                            due?: string;
                        };
                    };
                };
            };
            /**
             * @description `bad-input`: The request does not fit the schema; errors[] names each field by JSON pointer.
             *
             *     `bad-json`: The body is not JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not-signed-in`: Sign in first: no token was sent.
             *
             *     `token-expired`: The token has expired: sign in again.
             *
             *     `token-refused`: The token is not one of ours, or was changed.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-permitted`: Your roles do not allow this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `in-flight`: The same Idempotency-Key is being worked on: try again in a moment. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be sent as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `key-reused`: This Idempotency-Key was used with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something broke on our side; the request id finds it in the log. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Too many wanted the same record at once: try again after Retry-After seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "discovery-get-record": {
        parameters: {
            query?: {
                door?: string;
            };
            header?: never;
            path: {
                recordId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Open a record with its copies */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "recordId": "rec_01kb00000000000000000000000",
                     *       "description": {
                     *         "title": "Emma",
                     *         "originalScriptTitles": [],
                     *         "responsibility": "Jane Austen",
                     *         "author": {
                     *           "name": "Austen, Jane, 1775-1817",
                     *           "roles": [
                     *             "author"
                     *           ]
                     *         },
                     *         "contributors": [],
                     *         "subjects": [
                     *           "Young women -- England -- Fiction"
                     *         ],
                     *         "series": [],
                     *         "contents": [],
                     *         "summaries": [],
                     *         "publishers": [
                     *           "Penguin"
                     *         ],
                     *         "places": [
                     *           "London"
                     *         ],
                     *         "year": 2003,
                     *         "languages": [
                     *           "eng"
                     *         ],
                     *         "format": "book",
                     *         "isOnline": false,
                     *         "isbn13": [
                     *           "9780141439587"
                     *         ],
                     *         "issn": [],
                     *         "links": []
                     *       },
                     *       "holdings": [
                     *         {
                     *           "memberId": "riverton",
                     *           "branches": [
                     *             {
                     *               "branchId": "riverton.main",
                     *               "copies": [
                     *                 {
                     *                   "itemId": "itm_01kb00000000000000000000000",
                     *                   "barcode": "31234000123456",
                     *                   "location": "Adult fiction",
                     *                   "callNumber": "FIC AUS",
                     *                   "category": "book",
                     *                   "copyNumber": "1",
                     *                   "volume": "",
                     *                   "state": "on-loan",
                     *                   "due": "2026-12-08T22:59:59.000Z"
                     *                 }
                     *               ]
                     *             }
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        recordId: string;
                        movedFrom?: string;
                        description: {
                            title: string;
                            originalScriptTitles: string[];
                            responsibility: string;
                            author?: {
                                name: string;
                                roles: string[];
                                originalScript?: string;
                            };
                            contributors: {
                                name: string;
                                roles: string[];
                                originalScript?: string;
                            }[];
                            subjects: string[];
                            series: string[];
                            contents: string[];
                            summaries: string[];
                            edition?: string;
                            extent?: string;
                            publishers: string[];
                            places: string[];
                            dateText?: string;
                            year?: number;
                            languages: string[];
                            format: string;
                            isOnline: boolean;
                            isbn13: string[];
                            issn: string[];
                            links: {
                                url: string;
                                label: string;
                                isFullText: boolean;
                            }[];
                        };
                        holdings: {
                            memberId: string;
                            branches: {
                                branchId: string;
                                copies: {
                                    itemId: string;
                                    barcode: string;
                                    location: string;
                                    callNumber: string;
                                    category: string;
                                    copyNumber: string;
                                    volume: string;
                                    /** @enum {string} */
                                    state: "on-order" | "in-process" | "available" | "paged" | "on-loan" | "in-transit" | "cancelled-transit" | "on-hold-shelf" | "claimed-returned" | "lost" | "missing" | "damaged" | "withdrawn";
                                    /** Format: date-time */
                                    due?: string;
                                    elsewhere?: string;
                                }[];
                            }[];
                        }[];
                    };
                };
            };
            /**
             * @description `bad-input`: The request does not fit the schema; errors[] names each field by JSON pointer.
             *
             *     `bad-json`: The body is not JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not-signed-in`: Sign in first: no token was sent.
             *
             *     `token-expired`: The token has expired: sign in again.
             *
             *     `token-refused`: The token is not one of ours, or was changed.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-permitted`: Your roles do not allow this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-record`: There is no such record, or the caller may not see it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `in-flight`: The same Idempotency-Key is being worked on: try again in a moment. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be sent as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `key-reused`: This Idempotency-Key was used with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something broke on our side; the request id finds it in the log. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Too many wanted the same record at once: try again after Retry-After seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "discovery-search": {
        parameters: {
            query?: {
                q?: string;
                scope?: "any" | "title" | "author" | "subject" | "identifier";
                format?: string;
                language?: string;
                member?: string;
                yearFrom?: string;
                yearTo?: string;
                availableAt?: string;
                sort?: "relevance" | "newest" | "oldest" | "title" | "author";
                limit?: string;
                after?: string;
                door?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Search the union catalogue */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "total": {
                     *         "count": 1,
                     *         "atLeast": false
                     *       },
                     *       "relaxed": false,
                     *       "hits": [
                     *         {
                     *           "recordId": "rec_01kb00000000000000000000000",
                     *           "title": "Pride and prejudice",
                     *           "responsibility": "Jane Austen",
                     *           "author": "Austen, Jane, 1775-1817",
                     *           "publishers": [
                     *             "Penguin"
                     *           ],
                     *           "year": 2003,
                     *           "format": "book",
                     *           "languages": [
                     *             "eng"
                     *           ],
                     *           "isOnline": false,
                     *           "isbn13": [
                     *             "9780141439518"
                     *           ],
                     *           "members": [
                     *             {
                     *               "memberId": "riverton",
                     *               "copies": 2,
                     *               "available": 1
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "facets": {
                     *         "format": [
                     *           {
                     *             "value": "book",
                     *             "count": 1
                     *           }
                     *         ],
                     *         "language": [
                     *           {
                     *             "value": "eng",
                     *             "count": 1
                     *           }
                     *         ],
                     *         "member": [
                     *           {
                     *             "value": "riverton",
                     *             "count": 1
                     *           }
                     *         ],
                     *         "decade": [
                     *           {
                     *             "from": 2000,
                     *             "count": 1
                     *           }
                     *         ]
                     *       }
                     *     }
                     */
                    "application/json": {
                        total: {
                            count: number;
                            atLeast: boolean;
                        };
                        relaxed: boolean;
                        hits: {
                            recordId: string;
                            title: string;
                            responsibility?: string;
                            author?: string;
                            otherTitle?: string;
                            publishers: string[];
                            year?: number;
                            edition?: string;
                            extent?: string;
                            format: string;
                            languages: string[];
                            isOnline: boolean;
                            isbn13: string[];
                            members: {
                                memberId: string;
                                copies: number;
                                available: number;
                            }[];
                        }[];
                        facets?: {
                            format: {
                                value: string;
                                count: number;
                            }[];
                            language: {
                                value: string;
                                count: number;
                            }[];
                            member: {
                                value: string;
                                count: number;
                            }[];
                            decade: {
                                from: number;
                                count: number;
                            }[];
                        };
                        next?: string;
                    };
                };
            };
            /**
             * @description `bad-input`: The request does not fit the schema; errors[] names each field by JSON pointer.
             *
             *     `bad-json`: The body is not JSON.
             *
             *     `bad-cursor`: The cursor is not ours or belongs to another search; begin at the first page.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not-signed-in`: Sign in first: no token was sent.
             *
             *     `token-expired`: The token has expired: sign in again.
             *
             *     `token-refused`: The token is not one of ours, or was changed.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-permitted`: Your roles do not allow this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `in-flight`: The same Idempotency-Key is being worked on: try again in a moment. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be sent as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `key-reused`: This Idempotency-Key was used with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something broke on our side; the request id finds it in the log. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Too many wanted the same record at once: try again after Retry-After seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "finance-list-requests": {
        parameters: {
            query: {
                member: string;
                operation: string;
                after?: string;
            };
            header?: never;
            path: {
                day: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Open an operation to its requests */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "day": "2026-11-24",
                     *       "member": "riverton",
                     *       "operation": "circulation-check-out",
                     *       "currency": "USD",
                     *       "requests": [
                     *         {
                     *           "requestId": "fX2pLgjuoAMEVrw=",
                     *           "at": "2026-11-24T10:00:00.000Z",
                     *           "status": 201,
                     *           "because": "staff-workplace",
                     *           "invocations": 1,
                     *           "megabyteMs": 12288,
                     *           "writeUnits": 6,
                     *           "readUnits": 1.5,
                     *           "bytesOut": 911,
                     *           "amount": {
                     *             "shown": "0.000006",
                     *             "exact": "0.000005912340"
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        /** Format: date */
                        day: string;
                        member: string;
                        operation: string;
                        currency: string;
                        requests: {
                            requestId: string;
                            /** Format: date-time */
                            at: string;
                            status: number;
                            because: string;
                            invocations: number;
                            megabyteMs: number;
                            writeUnits: number;
                            readUnits: number;
                            bytesOut: number;
                            amount: {
                                shown: string;
                                exact: string;
                            };
                        }[];
                        next?: string;
                    };
                };
            };
            /**
             * @description `bad-input`: The request does not fit the schema; errors[] names each field by JSON pointer.
             *
             *     `bad-json`: The body is not JSON.
             *
             *     `bad-cursor`: The cursor is not one of this list: start from the beginning.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not-signed-in`: Sign in first: no token was sent.
             *
             *     `token-expired`: The token has expired: sign in again.
             *
             *     `token-refused`: The token is not one of ours, or was changed.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-permitted`: Your roles do not allow this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `no-report`: There is no price book for that month, or no member to share its costs. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `in-flight`: The same Idempotency-Key is being worked on: try again in a moment. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be sent as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `key-reused`: This Idempotency-Key was used with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something broke on our side; the request id finds it in the log. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Too many wanted the same record at once: try again after Retry-After seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "finance-list-ledger": {
        parameters: {
            query?: {
                member?: string;
                after?: string;
                limit?: number;
            };
            header?: never;
            path: {
                period: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the ledger entries of a period */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "period": "2026-11",
                     *       "entries": [
                     *         {
                     *           "entryId": "led_01kaw5v7n0000000000000000",
                     *           "at": "2026-11-24T10:00:00.000Z",
                     *           "kind": "fine-charged",
                     *           "currency": "USD",
                     *           "lines": [
                     *             {
                     *               "account": "patron-receivables",
                     *               "member": "riverton",
                     *               "side": "debit",
                     *               "amount": 150
                     *             },
                     *             {
                     *               "account": "fines-income",
                     *               "member": "riverton",
                     *               "side": "credit",
                     *               "amount": 150
                     *             }
                     *           ],
                     *           "causeId": "bil_01kaw5v7n0000000000000000",
                     *           "memo": "overdue",
                     *           "periodKey": "2026-11"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        period: string;
                        entries: {
                            entryId: string;
                            /** Format: date-time */
                            at: string;
                            /** @enum {string} */
                            kind: "fine-charged" | "fine-paid" | "fee-charged" | "lost-item-charged" | "lost-item-refunded";
                            currency: string;
                            lines: {
                                /** @enum {string} */
                                account: "patron-receivables" | "desk-takings" | "due-from-members" | "due-to-members" | "fines-income" | "fees-income" | "lost-items-income";
                                member: string;
                                /** @enum {string} */
                                side: "debit" | "credit";
                                amount: number;
                            }[];
                            causeId: string;
                            memo: string;
                            periodKey: string;
                        }[];
                        next?: string;
                    };
                };
            };
            /**
             * @description `bad-input`: The request does not fit the schema; errors[] names each field by JSON pointer.
             *
             *     `bad-json`: The body is not JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not-signed-in`: Sign in first: no token was sent.
             *
             *     `token-expired`: The token has expired: sign in again.
             *
             *     `token-refused`: The token is not one of ours, or was changed.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-permitted`: Your roles do not allow this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `in-flight`: The same Idempotency-Key is being worked on: try again in a moment. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be sent as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `key-reused`: This Idempotency-Key was used with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something broke on our side; the request id finds it in the log. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Too many wanted the same record at once: try again after Retry-After seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "finance-get-month-csv": {
        parameters: {
            query?: {
                member?: string;
            };
            header?: never;
            path: {
                month: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Download what a month cost as CSV */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example row,month,member,category,pool,service,operation,events,units,amount,exact,rounded,currency,price_book,provisional_until
                     *     total,2026-11,,,,,,,,12.500000,12.500000000000,12.50,USD,us-east-1/2024-11-01/2,2026-12-10
                     */
                    "text/csv": string;
                };
            };
            /**
             * @description `bad-input`: The request does not fit the schema; errors[] names each field by JSON pointer.
             *
             *     `bad-json`: The body is not JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not-signed-in`: Sign in first: no token was sent.
             *
             *     `token-expired`: The token has expired: sign in again.
             *
             *     `token-refused`: The token is not one of ours, or was changed.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-permitted`: Your roles do not allow this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `no-report`: There is no price book for that month, or no member to share its costs. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `in-flight`: The same Idempotency-Key is being worked on: try again in a moment. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be sent as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `key-reused`: This Idempotency-Key was used with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something broke on our side; the request id finds it in the log. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Too many wanted the same record at once: try again after Retry-After seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "finance-list-operations": {
        parameters: {
            query?: {
                member?: string;
                service?: "circulation" | "search" | "catalogue" | "resource-sharing" | "administration" | "platform";
            };
            header?: never;
            path: {
                month: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Open a month to its operations */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "month": "2026-11",
                     *       "currency": "USD",
                     *       "synthetic": false,
                     *       "operations": [
                     *         {
                     *           "category": "direct",
                     *           "pool": "own",
                     *           "member": "riverton",
                     *           "service": "circulation",
                     *           "operation": "circulation-check-out",
                     *           "events": 42000,
                     *           "succeeded": 41160,
                     *           "units": [
                     *             {
                     *               "meter": "dynamodb-write",
                     *               "quantity": "20000000.000000",
                     *               "unit": "write request unit",
                     *               "amount": {
                     *                 "shown": "12.500000",
                     *                 "exact": "12.500000000000"
                     *               }
                     *             }
                     *           ],
                     *           "amount": {
                     *             "shown": "12.500000",
                     *             "exact": "12.500000000000"
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        month: string;
                        currency: string;
                        synthetic: boolean;
                        operations: {
                            /** @enum {string} */
                            category: "direct" | "shared" | "idle" | "unattributed";
                            /** @enum {string} */
                            pool: "own" | "public-use" | "consortium" | "idle" | "unattributed";
                            member: string;
                            /** @enum {string} */
                            service: "circulation" | "search" | "catalogue" | "resource-sharing" | "administration" | "platform";
                            operation: string;
                            events: number;
                            succeeded: number;
                            units: {
                                /** @enum {string} */
                                meter: "lambda-request" | "lambda-gb-second" | "http-request" | "dynamodb-write" | "dynamodb-read" | "dynamodb-storage" | "dynamodb-pitr" | "dynamodb-stream-read" | "s3-storage" | "s3-put" | "s3-get" | "sqs-request" | "step-transition" | "event-published" | "log-ingest" | "log-storage" | "search-t3-small-hour" | "search-t3-medium-hour" | "search-m7g-medium-hour" | "search-m7g-large-hour" | "search-or1-large-hour" | "search-storage" | "kms-key" | "kms-signature" | "alarm" | "cloudfront-request" | "cloudfront-transfer" | "waf-acl" | "waf-rule" | "waf-request" | "secret";
                                quantity: string;
                                unit: string;
                                amount: {
                                    shown: string;
                                    exact: string;
                                };
                            }[];
                            amount: {
                                shown: string;
                                exact: string;
                            };
                        }[];
                    };
                };
            };
            /**
             * @description `bad-input`: The request does not fit the schema; errors[] names each field by JSON pointer.
             *
             *     `bad-json`: The body is not JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not-signed-in`: Sign in first: no token was sent.
             *
             *     `token-expired`: The token has expired: sign in again.
             *
             *     `token-refused`: The token is not one of ours, or was changed.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-permitted`: Your roles do not allow this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `no-report`: There is no price book for that month, or no member to share its costs. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `in-flight`: The same Idempotency-Key is being worked on: try again in a moment. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be sent as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `key-reused`: This Idempotency-Key was used with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something broke on our side; the request id finds it in the log. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Too many wanted the same record at once: try again after Retry-After seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "finance-get-month": {
        parameters: {
            query?: {
                member?: string;
            };
            header?: never;
            path: {
                month: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read what a month cost, by member and service */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "month": "2026-11",
                     *       "member": "riverton",
                     *       "currency": "USD",
                     *       "minorDigits": 2,
                     *       "priceBook": {
                     *         "version": "us-east-1/2024-11-01/2",
                     *         "region": "us-east-1",
                     *         "effectiveFrom": "2024-11-01",
                     *         "source": "AWS list prices"
                     *       },
                     *       "attributionPolicy": "attribution/1",
                     *       "key": {
                     *         "name": "equal",
                     *         "version": "default"
                     *       },
                     *       "provisionalUntil": "2026-12-10",
                     *       "synthetic": false,
                     *       "total": {
                     *         "shown": "12.500000",
                     *         "exact": "12.500000000000"
                     *       },
                     *       "rounded": 1250,
                     *       "members": [
                     *         {
                     *           "member": "riverton",
                     *           "amounts": {
                     *             "direct": {
                     *               "shown": "12.500000",
                     *               "exact": "12.500000000000"
                     *             },
                     *             "shared": {
                     *               "shown": "0.000000",
                     *               "exact": "0.000000000000"
                     *             },
                     *             "idle": {
                     *               "shown": "0.000000",
                     *               "exact": "0.000000000000"
                     *             },
                     *             "unattributed": {
                     *               "shown": "0.000000",
                     *               "exact": "0.000000000000"
                     *             }
                     *           },
                     *           "total": {
                     *             "shown": "12.500000",
                     *             "exact": "12.500000000000"
                     *           },
                     *           "roundedAmounts": {
                     *             "direct": 1250,
                     *             "shared": 0,
                     *             "idle": 0,
                     *             "unattributed": 0
                     *           },
                     *           "rounded": 1250
                     *         }
                     *       ],
                     *       "services": [
                     *         {
                     *           "category": "direct",
                     *           "pool": "own",
                     *           "member": "riverton",
                     *           "service": "circulation",
                     *           "events": 42000,
                     *           "succeeded": 41160,
                     *           "amount": {
                     *             "shown": "12.500000",
                     *             "exact": "12.500000000000"
                     *           }
                     *         }
                     *       ],
                     *       "prices": [
                     *         {
                     *           "meter": "dynamodb-write",
                     *           "quantity": "20000000.000000",
                     *           "unit": "write request unit",
                     *           "amount": {
                     *             "shown": "12.500000",
                     *             "exact": "12.500000000000"
                     *           },
                     *           "unitPrice": {
                     *             "shown": "0.000001",
                     *             "exact": "0.000000625000"
                     *           }
                     *         }
                     *       ],
                     *       "unitCosts": [
                     *         {
                     *           "name": "checkout",
                     *           "events": 41160,
                     *           "amount": {
                     *             "shown": "12.500000",
                     *             "exact": "12.500000000000"
                     *           },
                     *           "perEvent": {
                     *             "shown": "0.000304",
                     *             "exact": "0.000303692906"
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        month: string;
                        member?: string;
                        currency: string;
                        minorDigits: number;
                        priceBook: {
                            version: string;
                            region: string;
                            effectiveFrom: string;
                            source: string;
                        };
                        attributionPolicy: string;
                        key: {
                            name: string;
                            version: string;
                        };
                        provisionalUntil: string;
                        total: {
                            shown: string;
                            exact: string;
                        };
                        rounded: number;
                        members: {
                            member: string;
                            amounts: {
                                direct: {
                                    shown: string;
                                    exact: string;
                                };
                                shared: {
                                    shown: string;
                                    exact: string;
                                };
                                idle: {
                                    shown: string;
                                    exact: string;
                                };
                                unattributed: {
                                    shown: string;
                                    exact: string;
                                };
                            };
                            total: {
                                shown: string;
                                exact: string;
                            };
                            roundedAmounts: {
                                direct: number;
                                shared: number;
                                idle: number;
                                unattributed: number;
                            };
                            rounded: number;
                        }[];
                        prices: {
                            /** @enum {string} */
                            meter: "lambda-request" | "lambda-gb-second" | "http-request" | "dynamodb-write" | "dynamodb-read" | "dynamodb-storage" | "dynamodb-pitr" | "dynamodb-stream-read" | "s3-storage" | "s3-put" | "s3-get" | "sqs-request" | "step-transition" | "event-published" | "log-ingest" | "log-storage" | "search-t3-small-hour" | "search-t3-medium-hour" | "search-m7g-medium-hour" | "search-m7g-large-hour" | "search-or1-large-hour" | "search-storage" | "kms-key" | "kms-signature" | "alarm" | "cloudfront-request" | "cloudfront-transfer" | "waf-acl" | "waf-rule" | "waf-request" | "secret";
                            quantity: string;
                            unit: string;
                            amount: {
                                shown: string;
                                exact: string;
                            };
                            unitPrice: {
                                shown: string;
                                exact: string;
                            };
                        }[];
                        unitCosts: {
                            name: string;
                            events: number;
                            amount: {
                                shown: string;
                                exact: string;
                            };
                            perEvent?: {
                                shown: string;
                                exact: string;
                            };
                        }[];
                        change?: {
                            since: string;
                            before: {
                                shown: string;
                                exact: string;
                            };
                            after: {
                                shown: string;
                                exact: string;
                            };
                            change: {
                                shown: string;
                                exact: string;
                            };
                            volumeEffect: {
                                shown: string;
                                exact: string;
                            };
                            priceEffect: {
                                shown: string;
                                exact: string;
                            };
                            rows: {
                                member: string;
                                service: string;
                                before: {
                                    shown: string;
                                    exact: string;
                                };
                                after: {
                                    shown: string;
                                    exact: string;
                                };
                                change: {
                                    shown: string;
                                    exact: string;
                                };
                                volumeEffect: {
                                    shown: string;
                                    exact: string;
                                };
                                priceEffect: {
                                    shown: string;
                                    exact: string;
                                };
                            }[];
                        };
                        synthetic: boolean;
                        services: {
                            /** @enum {string} */
                            category: "direct" | "shared" | "idle" | "unattributed";
                            /** @enum {string} */
                            pool: "own" | "public-use" | "consortium" | "idle" | "unattributed";
                            member: string;
                            /** @enum {string} */
                            service: "circulation" | "search" | "catalogue" | "resource-sharing" | "administration" | "platform";
                            events: number;
                            succeeded: number;
                            amount: {
                                shown: string;
                                exact: string;
                            };
                        }[];
                    };
                };
            };
            /**
             * @description `bad-input`: The request does not fit the schema; errors[] names each field by JSON pointer.
             *
             *     `bad-json`: The body is not JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not-signed-in`: Sign in first: no token was sent.
             *
             *     `token-expired`: The token has expired: sign in again.
             *
             *     `token-refused`: The token is not one of ours, or was changed.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-permitted`: Your roles do not allow this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `no-report`: There is no price book for that month, or no member to share its costs. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `in-flight`: The same Idempotency-Key is being worked on: try again in a moment. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be sent as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `key-reused`: This Idempotency-Key was used with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something broke on our side; the request id finds it in the log. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Too many wanted the same record at once: try again after Retry-After seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "finance-get-price-book": {
        parameters: {
            query?: {
                on?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read the price book in force */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "region": "us-east-1",
                     *       "version": "us-east-1/2024-11-01/2",
                     *       "effectiveFrom": "2024-11-01",
                     *       "checkedOn": "2026-11-24",
                     *       "currency": "USD",
                     *       "source": "AWS list prices",
                     *       "prices": {
                     *         "dynamodb-write": {
                     *           "unit": "write request unit",
                     *           "per": 1000000,
                     *           "tiers": [
                     *             {
                     *               "price": "0.625"
                     *             }
                     *           ],
                     *           "mark": "golden-file",
                     *           "source": "infracost golden test files"
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": {
                        region: string;
                        version: string;
                        /** Format: date */
                        effectiveFrom: string;
                        /** Format: date */
                        checkedOn: string;
                        currency: string;
                        source: string;
                        prices: {
                            [key: string]: {
                                unit: string;
                                per: number;
                                tiers: {
                                    upTo?: number;
                                    price: string;
                                }[];
                                free?: {
                                    quantity: number;
                                    /** @enum {string} */
                                    when: "always" | "first-12-months";
                                };
                                /** @enum {string} */
                                mark: "golden-file" | "documented" | "derived" | "estimated" | "remembered";
                                source: string;
                            };
                        };
                    };
                };
            };
            /**
             * @description `bad-input`: The request does not fit the schema; errors[] names each field by JSON pointer.
             *
             *     `bad-json`: The body is not JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not-signed-in`: Sign in first: no token was sent.
             *
             *     `token-expired`: The token has expired: sign in again.
             *
             *     `token-refused`: The token is not one of ours, or was changed.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-permitted`: Your roles do not allow this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `no-price-book`: No price book is in force on that day. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `in-flight`: The same Idempotency-Key is being worked on: try again in a moment. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be sent as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `key-reused`: This Idempotency-Key was used with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something broke on our side; the request id finds it in the log. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Too many wanted the same record at once: try again after Retry-After seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "governance-get-policy-in-force": {
        parameters: {
            query?: {
                at?: string;
            };
            header?: never;
            path: {
                kind: "loan-rules" | "floors" | "blocks" | "attribution" | "fees" | "resource-sharing" | "patrons";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Get the policy in force */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "kind": "blocks",
                     *       "version": 1,
                     *       "effectiveFrom": "2026-07-01T00:00:00.000Z",
                     *       "decisionReference": "Board 2026-05-12, item 4",
                     *       "adoptedBy": "staff:stf_01kaw5v7n0000000000000000z",
                     *       "body": {
                     *         "maxLoans": 50,
                     *         "maxHolds": 20,
                     *         "owedLimit": 1000,
                     *         "perGroup": {
                     *           "dvd": 5
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": {
                        /** @constant */
                        kind: "loan-rules";
                        version: number;
                        /** Format: date-time */
                        effectiveFrom: string;
                        decisionReference: string;
                        adoptedBy: string;
                        body: {
                            currency: string;
                            deciders: {
                                /**
                                 * @default owner
                                 * @enum {string}
                                 */
                                lending: "owner" | "checkout" | "consortium";
                                /**
                                 * @default checkout
                                 * @enum {string}
                                 */
                                fines: "owner" | "checkout" | "consortium";
                                /**
                                 * @default owner
                                 * @enum {string}
                                 */
                                lost: "owner" | "checkout" | "consortium";
                                /**
                                 * @default checkout
                                 * @enum {string}
                                 */
                                shelf: "owner" | "checkout" | "consortium";
                                /**
                                 * @default checkout
                                 * @enum {string}
                                 */
                                calendar: "owner" | "checkout";
                            };
                            weights: {
                                /** @default 256 */
                                itemOwnerBranch: number;
                                /** @default 128 */
                                itemOwnerMember: number;
                                /** @default 64 */
                                location: number;
                                /** @default 32 */
                                itemCategory: number;
                                /** @default 16 */
                                patronCategory: number;
                                /** @default 8 */
                                patronHome: number;
                                /** @default 4 */
                                checkoutBranch: number;
                                /** @default 2 */
                                checkoutMember: number;
                            };
                            /** @default {} */
                            groups: {
                                [key: string]: string[];
                            };
                            /** @default {} */
                            limitGroups: {
                                [key: string]: {
                                    /** @description Only these; all when absent */
                                    itemCategories?: string[];
                                    /** @description Only these; all when absent */
                                    locations?: string[];
                                    /**
                                     * @default consortium
                                     * @enum {string}
                                     */
                                    depth: "consortium" | "member" | "branch";
                                };
                            };
                            /**
                             * @default later
                             * @enum {string}
                             */
                            closedDays: "later" | "earlier" | "keep";
                            /** @default true */
                            dueNotPastExpiry: boolean;
                            /** @default false */
                            expiredMayRenew: boolean;
                            base: {
                                /** @description May be lent at all */
                                lendable: boolean;
                                /** @description Lent only when its owner agrees each time: a consortium loan, never a hold */
                                requestOnly: boolean;
                                holdable: boolean;
                                loanPeriod: {
                                    days: number;
                                } | {
                                    hours: number;
                                };
                                /**
                                 * @description Fixed due dates such as the ends of terms: due at the end of the period or on this day, whichever is earlier
                                 * @default []
                                 */
                                dueCeilings: {
                                    /** Format: date */
                                    from: string;
                                    /** Format: date */
                                    to: string;
                                    /** Format: date */
                                    due: string;
                                }[];
                                /**
                                 * @description Where a due date on a closed day, or a closed hour, moves; null is as the document says
                                 * @default null
                                 */
                                closedDays: ("later" | "earlier" | "keep") | null;
                                /** @description How often one loan may be renewed */
                                renewals: number;
                                /** @description How many loans at once, of all or of one limit group; null is no limit by this rule */
                                maxLoans: {
                                    limit: number;
                                    group?: string;
                                } | null;
                                /**
                                 * @description How many loans at once of each of these limit groups
                                 * @default []
                                 */
                                limits: {
                                    group: string;
                                    limit: number;
                                }[];
                                /**
                                 * @description How many holds at once; null is no limit by this rule
                                 * @default null
                                 */
                                maxHolds: number | null;
                                /**
                                 * @description A loan may be recalled for a patron who waits
                                 * @default false
                                 */
                                recallable: boolean;
                                /**
                                 * @description A recall leaves a loan at least so many days from its checkout
                                 * @default 14
                                 */
                                recallGuaranteedDays: number;
                                /**
                                 * @description A recall leaves at least so many days to bring the item back
                                 * @default 7
                                 */
                                recallReturnDays: number;
                                /**
                                 * @description Whether the recall of an overdue loan makes it due later
                                 * @default false
                                 */
                                recallExtendsOverdue: boolean;
                                finePerDay: number;
                                /**
                                 * @description For each hour begun that a loan by the hour is late; 0 is to fine it by the day
                                 * @default 0
                                 */
                                finePerHour: number;
                                /** @description The most that one loan is fined, an amount or a share of the price; null is no cap */
                                fineCap: (number | {
                                    percentOfPrice: number;
                                }) | null;
                                /** @description Open days late without any fine; after them every day late counts */
                                graceDays: number;
                                /**
                                 * @description The same for a loan that is fined by the hour
                                 * @default 0
                                 */
                                graceMinutes: number;
                                /**
                                 * @description Whether closed days and hours are fined too
                                 * @default false
                                 */
                                finesWhenClosed: boolean;
                                lostCharge: number;
                                /**
                                 * @description Charge the price of the item instead, where it is known
                                 * @default false
                                 */
                                lostAtPrice: boolean;
                                /**
                                 * @description Days overdue after which a loan ages to lost; null is never
                                 * @default null
                                 */
                                lostAfterDays: number | null;
                                /**
                                 * @description Whether the return of a lost item takes its charge back
                                 * @default true
                                 */
                                lostRefunded: boolean;
                                /**
                                 * @description Days from the charge in which what was paid of it is given back; null is for ever, afterwards only what is open falls
                                 * @default null
                                 */
                                lostCreditDays: number | null;
                                /**
                                 * @description Whether the return of a lost item is fined as overdue until it was lost
                                 * @default true
                                 */
                                lostRestoresOverdue: boolean;
                                /** @default 0 */
                                damageCharge: number;
                                holdShelfDays: number;
                            };
                            rules: {
                                id: string;
                                /** @description consortium, or the member whose rule this is */
                                setBy: string;
                                when: {
                                    itemOwner?: string;
                                    checkout?: string;
                                    patronHome?: string;
                                    patronCategory?: string;
                                    itemCategory?: string;
                                    location?: string;
                                };
                                values: {
                                    /** @description May be lent at all */
                                    lendable?: boolean;
                                    /** @description Lent only when its owner agrees each time: a consortium loan, never a hold */
                                    requestOnly?: boolean;
                                    holdable?: boolean;
                                    loanPeriod?: {
                                        days: number;
                                    } | {
                                        hours: number;
                                    };
                                    /** @description Fixed due dates such as the ends of terms: due at the end of the period or on this day, whichever is earlier */
                                    dueCeilings?: {
                                        /** Format: date */
                                        from: string;
                                        /** Format: date */
                                        to: string;
                                        /** Format: date */
                                        due: string;
                                    }[];
                                    /** @description Where a due date on a closed day, or a closed hour, moves; null is as the document says */
                                    closedDays?: ("later" | "earlier" | "keep") | null;
                                    /** @description How often one loan may be renewed */
                                    renewals?: number;
                                    /** @description How many loans at once, of all or of one limit group; null is no limit by this rule */
                                    maxLoans?: {
                                        limit: number;
                                        group?: string;
                                    } | null;
                                    /** @description How many loans at once of each of these limit groups */
                                    limits?: {
                                        group: string;
                                        limit: number;
                                    }[];
                                    /** @description How many holds at once; null is no limit by this rule */
                                    maxHolds?: number | null;
                                    /** @description A loan may be recalled for a patron who waits */
                                    recallable?: boolean;
                                    /** @description A recall leaves a loan at least so many days from its checkout */
                                    recallGuaranteedDays?: number;
                                    /** @description A recall leaves at least so many days to bring the item back */
                                    recallReturnDays?: number;
                                    /** @description Whether the recall of an overdue loan makes it due later */
                                    recallExtendsOverdue?: boolean;
                                    finePerDay?: number;
                                    /** @description For each hour begun that a loan by the hour is late; 0 is to fine it by the day */
                                    finePerHour?: number;
                                    /** @description The most that one loan is fined, an amount or a share of the price; null is no cap */
                                    fineCap?: (number | {
                                        percentOfPrice: number;
                                    }) | null;
                                    /** @description Open days late without any fine; after them every day late counts */
                                    graceDays?: number;
                                    /** @description The same for a loan that is fined by the hour */
                                    graceMinutes?: number;
                                    /** @description Whether closed days and hours are fined too */
                                    finesWhenClosed?: boolean;
                                    lostCharge?: number;
                                    /** @description Charge the price of the item instead, where it is known */
                                    lostAtPrice?: boolean;
                                    /** @description Days overdue after which a loan ages to lost; null is never */
                                    lostAfterDays?: number | null;
                                    /** @description Whether the return of a lost item takes its charge back */
                                    lostRefunded?: boolean;
                                    /** @description Days from the charge in which what was paid of it is given back; null is for ever, afterwards only what is open falls */
                                    lostCreditDays?: number | null;
                                    /** @description Whether the return of a lost item is fined as overdue until it was lost */
                                    lostRestoresOverdue?: boolean;
                                    damageCharge?: number;
                                    holdShelfDays?: number;
                                };
                            }[];
                        };
                    } | {
                        /** @constant */
                        kind: "floors";
                        version: number;
                        /** Format: date-time */
                        effectiveFrom: string;
                        decisionReference: string;
                        adoptedBy: string;
                        body: {
                            bounds: {
                                /** @enum {string} */
                                value: "loanDays" | "loanHours" | "renewals" | "maxLoans" | "maxHolds" | "recallGuaranteedDays" | "recallReturnDays" | "finePerDay" | "finePerHour" | "fineCap" | "graceDays" | "graceMinutes" | "lostCharge" | "lostAfterDays" | "damageCharge" | "holdShelfDays";
                                itemCategory?: string;
                                min?: number;
                                max?: number;
                            }[];
                        };
                    } | {
                        /** @constant */
                        kind: "blocks";
                        version: number;
                        /** Format: date-time */
                        effectiveFrom: string;
                        decisionReference: string;
                        adoptedBy: string;
                        body: {
                            maxLoans: number;
                            maxHolds: number;
                            owedLimit: number;
                            /** @default {} */
                            perGroup: {
                                [key: string]: number;
                            };
                        };
                    } | {
                        /** @constant */
                        kind: "attribution";
                        version: number;
                        /** Format: date-time */
                        effectiveFrom: string;
                        decisionReference: string;
                        adoptedBy: string;
                        body: {
                            rules: {
                                /** @enum {string} */
                                when: "ill-request" | "caused-work" | "staff" | "patron" | "machine" | "anonymous" | "consortium";
                                /** @enum {string} */
                                to: "workplace" | "home" | "requester" | "cause" | "door" | "public-use" | "consortium";
                            }[];
                        };
                    } | {
                        /** @constant */
                        kind: "fees";
                        version: number;
                        /** Format: date-time */
                        effectiveFrom: string;
                        decisionReference: string;
                        adoptedBy: string;
                        body: {
                            currency: string;
                            fees: {
                                [key: string]: number;
                            };
                        };
                    } | {
                        /** @constant */
                        kind: "resource-sharing";
                        version: number;
                        /** Format: date-time */
                        effectiveFrom: string;
                        decisionReference: string;
                        adoptedBy: string;
                        body: {
                            timers: {
                                answerMinutes: {
                                    normal: number;
                                    rush: number;
                                    express: number;
                                };
                                waitMinutes: {
                                    "source-by": number;
                                    "cancel-answer-by": number;
                                    "renew-answer-by": number;
                                    "ship-by": number;
                                    "arrive-by": number;
                                    "pickup-by": number;
                                    "ship-back-by": number;
                                    "home-by": number;
                                };
                            };
                            answerInOpenHours: boolean;
                            rota: {
                                weights: {
                                    available: number;
                                    cost: number;
                                    distance: number;
                                    balance: number;
                                    openHours: number;
                                    responseTime: number;
                                    fillRate: number;
                                    sharingPolicy: number;
                                    reciprocal: number;
                                };
                                scales: {
                                    maxCost: number;
                                    maxTransitDays: number;
                                    balanceRange: number;
                                    fullDayMinutes: number;
                                    slowestAnswerMinutes: number;
                                };
                            };
                            courierDays: number;
                            /** @default [] */
                            courierRoutes: {
                                /** @description A member id, or a branch id of one of its branches */
                                from?: string;
                                /** @description A member id, or a branch id of one of its branches */
                                to?: string;
                                days: number;
                            }[];
                            /** @default [] */
                            loanFees: {
                                /** @description A member id, or a branch id of one of its branches */
                                from?: string;
                                /** @description A member id, or a branch id of one of its branches */
                                to?: string;
                                fee: number;
                            }[];
                            /** @default {} */
                            reciprocalGroups: {
                                [key: string]: string[];
                            };
                        };
                    } | {
                        /** @constant */
                        kind: "patrons";
                        version: number;
                        /** Format: date-time */
                        effectiveFrom: string;
                        decisionReference: string;
                        adoptedBy: string;
                        body: {
                            cards: {
                                /** @default 36 */
                                validMonths: number;
                                /** @default {} */
                                perCategory: {
                                    [key: string]: number;
                                };
                                /**
                                 * @description How many days before its last good day a card may be renewed
                                 * @default 60
                                 */
                                renewFromDaysBefore: number;
                                /**
                                 * @description Owing more, in minor units, no card is renewed
                                 * @default null
                                 */
                                maxOwed: number | null;
                            };
                            loans: {
                                /**
                                 * @default {
                                 *       "when": "at-close"
                                 *     }
                                 */
                                anonymise: {
                                    /** @constant */
                                    when: "at-close";
                                } | {
                                    /** @constant */
                                    when: "after-days";
                                    days: number;
                                } | {
                                    /** @constant */
                                    when: "fees-settled";
                                } | {
                                    /** @constant */
                                    when: "never";
                                };
                                /**
                                 * @description How long a patron’s own reading history is kept
                                 * @default 36500
                                 */
                                historyDays: number;
                            };
                            minors: {
                                /**
                                 * @default amounts-and-dates
                                 * @enum {string}
                                 */
                                guardianSees: "nothing" | "amounts-and-dates" | "titles";
                                /**
                                 * @default nothing
                                 * @enum {string}
                                 */
                                teacherSees: "nothing" | "amounts-and-dates" | "titles";
                            };
                            sharing: {
                                /**
                                 * @description Whether a patron is opened elsewhere only with the patron’s consent
                                 * @default false
                                 */
                                optIn: boolean;
                                /**
                                 * @description Members whose patrons are never
                                 * @default []
                                 */
                                restricted: string[];
                            };
                            selfRegistration: {
                                /**
                                 * @description Where it is open; empty is nowhere
                                 * @default []
                                 */
                                members: string[];
                                /** @default temporary */
                                category: string;
                                /**
                                 * @description Until then a desk confirms it, or the card ends
                                 * @default 30
                                 */
                                validDays: number;
                                /** @default 2 */
                                maxLoans: number;
                                /** @default 2 */
                                maxHolds: number;
                                /**
                                 * @description How many register themselves at a member in an hour
                                 * @default 60
                                 */
                                perHour: number;
                            };
                            forgottenPin: {
                                /** @default 15 */
                                codeMinutes: number;
                                /**
                                 * @description How many codes one card gets in a day
                                 * @default 3
                                 */
                                perDay: number;
                            };
                        };
                    };
                };
            };
            /**
             * @description `bad-input`: The request does not fit the schema; errors[] names each field by JSON pointer.
             *
             *     `bad-json`: The body is not JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not-signed-in`: Sign in first: no token was sent.
             *
             *     `token-expired`: The token has expired: sign in again.
             *
             *     `token-refused`: The token is not one of ours, or was changed.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-permitted`: Your roles do not allow this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `none-in-force`: No version of this policy was in force then. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `in-flight`: The same Idempotency-Key is being worked on: try again in a moment. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be sent as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `key-reused`: This Idempotency-Key was used with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something broke on our side; the request id finds it in the log. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Too many wanted the same record at once: try again after Retry-After seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "governance-list-policies": {
        parameters: {
            query: {
                kind: "loan-rules" | "floors" | "blocks" | "attribution" | "fees" | "resource-sharing" | "patrons";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the versions of a policy */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "policies": [
                     *         {
                     *           "kind": "blocks",
                     *           "version": 1,
                     *           "effectiveFrom": "2026-07-01T00:00:00.000Z",
                     *           "decisionReference": "Board 2026-05-12, item 4",
                     *           "adoptedBy": "staff:stf_01kaw5v7n0000000000000000z",
                     *           "body": {
                     *             "maxLoans": 50,
                     *             "maxHolds": 20,
                     *             "owedLimit": 1000,
                     *             "perGroup": {
                     *               "dvd": 5
                     *             }
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        policies: ({
                            /** @constant */
                            kind: "loan-rules";
                            version: number;
                            /** Format: date-time */
                            effectiveFrom: string;
                            decisionReference: string;
                            adoptedBy: string;
                            body: {
                                currency: string;
                                deciders: {
                                    /**
                                     * @default owner
                                     * @enum {string}
                                     */
                                    lending: "owner" | "checkout" | "consortium";
                                    /**
                                     * @default checkout
                                     * @enum {string}
                                     */
                                    fines: "owner" | "checkout" | "consortium";
                                    /**
                                     * @default owner
                                     * @enum {string}
                                     */
                                    lost: "owner" | "checkout" | "consortium";
                                    /**
                                     * @default checkout
                                     * @enum {string}
                                     */
                                    shelf: "owner" | "checkout" | "consortium";
                                    /**
                                     * @default checkout
                                     * @enum {string}
                                     */
                                    calendar: "owner" | "checkout";
                                };
                                weights: {
                                    /** @default 256 */
                                    itemOwnerBranch: number;
                                    /** @default 128 */
                                    itemOwnerMember: number;
                                    /** @default 64 */
                                    location: number;
                                    /** @default 32 */
                                    itemCategory: number;
                                    /** @default 16 */
                                    patronCategory: number;
                                    /** @default 8 */
                                    patronHome: number;
                                    /** @default 4 */
                                    checkoutBranch: number;
                                    /** @default 2 */
                                    checkoutMember: number;
                                };
                                /** @default {} */
                                groups: {
                                    [key: string]: string[];
                                };
                                /** @default {} */
                                limitGroups: {
                                    [key: string]: {
                                        /** @description Only these; all when absent */
                                        itemCategories?: string[];
                                        /** @description Only these; all when absent */
                                        locations?: string[];
                                        /**
                                         * @default consortium
                                         * @enum {string}
                                         */
                                        depth: "consortium" | "member" | "branch";
                                    };
                                };
                                /**
                                 * @default later
                                 * @enum {string}
                                 */
                                closedDays: "later" | "earlier" | "keep";
                                /** @default true */
                                dueNotPastExpiry: boolean;
                                /** @default false */
                                expiredMayRenew: boolean;
                                base: {
                                    /** @description May be lent at all */
                                    lendable: boolean;
                                    /** @description Lent only when its owner agrees each time: a consortium loan, never a hold */
                                    requestOnly: boolean;
                                    holdable: boolean;
                                    loanPeriod: {
                                        days: number;
                                    } | {
                                        hours: number;
                                    };
                                    /**
                                     * @description Fixed due dates such as the ends of terms: due at the end of the period or on this day, whichever is earlier
                                     * @default []
                                     */
                                    dueCeilings: {
                                        /** Format: date */
                                        from: string;
                                        /** Format: date */
                                        to: string;
                                        /** Format: date */
                                        due: string;
                                    }[];
                                    /**
                                     * @description Where a due date on a closed day, or a closed hour, moves; null is as the document says
                                     * @default null
                                     */
                                    closedDays: ("later" | "earlier" | "keep") | null;
                                    /** @description How often one loan may be renewed */
                                    renewals: number;
                                    /** @description How many loans at once, of all or of one limit group; null is no limit by this rule */
                                    maxLoans: {
                                        limit: number;
                                        group?: string;
                                    } | null;
                                    /**
                                     * @description How many loans at once of each of these limit groups
                                     * @default []
                                     */
                                    limits: {
                                        group: string;
                                        limit: number;
                                    }[];
                                    /**
                                     * @description How many holds at once; null is no limit by this rule
                                     * @default null
                                     */
                                    maxHolds: number | null;
                                    /**
                                     * @description A loan may be recalled for a patron who waits
                                     * @default false
                                     */
                                    recallable: boolean;
                                    /**
                                     * @description A recall leaves a loan at least so many days from its checkout
                                     * @default 14
                                     */
                                    recallGuaranteedDays: number;
                                    /**
                                     * @description A recall leaves at least so many days to bring the item back
                                     * @default 7
                                     */
                                    recallReturnDays: number;
                                    /**
                                     * @description Whether the recall of an overdue loan makes it due later
                                     * @default false
                                     */
                                    recallExtendsOverdue: boolean;
                                    finePerDay: number;
                                    /**
                                     * @description For each hour begun that a loan by the hour is late; 0 is to fine it by the day
                                     * @default 0
                                     */
                                    finePerHour: number;
                                    /** @description The most that one loan is fined, an amount or a share of the price; null is no cap */
                                    fineCap: (number | {
                                        percentOfPrice: number;
                                    }) | null;
                                    /** @description Open days late without any fine; after them every day late counts */
                                    graceDays: number;
                                    /**
                                     * @description The same for a loan that is fined by the hour
                                     * @default 0
                                     */
                                    graceMinutes: number;
                                    /**
                                     * @description Whether closed days and hours are fined too
                                     * @default false
                                     */
                                    finesWhenClosed: boolean;
                                    lostCharge: number;
                                    /**
                                     * @description Charge the price of the item instead, where it is known
                                     * @default false
                                     */
                                    lostAtPrice: boolean;
                                    /**
                                     * @description Days overdue after which a loan ages to lost; null is never
                                     * @default null
                                     */
                                    lostAfterDays: number | null;
                                    /**
                                     * @description Whether the return of a lost item takes its charge back
                                     * @default true
                                     */
                                    lostRefunded: boolean;
                                    /**
                                     * @description Days from the charge in which what was paid of it is given back; null is for ever, afterwards only what is open falls
                                     * @default null
                                     */
                                    lostCreditDays: number | null;
                                    /**
                                     * @description Whether the return of a lost item is fined as overdue until it was lost
                                     * @default true
                                     */
                                    lostRestoresOverdue: boolean;
                                    /** @default 0 */
                                    damageCharge: number;
                                    holdShelfDays: number;
                                };
                                rules: {
                                    id: string;
                                    /** @description consortium, or the member whose rule this is */
                                    setBy: string;
                                    when: {
                                        itemOwner?: string;
                                        checkout?: string;
                                        patronHome?: string;
                                        patronCategory?: string;
                                        itemCategory?: string;
                                        location?: string;
                                    };
                                    values: {
                                        /** @description May be lent at all */
                                        lendable?: boolean;
                                        /** @description Lent only when its owner agrees each time: a consortium loan, never a hold */
                                        requestOnly?: boolean;
                                        holdable?: boolean;
                                        loanPeriod?: {
                                            days: number;
                                        } | {
                                            hours: number;
                                        };
                                        /** @description Fixed due dates such as the ends of terms: due at the end of the period or on this day, whichever is earlier */
                                        dueCeilings?: {
                                            /** Format: date */
                                            from: string;
                                            /** Format: date */
                                            to: string;
                                            /** Format: date */
                                            due: string;
                                        }[];
                                        /** @description Where a due date on a closed day, or a closed hour, moves; null is as the document says */
                                        closedDays?: ("later" | "earlier" | "keep") | null;
                                        /** @description How often one loan may be renewed */
                                        renewals?: number;
                                        /** @description How many loans at once, of all or of one limit group; null is no limit by this rule */
                                        maxLoans?: {
                                            limit: number;
                                            group?: string;
                                        } | null;
                                        /** @description How many loans at once of each of these limit groups */
                                        limits?: {
                                            group: string;
                                            limit: number;
                                        }[];
                                        /** @description How many holds at once; null is no limit by this rule */
                                        maxHolds?: number | null;
                                        /** @description A loan may be recalled for a patron who waits */
                                        recallable?: boolean;
                                        /** @description A recall leaves a loan at least so many days from its checkout */
                                        recallGuaranteedDays?: number;
                                        /** @description A recall leaves at least so many days to bring the item back */
                                        recallReturnDays?: number;
                                        /** @description Whether the recall of an overdue loan makes it due later */
                                        recallExtendsOverdue?: boolean;
                                        finePerDay?: number;
                                        /** @description For each hour begun that a loan by the hour is late; 0 is to fine it by the day */
                                        finePerHour?: number;
                                        /** @description The most that one loan is fined, an amount or a share of the price; null is no cap */
                                        fineCap?: (number | {
                                            percentOfPrice: number;
                                        }) | null;
                                        /** @description Open days late without any fine; after them every day late counts */
                                        graceDays?: number;
                                        /** @description The same for a loan that is fined by the hour */
                                        graceMinutes?: number;
                                        /** @description Whether closed days and hours are fined too */
                                        finesWhenClosed?: boolean;
                                        lostCharge?: number;
                                        /** @description Charge the price of the item instead, where it is known */
                                        lostAtPrice?: boolean;
                                        /** @description Days overdue after which a loan ages to lost; null is never */
                                        lostAfterDays?: number | null;
                                        /** @description Whether the return of a lost item takes its charge back */
                                        lostRefunded?: boolean;
                                        /** @description Days from the charge in which what was paid of it is given back; null is for ever, afterwards only what is open falls */
                                        lostCreditDays?: number | null;
                                        /** @description Whether the return of a lost item is fined as overdue until it was lost */
                                        lostRestoresOverdue?: boolean;
                                        damageCharge?: number;
                                        holdShelfDays?: number;
                                    };
                                }[];
                            };
                        } | {
                            /** @constant */
                            kind: "floors";
                            version: number;
                            /** Format: date-time */
                            effectiveFrom: string;
                            decisionReference: string;
                            adoptedBy: string;
                            body: {
                                bounds: {
                                    /** @enum {string} */
                                    value: "loanDays" | "loanHours" | "renewals" | "maxLoans" | "maxHolds" | "recallGuaranteedDays" | "recallReturnDays" | "finePerDay" | "finePerHour" | "fineCap" | "graceDays" | "graceMinutes" | "lostCharge" | "lostAfterDays" | "damageCharge" | "holdShelfDays";
                                    itemCategory?: string;
                                    min?: number;
                                    max?: number;
                                }[];
                            };
                        } | {
                            /** @constant */
                            kind: "blocks";
                            version: number;
                            /** Format: date-time */
                            effectiveFrom: string;
                            decisionReference: string;
                            adoptedBy: string;
                            body: {
                                maxLoans: number;
                                maxHolds: number;
                                owedLimit: number;
                                /** @default {} */
                                perGroup: {
                                    [key: string]: number;
                                };
                            };
                        } | {
                            /** @constant */
                            kind: "attribution";
                            version: number;
                            /** Format: date-time */
                            effectiveFrom: string;
                            decisionReference: string;
                            adoptedBy: string;
                            body: {
                                rules: {
                                    /** @enum {string} */
                                    when: "ill-request" | "caused-work" | "staff" | "patron" | "machine" | "anonymous" | "consortium";
                                    /** @enum {string} */
                                    to: "workplace" | "home" | "requester" | "cause" | "door" | "public-use" | "consortium";
                                }[];
                            };
                        } | {
                            /** @constant */
                            kind: "fees";
                            version: number;
                            /** Format: date-time */
                            effectiveFrom: string;
                            decisionReference: string;
                            adoptedBy: string;
                            body: {
                                currency: string;
                                fees: {
                                    [key: string]: number;
                                };
                            };
                        } | {
                            /** @constant */
                            kind: "resource-sharing";
                            version: number;
                            /** Format: date-time */
                            effectiveFrom: string;
                            decisionReference: string;
                            adoptedBy: string;
                            body: {
                                timers: {
                                    answerMinutes: {
                                        normal: number;
                                        rush: number;
                                        express: number;
                                    };
                                    waitMinutes: {
                                        "source-by": number;
                                        "cancel-answer-by": number;
                                        "renew-answer-by": number;
                                        "ship-by": number;
                                        "arrive-by": number;
                                        "pickup-by": number;
                                        "ship-back-by": number;
                                        "home-by": number;
                                    };
                                };
                                answerInOpenHours: boolean;
                                rota: {
                                    weights: {
                                        available: number;
                                        cost: number;
                                        distance: number;
                                        balance: number;
                                        openHours: number;
                                        responseTime: number;
                                        fillRate: number;
                                        sharingPolicy: number;
                                        reciprocal: number;
                                    };
                                    scales: {
                                        maxCost: number;
                                        maxTransitDays: number;
                                        balanceRange: number;
                                        fullDayMinutes: number;
                                        slowestAnswerMinutes: number;
                                    };
                                };
                                courierDays: number;
                                /** @default [] */
                                courierRoutes: {
                                    /** @description A member id, or a branch id of one of its branches */
                                    from?: string;
                                    /** @description A member id, or a branch id of one of its branches */
                                    to?: string;
                                    days: number;
                                }[];
                                /** @default [] */
                                loanFees: {
                                    /** @description A member id, or a branch id of one of its branches */
                                    from?: string;
                                    /** @description A member id, or a branch id of one of its branches */
                                    to?: string;
                                    fee: number;
                                }[];
                                /** @default {} */
                                reciprocalGroups: {
                                    [key: string]: string[];
                                };
                            };
                        } | {
                            /** @constant */
                            kind: "patrons";
                            version: number;
                            /** Format: date-time */
                            effectiveFrom: string;
                            decisionReference: string;
                            adoptedBy: string;
                            body: {
                                cards: {
                                    /** @default 36 */
                                    validMonths: number;
                                    /** @default {} */
                                    perCategory: {
                                        [key: string]: number;
                                    };
                                    /**
                                     * @description How many days before its last good day a card may be renewed
                                     * @default 60
                                     */
                                    renewFromDaysBefore: number;
                                    /**
                                     * @description Owing more, in minor units, no card is renewed
                                     * @default null
                                     */
                                    maxOwed: number | null;
                                };
                                loans: {
                                    /**
                                     * @default {
                                     *       "when": "at-close"
                                     *     }
                                     */
                                    anonymise: {
                                        /** @constant */
                                        when: "at-close";
                                    } | {
                                        /** @constant */
                                        when: "after-days";
                                        days: number;
                                    } | {
                                        /** @constant */
                                        when: "fees-settled";
                                    } | {
                                        /** @constant */
                                        when: "never";
                                    };
                                    /**
                                     * @description How long a patron’s own reading history is kept
                                     * @default 36500
                                     */
                                    historyDays: number;
                                };
                                minors: {
                                    /**
                                     * @default amounts-and-dates
                                     * @enum {string}
                                     */
                                    guardianSees: "nothing" | "amounts-and-dates" | "titles";
                                    /**
                                     * @default nothing
                                     * @enum {string}
                                     */
                                    teacherSees: "nothing" | "amounts-and-dates" | "titles";
                                };
                                sharing: {
                                    /**
                                     * @description Whether a patron is opened elsewhere only with the patron’s consent
                                     * @default false
                                     */
                                    optIn: boolean;
                                    /**
                                     * @description Members whose patrons are never
                                     * @default []
                                     */
                                    restricted: string[];
                                };
                                selfRegistration: {
                                    /**
                                     * @description Where it is open; empty is nowhere
                                     * @default []
                                     */
                                    members: string[];
                                    /** @default temporary */
                                    category: string;
                                    /**
                                     * @description Until then a desk confirms it, or the card ends
                                     * @default 30
                                     */
                                    validDays: number;
                                    /** @default 2 */
                                    maxLoans: number;
                                    /** @default 2 */
                                    maxHolds: number;
                                    /**
                                     * @description How many register themselves at a member in an hour
                                     * @default 60
                                     */
                                    perHour: number;
                                };
                                forgottenPin: {
                                    /** @default 15 */
                                    codeMinutes: number;
                                    /**
                                     * @description How many codes one card gets in a day
                                     * @default 3
                                     */
                                    perDay: number;
                                };
                            };
                        })[];
                    };
                };
            };
            /**
             * @description `bad-input`: The request does not fit the schema; errors[] names each field by JSON pointer.
             *
             *     `bad-json`: The body is not JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not-signed-in`: Sign in first: no token was sent.
             *
             *     `token-expired`: The token has expired: sign in again.
             *
             *     `token-refused`: The token is not one of ours, or was changed.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-permitted`: Your roles do not allow this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `in-flight`: The same Idempotency-Key is being worked on: try again in a moment. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be sent as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `key-reused`: This Idempotency-Key was used with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something broke on our side; the request id finds it in the log. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Too many wanted the same record at once: try again after Retry-After seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "governance-adopt-policy": {
        parameters: {
            query?: never;
            header?: {
                /** @description Same key and body: the same answer and one effect, for 24 hours. In flight 409; another body 422. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kind": "blocks",
                 *       "effectiveFrom": "2026-07-01T00:00:00.000Z",
                 *       "decisionReference": "Board 2026-05-12, item 4",
                 *       "body": {
                 *         "maxLoans": 50,
                 *         "maxHolds": 20,
                 *         "owedLimit": 1000,
                 *         "perGroup": {
                 *           "dvd": 5
                 *         }
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @constant */
                    kind: "loan-rules";
                    /** Format: date-time */
                    effectiveFrom?: string;
                    decisionReference: string;
                    body: {
                        currency: string;
                        /** @default {} */
                        deciders?: {
                            /**
                             * @default owner
                             * @enum {string}
                             */
                            lending?: "owner" | "checkout" | "consortium";
                            /**
                             * @default checkout
                             * @enum {string}
                             */
                            fines?: "owner" | "checkout" | "consortium";
                            /**
                             * @default owner
                             * @enum {string}
                             */
                            lost?: "owner" | "checkout" | "consortium";
                            /**
                             * @default checkout
                             * @enum {string}
                             */
                            shelf?: "owner" | "checkout" | "consortium";
                            /**
                             * @default checkout
                             * @enum {string}
                             */
                            calendar?: "owner" | "checkout";
                        };
                        /** @default {} */
                        weights?: {
                            /** @default 256 */
                            itemOwnerBranch?: number;
                            /** @default 128 */
                            itemOwnerMember?: number;
                            /** @default 64 */
                            location?: number;
                            /** @default 32 */
                            itemCategory?: number;
                            /** @default 16 */
                            patronCategory?: number;
                            /** @default 8 */
                            patronHome?: number;
                            /** @default 4 */
                            checkoutBranch?: number;
                            /** @default 2 */
                            checkoutMember?: number;
                        };
                        /** @default {} */
                        groups?: {
                            [key: string]: string[];
                        };
                        /** @default {} */
                        limitGroups?: {
                            [key: string]: {
                                /** @description Only these; all when absent */
                                itemCategories?: string[];
                                /** @description Only these; all when absent */
                                locations?: string[];
                                /**
                                 * @default consortium
                                 * @enum {string}
                                 */
                                depth?: "consortium" | "member" | "branch";
                            };
                        };
                        /**
                         * @default later
                         * @enum {string}
                         */
                        closedDays?: "later" | "earlier" | "keep";
                        /** @default true */
                        dueNotPastExpiry?: boolean;
                        /** @default false */
                        expiredMayRenew?: boolean;
                        base: {
                            /** @description May be lent at all */
                            lendable: boolean;
                            /** @description Lent only when its owner agrees each time: a consortium loan, never a hold */
                            requestOnly: boolean;
                            holdable: boolean;
                            loanPeriod: {
                                days: number;
                            } | {
                                hours: number;
                            };
                            /**
                             * @description Fixed due dates such as the ends of terms: due at the end of the period or on this day, whichever is earlier
                             * @default []
                             */
                            dueCeilings?: {
                                /** Format: date */
                                from: string;
                                /** Format: date */
                                to: string;
                                /** Format: date */
                                due: string;
                            }[];
                            /**
                             * @description Where a due date on a closed day, or a closed hour, moves; null is as the document says
                             * @default null
                             */
                            closedDays?: ("later" | "earlier" | "keep") | null;
                            /** @description How often one loan may be renewed */
                            renewals: number;
                            /** @description How many loans at once, of all or of one limit group; null is no limit by this rule */
                            maxLoans: {
                                limit: number;
                                group?: string;
                            } | null;
                            /**
                             * @description How many loans at once of each of these limit groups
                             * @default []
                             */
                            limits?: {
                                group: string;
                                limit: number;
                            }[];
                            /**
                             * @description How many holds at once; null is no limit by this rule
                             * @default null
                             */
                            maxHolds?: number | null;
                            /**
                             * @description A loan may be recalled for a patron who waits
                             * @default false
                             */
                            recallable?: boolean;
                            /**
                             * @description A recall leaves a loan at least so many days from its checkout
                             * @default 14
                             */
                            recallGuaranteedDays?: number;
                            /**
                             * @description A recall leaves at least so many days to bring the item back
                             * @default 7
                             */
                            recallReturnDays?: number;
                            /**
                             * @description Whether the recall of an overdue loan makes it due later
                             * @default false
                             */
                            recallExtendsOverdue?: boolean;
                            finePerDay: number;
                            /**
                             * @description For each hour begun that a loan by the hour is late; 0 is to fine it by the day
                             * @default 0
                             */
                            finePerHour?: number;
                            /** @description The most that one loan is fined, an amount or a share of the price; null is no cap */
                            fineCap: (number | {
                                percentOfPrice: number;
                            }) | null;
                            /** @description Open days late without any fine; after them every day late counts */
                            graceDays: number;
                            /**
                             * @description The same for a loan that is fined by the hour
                             * @default 0
                             */
                            graceMinutes?: number;
                            /**
                             * @description Whether closed days and hours are fined too
                             * @default false
                             */
                            finesWhenClosed?: boolean;
                            lostCharge: number;
                            /**
                             * @description Charge the price of the item instead, where it is known
                             * @default false
                             */
                            lostAtPrice?: boolean;
                            /**
                             * @description Days overdue after which a loan ages to lost; null is never
                             * @default null
                             */
                            lostAfterDays?: number | null;
                            /**
                             * @description Whether the return of a lost item takes its charge back
                             * @default true
                             */
                            lostRefunded?: boolean;
                            /**
                             * @description Days from the charge in which what was paid of it is given back; null is for ever, afterwards only what is open falls
                             * @default null
                             */
                            lostCreditDays?: number | null;
                            /**
                             * @description Whether the return of a lost item is fined as overdue until it was lost
                             * @default true
                             */
                            lostRestoresOverdue?: boolean;
                            /** @default 0 */
                            damageCharge?: number;
                            holdShelfDays: number;
                        };
                        rules: {
                            id: string;
                            /** @description consortium, or the member whose rule this is */
                            setBy: string;
                            when: {
                                itemOwner?: string;
                                checkout?: string;
                                patronHome?: string;
                                patronCategory?: string;
                                itemCategory?: string;
                                location?: string;
                            };
                            values: {
                                /** @description May be lent at all */
                                lendable?: boolean;
                                /** @description Lent only when its owner agrees each time: a consortium loan, never a hold */
                                requestOnly?: boolean;
                                holdable?: boolean;
                                loanPeriod?: {
                                    days: number;
                                } | {
                                    hours: number;
                                };
                                /** @description Fixed due dates such as the ends of terms: due at the end of the period or on this day, whichever is earlier */
                                dueCeilings?: {
                                    /** Format: date */
                                    from: string;
                                    /** Format: date */
                                    to: string;
                                    /** Format: date */
                                    due: string;
                                }[];
                                /** @description Where a due date on a closed day, or a closed hour, moves; null is as the document says */
                                closedDays?: ("later" | "earlier" | "keep") | null;
                                /** @description How often one loan may be renewed */
                                renewals?: number;
                                /** @description How many loans at once, of all or of one limit group; null is no limit by this rule */
                                maxLoans?: {
                                    limit: number;
                                    group?: string;
                                } | null;
                                /** @description How many loans at once of each of these limit groups */
                                limits?: {
                                    group: string;
                                    limit: number;
                                }[];
                                /** @description How many holds at once; null is no limit by this rule */
                                maxHolds?: number | null;
                                /** @description A loan may be recalled for a patron who waits */
                                recallable?: boolean;
                                /** @description A recall leaves a loan at least so many days from its checkout */
                                recallGuaranteedDays?: number;
                                /** @description A recall leaves at least so many days to bring the item back */
                                recallReturnDays?: number;
                                /** @description Whether the recall of an overdue loan makes it due later */
                                recallExtendsOverdue?: boolean;
                                finePerDay?: number;
                                /** @description For each hour begun that a loan by the hour is late; 0 is to fine it by the day */
                                finePerHour?: number;
                                /** @description The most that one loan is fined, an amount or a share of the price; null is no cap */
                                fineCap?: (number | {
                                    percentOfPrice: number;
                                }) | null;
                                /** @description Open days late without any fine; after them every day late counts */
                                graceDays?: number;
                                /** @description The same for a loan that is fined by the hour */
                                graceMinutes?: number;
                                /** @description Whether closed days and hours are fined too */
                                finesWhenClosed?: boolean;
                                lostCharge?: number;
                                /** @description Charge the price of the item instead, where it is known */
                                lostAtPrice?: boolean;
                                /** @description Days overdue after which a loan ages to lost; null is never */
                                lostAfterDays?: number | null;
                                /** @description Whether the return of a lost item takes its charge back */
                                lostRefunded?: boolean;
                                /** @description Days from the charge in which what was paid of it is given back; null is for ever, afterwards only what is open falls */
                                lostCreditDays?: number | null;
                                /** @description Whether the return of a lost item is fined as overdue until it was lost */
                                lostRestoresOverdue?: boolean;
                                damageCharge?: number;
                                holdShelfDays?: number;
                            };
                        }[];
                    };
                } | {
                    /** @constant */
                    kind: "floors";
                    /** Format: date-time */
                    effectiveFrom?: string;
                    decisionReference: string;
                    body: {
                        bounds: {
                            /** @enum {string} */
                            value: "loanDays" | "loanHours" | "renewals" | "maxLoans" | "maxHolds" | "recallGuaranteedDays" | "recallReturnDays" | "finePerDay" | "finePerHour" | "fineCap" | "graceDays" | "graceMinutes" | "lostCharge" | "lostAfterDays" | "damageCharge" | "holdShelfDays";
                            itemCategory?: string;
                            min?: number;
                            max?: number;
                        }[];
                    };
                } | {
                    /** @constant */
                    kind: "blocks";
                    /** Format: date-time */
                    effectiveFrom?: string;
                    decisionReference: string;
                    body: {
                        maxLoans: number;
                        maxHolds: number;
                        owedLimit: number;
                        /** @default {} */
                        perGroup?: {
                            [key: string]: number;
                        };
                    };
                } | {
                    /** @constant */
                    kind: "attribution";
                    /** Format: date-time */
                    effectiveFrom?: string;
                    decisionReference: string;
                    body: {
                        rules: {
                            /** @enum {string} */
                            when: "ill-request" | "caused-work" | "staff" | "patron" | "machine" | "anonymous" | "consortium";
                            /** @enum {string} */
                            to: "workplace" | "home" | "requester" | "cause" | "door" | "public-use" | "consortium";
                        }[];
                    };
                } | {
                    /** @constant */
                    kind: "fees";
                    /** Format: date-time */
                    effectiveFrom?: string;
                    decisionReference: string;
                    body: {
                        currency: string;
                        fees: {
                            [key: string]: number;
                        };
                    };
                } | {
                    /** @constant */
                    kind: "resource-sharing";
                    /** Format: date-time */
                    effectiveFrom?: string;
                    decisionReference: string;
                    body: {
                        timers: {
                            answerMinutes: {
                                normal: number;
                                rush: number;
                                express: number;
                            };
                            waitMinutes: {
                                "source-by": number;
                                "cancel-answer-by": number;
                                "renew-answer-by": number;
                                "ship-by": number;
                                "arrive-by": number;
                                "pickup-by": number;
                                "ship-back-by": number;
                                "home-by": number;
                            };
                        };
                        answerInOpenHours: boolean;
                        rota: {
                            weights: {
                                available: number;
                                cost: number;
                                distance: number;
                                balance: number;
                                openHours: number;
                                responseTime: number;
                                fillRate: number;
                                sharingPolicy: number;
                                reciprocal: number;
                            };
                            scales: {
                                maxCost: number;
                                maxTransitDays: number;
                                balanceRange: number;
                                fullDayMinutes: number;
                                slowestAnswerMinutes: number;
                            };
                        };
                        courierDays: number;
                        /** @default [] */
                        courierRoutes?: {
                            /** @description A member id, or a branch id of one of its branches */
                            from?: string;
                            /** @description A member id, or a branch id of one of its branches */
                            to?: string;
                            days: number;
                        }[];
                        /** @default [] */
                        loanFees?: {
                            /** @description A member id, or a branch id of one of its branches */
                            from?: string;
                            /** @description A member id, or a branch id of one of its branches */
                            to?: string;
                            fee: number;
                        }[];
                        /** @default {} */
                        reciprocalGroups?: {
                            [key: string]: string[];
                        };
                    };
                } | {
                    /** @constant */
                    kind: "patrons";
                    /** Format: date-time */
                    effectiveFrom?: string;
                    decisionReference: string;
                    body: {
                        /** @default {} */
                        cards?: {
                            /** @default 36 */
                            validMonths?: number;
                            /** @default {} */
                            perCategory?: {
                                [key: string]: number;
                            };
                            /**
                             * @description How many days before its last good day a card may be renewed
                             * @default 60
                             */
                            renewFromDaysBefore?: number;
                            /**
                             * @description Owing more, in minor units, no card is renewed
                             * @default null
                             */
                            maxOwed?: number | null;
                        };
                        /** @default {} */
                        loans?: {
                            /**
                             * @default {
                             *       "when": "at-close"
                             *     }
                             */
                            anonymise?: {
                                /** @constant */
                                when: "at-close";
                            } | {
                                /** @constant */
                                when: "after-days";
                                days: number;
                            } | {
                                /** @constant */
                                when: "fees-settled";
                            } | {
                                /** @constant */
                                when: "never";
                            };
                            /**
                             * @description How long a patron’s own reading history is kept
                             * @default 36500
                             */
                            historyDays?: number;
                        };
                        /** @default {} */
                        minors?: {
                            /**
                             * @default amounts-and-dates
                             * @enum {string}
                             */
                            guardianSees?: "nothing" | "amounts-and-dates" | "titles";
                            /**
                             * @default nothing
                             * @enum {string}
                             */
                            teacherSees?: "nothing" | "amounts-and-dates" | "titles";
                        };
                        /** @default {} */
                        sharing?: {
                            /**
                             * @description Whether a patron is opened elsewhere only with the patron’s consent
                             * @default false
                             */
                            optIn?: boolean;
                            /**
                             * @description Members whose patrons are never
                             * @default []
                             */
                            restricted?: string[];
                        };
                        /** @default {} */
                        selfRegistration?: {
                            /**
                             * @description Where it is open; empty is nowhere
                             * @default []
                             */
                            members?: string[];
                            /** @default temporary */
                            category?: string;
                            /**
                             * @description Until then a desk confirms it, or the card ends
                             * @default 30
                             */
                            validDays?: number;
                            /** @default 2 */
                            maxLoans?: number;
                            /** @default 2 */
                            maxHolds?: number;
                            /**
                             * @description How many register themselves at a member in an hour
                             * @default 60
                             */
                            perHour?: number;
                        };
                        /** @default {} */
                        forgottenPin?: {
                            /** @default 15 */
                            codeMinutes?: number;
                            /**
                             * @description How many codes one card gets in a day
                             * @default 3
                             */
                            perDay?: number;
                        };
                    };
                };
            };
        };
        responses: {
            /** @description Adopt a policy */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "kind": "blocks",
                     *       "version": 1,
                     *       "effectiveFrom": "2026-07-01T00:00:00.000Z",
                     *       "decisionReference": "Board 2026-05-12, item 4",
                     *       "adoptedBy": "staff:stf_01kaw5v7n0000000000000000z",
                     *       "body": {
                     *         "maxLoans": 50,
                     *         "maxHolds": 20,
                     *         "owedLimit": 1000,
                     *         "perGroup": {
                     *           "dvd": 5
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": {
                        /** @constant */
                        kind: "loan-rules";
                        version: number;
                        /** Format: date-time */
                        effectiveFrom: string;
                        decisionReference: string;
                        adoptedBy: string;
                        body: {
                            currency: string;
                            deciders: {
                                /**
                                 * @default owner
                                 * @enum {string}
                                 */
                                lending: "owner" | "checkout" | "consortium";
                                /**
                                 * @default checkout
                                 * @enum {string}
                                 */
                                fines: "owner" | "checkout" | "consortium";
                                /**
                                 * @default owner
                                 * @enum {string}
                                 */
                                lost: "owner" | "checkout" | "consortium";
                                /**
                                 * @default checkout
                                 * @enum {string}
                                 */
                                shelf: "owner" | "checkout" | "consortium";
                                /**
                                 * @default checkout
                                 * @enum {string}
                                 */
                                calendar: "owner" | "checkout";
                            };
                            weights: {
                                /** @default 256 */
                                itemOwnerBranch: number;
                                /** @default 128 */
                                itemOwnerMember: number;
                                /** @default 64 */
                                location: number;
                                /** @default 32 */
                                itemCategory: number;
                                /** @default 16 */
                                patronCategory: number;
                                /** @default 8 */
                                patronHome: number;
                                /** @default 4 */
                                checkoutBranch: number;
                                /** @default 2 */
                                checkoutMember: number;
                            };
                            /** @default {} */
                            groups: {
                                [key: string]: string[];
                            };
                            /** @default {} */
                            limitGroups: {
                                [key: string]: {
                                    /** @description Only these; all when absent */
                                    itemCategories?: string[];
                                    /** @description Only these; all when absent */
                                    locations?: string[];
                                    /**
                                     * @default consortium
                                     * @enum {string}
                                     */
                                    depth: "consortium" | "member" | "branch";
                                };
                            };
                            /**
                             * @default later
                             * @enum {string}
                             */
                            closedDays: "later" | "earlier" | "keep";
                            /** @default true */
                            dueNotPastExpiry: boolean;
                            /** @default false */
                            expiredMayRenew: boolean;
                            base: {
                                /** @description May be lent at all */
                                lendable: boolean;
                                /** @description Lent only when its owner agrees each time: a consortium loan, never a hold */
                                requestOnly: boolean;
                                holdable: boolean;
                                loanPeriod: {
                                    days: number;
                                } | {
                                    hours: number;
                                };
                                /**
                                 * @description Fixed due dates such as the ends of terms: due at the end of the period or on this day, whichever is earlier
                                 * @default []
                                 */
                                dueCeilings: {
                                    /** Format: date */
                                    from: string;
                                    /** Format: date */
                                    to: string;
                                    /** Format: date */
                                    due: string;
                                }[];
                                /**
                                 * @description Where a due date on a closed day, or a closed hour, moves; null is as the document says
                                 * @default null
                                 */
                                closedDays: ("later" | "earlier" | "keep") | null;
                                /** @description How often one loan may be renewed */
                                renewals: number;
                                /** @description How many loans at once, of all or of one limit group; null is no limit by this rule */
                                maxLoans: {
                                    limit: number;
                                    group?: string;
                                } | null;
                                /**
                                 * @description How many loans at once of each of these limit groups
                                 * @default []
                                 */
                                limits: {
                                    group: string;
                                    limit: number;
                                }[];
                                /**
                                 * @description How many holds at once; null is no limit by this rule
                                 * @default null
                                 */
                                maxHolds: number | null;
                                /**
                                 * @description A loan may be recalled for a patron who waits
                                 * @default false
                                 */
                                recallable: boolean;
                                /**
                                 * @description A recall leaves a loan at least so many days from its checkout
                                 * @default 14
                                 */
                                recallGuaranteedDays: number;
                                /**
                                 * @description A recall leaves at least so many days to bring the item back
                                 * @default 7
                                 */
                                recallReturnDays: number;
                                /**
                                 * @description Whether the recall of an overdue loan makes it due later
                                 * @default false
                                 */
                                recallExtendsOverdue: boolean;
                                finePerDay: number;
                                /**
                                 * @description For each hour begun that a loan by the hour is late; 0 is to fine it by the day
                                 * @default 0
                                 */
                                finePerHour: number;
                                /** @description The most that one loan is fined, an amount or a share of the price; null is no cap */
                                fineCap: (number | {
                                    percentOfPrice: number;
                                }) | null;
                                /** @description Open days late without any fine; after them every day late counts */
                                graceDays: number;
                                /**
                                 * @description The same for a loan that is fined by the hour
                                 * @default 0
                                 */
                                graceMinutes: number;
                                /**
                                 * @description Whether closed days and hours are fined too
                                 * @default false
                                 */
                                finesWhenClosed: boolean;
                                lostCharge: number;
                                /**
                                 * @description Charge the price of the item instead, where it is known
                                 * @default false
                                 */
                                lostAtPrice: boolean;
                                /**
                                 * @description Days overdue after which a loan ages to lost; null is never
                                 * @default null
                                 */
                                lostAfterDays: number | null;
                                /**
                                 * @description Whether the return of a lost item takes its charge back
                                 * @default true
                                 */
                                lostRefunded: boolean;
                                /**
                                 * @description Days from the charge in which what was paid of it is given back; null is for ever, afterwards only what is open falls
                                 * @default null
                                 */
                                lostCreditDays: number | null;
                                /**
                                 * @description Whether the return of a lost item is fined as overdue until it was lost
                                 * @default true
                                 */
                                lostRestoresOverdue: boolean;
                                /** @default 0 */
                                damageCharge: number;
                                holdShelfDays: number;
                            };
                            rules: {
                                id: string;
                                /** @description consortium, or the member whose rule this is */
                                setBy: string;
                                when: {
                                    itemOwner?: string;
                                    checkout?: string;
                                    patronHome?: string;
                                    patronCategory?: string;
                                    itemCategory?: string;
                                    location?: string;
                                };
                                values: {
                                    /** @description May be lent at all */
                                    lendable?: boolean;
                                    /** @description Lent only when its owner agrees each time: a consortium loan, never a hold */
                                    requestOnly?: boolean;
                                    holdable?: boolean;
                                    loanPeriod?: {
                                        days: number;
                                    } | {
                                        hours: number;
                                    };
                                    /** @description Fixed due dates such as the ends of terms: due at the end of the period or on this day, whichever is earlier */
                                    dueCeilings?: {
                                        /** Format: date */
                                        from: string;
                                        /** Format: date */
                                        to: string;
                                        /** Format: date */
                                        due: string;
                                    }[];
                                    /** @description Where a due date on a closed day, or a closed hour, moves; null is as the document says */
                                    closedDays?: ("later" | "earlier" | "keep") | null;
                                    /** @description How often one loan may be renewed */
                                    renewals?: number;
                                    /** @description How many loans at once, of all or of one limit group; null is no limit by this rule */
                                    maxLoans?: {
                                        limit: number;
                                        group?: string;
                                    } | null;
                                    /** @description How many loans at once of each of these limit groups */
                                    limits?: {
                                        group: string;
                                        limit: number;
                                    }[];
                                    /** @description How many holds at once; null is no limit by this rule */
                                    maxHolds?: number | null;
                                    /** @description A loan may be recalled for a patron who waits */
                                    recallable?: boolean;
                                    /** @description A recall leaves a loan at least so many days from its checkout */
                                    recallGuaranteedDays?: number;
                                    /** @description A recall leaves at least so many days to bring the item back */
                                    recallReturnDays?: number;
                                    /** @description Whether the recall of an overdue loan makes it due later */
                                    recallExtendsOverdue?: boolean;
                                    finePerDay?: number;
                                    /** @description For each hour begun that a loan by the hour is late; 0 is to fine it by the day */
                                    finePerHour?: number;
                                    /** @description The most that one loan is fined, an amount or a share of the price; null is no cap */
                                    fineCap?: (number | {
                                        percentOfPrice: number;
                                    }) | null;
                                    /** @description Open days late without any fine; after them every day late counts */
                                    graceDays?: number;
                                    /** @description The same for a loan that is fined by the hour */
                                    graceMinutes?: number;
                                    /** @description Whether closed days and hours are fined too */
                                    finesWhenClosed?: boolean;
                                    lostCharge?: number;
                                    /** @description Charge the price of the item instead, where it is known */
                                    lostAtPrice?: boolean;
                                    /** @description Days overdue after which a loan ages to lost; null is never */
                                    lostAfterDays?: number | null;
                                    /** @description Whether the return of a lost item takes its charge back */
                                    lostRefunded?: boolean;
                                    /** @description Days from the charge in which what was paid of it is given back; null is for ever, afterwards only what is open falls */
                                    lostCreditDays?: number | null;
                                    /** @description Whether the return of a lost item is fined as overdue until it was lost */
                                    lostRestoresOverdue?: boolean;
                                    damageCharge?: number;
                                    holdShelfDays?: number;
                                };
                            }[];
                        };
                    } | {
                        /** @constant */
                        kind: "floors";
                        version: number;
                        /** Format: date-time */
                        effectiveFrom: string;
                        decisionReference: string;
                        adoptedBy: string;
                        body: {
                            bounds: {
                                /** @enum {string} */
                                value: "loanDays" | "loanHours" | "renewals" | "maxLoans" | "maxHolds" | "recallGuaranteedDays" | "recallReturnDays" | "finePerDay" | "finePerHour" | "fineCap" | "graceDays" | "graceMinutes" | "lostCharge" | "lostAfterDays" | "damageCharge" | "holdShelfDays";
                                itemCategory?: string;
                                min?: number;
                                max?: number;
                            }[];
                        };
                    } | {
                        /** @constant */
                        kind: "blocks";
                        version: number;
                        /** Format: date-time */
                        effectiveFrom: string;
                        decisionReference: string;
                        adoptedBy: string;
                        body: {
                            maxLoans: number;
                            maxHolds: number;
                            owedLimit: number;
                            /** @default {} */
                            perGroup: {
                                [key: string]: number;
                            };
                        };
                    } | {
                        /** @constant */
                        kind: "attribution";
                        version: number;
                        /** Format: date-time */
                        effectiveFrom: string;
                        decisionReference: string;
                        adoptedBy: string;
                        body: {
                            rules: {
                                /** @enum {string} */
                                when: "ill-request" | "caused-work" | "staff" | "patron" | "machine" | "anonymous" | "consortium";
                                /** @enum {string} */
                                to: "workplace" | "home" | "requester" | "cause" | "door" | "public-use" | "consortium";
                            }[];
                        };
                    } | {
                        /** @constant */
                        kind: "fees";
                        version: number;
                        /** Format: date-time */
                        effectiveFrom: string;
                        decisionReference: string;
                        adoptedBy: string;
                        body: {
                            currency: string;
                            fees: {
                                [key: string]: number;
                            };
                        };
                    } | {
                        /** @constant */
                        kind: "resource-sharing";
                        version: number;
                        /** Format: date-time */
                        effectiveFrom: string;
                        decisionReference: string;
                        adoptedBy: string;
                        body: {
                            timers: {
                                answerMinutes: {
                                    normal: number;
                                    rush: number;
                                    express: number;
                                };
                                waitMinutes: {
                                    "source-by": number;
                                    "cancel-answer-by": number;
                                    "renew-answer-by": number;
                                    "ship-by": number;
                                    "arrive-by": number;
                                    "pickup-by": number;
                                    "ship-back-by": number;
                                    "home-by": number;
                                };
                            };
                            answerInOpenHours: boolean;
                            rota: {
                                weights: {
                                    available: number;
                                    cost: number;
                                    distance: number;
                                    balance: number;
                                    openHours: number;
                                    responseTime: number;
                                    fillRate: number;
                                    sharingPolicy: number;
                                    reciprocal: number;
                                };
                                scales: {
                                    maxCost: number;
                                    maxTransitDays: number;
                                    balanceRange: number;
                                    fullDayMinutes: number;
                                    slowestAnswerMinutes: number;
                                };
                            };
                            courierDays: number;
                            /** @default [] */
                            courierRoutes: {
                                /** @description A member id, or a branch id of one of its branches */
                                from?: string;
                                /** @description A member id, or a branch id of one of its branches */
                                to?: string;
                                days: number;
                            }[];
                            /** @default [] */
                            loanFees: {
                                /** @description A member id, or a branch id of one of its branches */
                                from?: string;
                                /** @description A member id, or a branch id of one of its branches */
                                to?: string;
                                fee: number;
                            }[];
                            /** @default {} */
                            reciprocalGroups: {
                                [key: string]: string[];
                            };
                        };
                    } | {
                        /** @constant */
                        kind: "patrons";
                        version: number;
                        /** Format: date-time */
                        effectiveFrom: string;
                        decisionReference: string;
                        adoptedBy: string;
                        body: {
                            cards: {
                                /** @default 36 */
                                validMonths: number;
                                /** @default {} */
                                perCategory: {
                                    [key: string]: number;
                                };
                                /**
                                 * @description How many days before its last good day a card may be renewed
                                 * @default 60
                                 */
                                renewFromDaysBefore: number;
                                /**
                                 * @description Owing more, in minor units, no card is renewed
                                 * @default null
                                 */
                                maxOwed: number | null;
                            };
                            loans: {
                                /**
                                 * @default {
                                 *       "when": "at-close"
                                 *     }
                                 */
                                anonymise: {
                                    /** @constant */
                                    when: "at-close";
                                } | {
                                    /** @constant */
                                    when: "after-days";
                                    days: number;
                                } | {
                                    /** @constant */
                                    when: "fees-settled";
                                } | {
                                    /** @constant */
                                    when: "never";
                                };
                                /**
                                 * @description How long a patron’s own reading history is kept
                                 * @default 36500
                                 */
                                historyDays: number;
                            };
                            minors: {
                                /**
                                 * @default amounts-and-dates
                                 * @enum {string}
                                 */
                                guardianSees: "nothing" | "amounts-and-dates" | "titles";
                                /**
                                 * @default nothing
                                 * @enum {string}
                                 */
                                teacherSees: "nothing" | "amounts-and-dates" | "titles";
                            };
                            sharing: {
                                /**
                                 * @description Whether a patron is opened elsewhere only with the patron’s consent
                                 * @default false
                                 */
                                optIn: boolean;
                                /**
                                 * @description Members whose patrons are never
                                 * @default []
                                 */
                                restricted: string[];
                            };
                            selfRegistration: {
                                /**
                                 * @description Where it is open; empty is nowhere
                                 * @default []
                                 */
                                members: string[];
                                /** @default temporary */
                                category: string;
                                /**
                                 * @description Until then a desk confirms it, or the card ends
                                 * @default 30
                                 */
                                validDays: number;
                                /** @default 2 */
                                maxLoans: number;
                                /** @default 2 */
                                maxHolds: number;
                                /**
                                 * @description How many register themselves at a member in an hour
                                 * @default 60
                                 */
                                perHour: number;
                            };
                            forgottenPin: {
                                /** @default 15 */
                                codeMinutes: number;
                                /**
                                 * @description How many codes one card gets in a day
                                 * @default 3
                                 */
                                perDay: number;
                            };
                        };
                    };
                };
            };
            /**
             * @description `bad-input`: The request does not fit the schema; errors[] names each field by JSON pointer.
             *
             *     `bad-json`: The body is not JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not-signed-in`: Sign in first: no token was sent.
             *
             *     `token-expired`: The token has expired: sign in again.
             *
             *     `token-refused`: The token is not one of ours, or was changed.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-permitted`: Your roles do not allow this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `in-flight`: The same Idempotency-Key is being worked on: try again in a moment. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be sent as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `key-reused`: This Idempotency-Key was used with another body.
             *
             *     `in-the-past`: A policy begins now or later: what was decided by it stands.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something broke on our side; the request id finds it in the log. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Too many wanted the same record at once: try again after Retry-After seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "membership-update-branch-hours": {
        parameters: {
            query?: never;
            header?: {
                /** @description Same key and body: the same answer and one effect, for 24 hours. In flight 409; another body 422. */
                "Idempotency-Key"?: string;
            };
            path: {
                branchId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "timeZone": "America/New_York",
                 *       "weekly": {
                 *         "tuesday": [
                 *           {
                 *             "open": "09:00",
                 *             "close": "20:00"
                 *           }
                 *         ],
                 *         "saturday": [
                 *           {
                 *             "open": "10:00",
                 *             "close": "17:00"
                 *           }
                 *         ]
                 *       },
                 *       "closures": [
                 *         {
                 *           "from": "2026-12-25",
                 *           "to": "2026-12-25",
                 *           "reason": "Christmas Day"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    timeZone: string;
                    weekly: {
                        monday?: {
                            open: string;
                            close: string;
                        }[];
                        tuesday?: {
                            open: string;
                            close: string;
                        }[];
                        wednesday?: {
                            open: string;
                            close: string;
                        }[];
                        thursday?: {
                            open: string;
                            close: string;
                        }[];
                        friday?: {
                            open: string;
                            close: string;
                        }[];
                        saturday?: {
                            open: string;
                            close: string;
                        }[];
                        sunday?: {
                            open: string;
                            close: string;
                        }[];
                    };
                    closures: {
                        /** Format: date */
                        from: string;
                        /** Format: date */
                        to: string;
                        reason: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Set a branch’s opening hours and closures */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "branchId": "riverton.main",
                     *       "name": "Riverton Central Library",
                     *       "address": "1 Mill Street, Riverton",
                     *       "pickup": true,
                     *       "calendar": {
                     *         "timeZone": "America/New_York",
                     *         "weekly": {
                     *           "tuesday": [
                     *             {
                     *               "open": "09:00",
                     *               "close": "20:00"
                     *             }
                     *           ],
                     *           "saturday": [
                     *             {
                     *               "open": "10:00",
                     *               "close": "17:00"
                     *             }
                     *           ]
                     *         },
                     *         "closures": [
                     *           {
                     *             "from": "2026-12-25",
                     *             "to": "2026-12-25",
                     *             "reason": "Christmas Day"
                     *           }
                     *         ]
                     *       }
                     *     }
                     */
                    "application/json": {
                        branchId: string;
                        name: string;
                        address: string;
                        pickup: boolean;
                        calendar: {
                            timeZone: string;
                            weekly: {
                                monday?: {
                                    open: string;
                                    close: string;
                                }[];
                                tuesday?: {
                                    open: string;
                                    close: string;
                                }[];
                                wednesday?: {
                                    open: string;
                                    close: string;
                                }[];
                                thursday?: {
                                    open: string;
                                    close: string;
                                }[];
                                friday?: {
                                    open: string;
                                    close: string;
                                }[];
                                saturday?: {
                                    open: string;
                                    close: string;
                                }[];
                                sunday?: {
                                    open: string;
                                    close: string;
                                }[];
                            };
                            closures: {
                                /** Format: date */
                                from: string;
                                /** Format: date */
                                to: string;
                                reason: string;
                            }[];
                        };
                    };
                };
            };
            /**
             * @description `bad-input`: The request does not fit the schema; errors[] names each field by JSON pointer.
             *
             *     `bad-json`: The body is not JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not-signed-in`: Sign in first: no token was sent.
             *
             *     `token-expired`: The token has expired: sign in again.
             *
             *     `token-refused`: The token is not one of ours, or was changed.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-permitted`: Your roles do not allow this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `branch-unknown`: There is no such branch. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `in-flight`: The same Idempotency-Key is being worked on: try again in a moment. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be sent as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `key-reused`: This Idempotency-Key was used with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something broke on our side; the request id finds it in the log. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Too many wanted the same record at once: try again after Retry-After seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "membership-list-directory": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the members of the consortium with their branches */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "members": [
                     *         {
                     *           "memberId": "riverton",
                     *           "name": "Riverton Public Library",
                     *           "type": "public",
                     *           "fiscalYearStartsIn": 7,
                     *           "lendsOnRequest": false,
                     *           "branches": [
                     *             {
                     *               "branchId": "riverton.main",
                     *               "name": "Riverton Central Library",
                     *               "address": "1 Mill Street, Riverton",
                     *               "pickup": true,
                     *               "calendar": {
                     *                 "timeZone": "America/New_York",
                     *                 "weekly": {
                     *                   "tuesday": [
                     *                     {
                     *                       "open": "09:00",
                     *                       "close": "20:00"
                     *                     }
                     *                   ],
                     *                   "saturday": [
                     *                     {
                     *                       "open": "10:00",
                     *                       "close": "17:00"
                     *                     }
                     *                   ]
                     *                 },
                     *                 "closures": [
                     *                   {
                     *                     "from": "2026-12-25",
                     *                     "to": "2026-12-25",
                     *                     "reason": "Christmas Day"
                     *                   }
                     *                 ]
                     *               }
                     *             }
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        members: {
                            memberId: string;
                            name: string;
                            /** @enum {string} */
                            type: "public" | "academic" | "special" | "school";
                            fiscalYearStartsIn: number;
                            lendsOnRequest: boolean;
                            branches: {
                                branchId: string;
                                name: string;
                                address: string;
                                pickup: boolean;
                                calendar: {
                                    timeZone: string;
                                    weekly: {
                                        monday?: {
                                            open: string;
                                            close: string;
                                        }[];
                                        tuesday?: {
                                            open: string;
                                            close: string;
                                        }[];
                                        wednesday?: {
                                            open: string;
                                            close: string;
                                        }[];
                                        thursday?: {
                                            open: string;
                                            close: string;
                                        }[];
                                        friday?: {
                                            open: string;
                                            close: string;
                                        }[];
                                        saturday?: {
                                            open: string;
                                            close: string;
                                        }[];
                                        sunday?: {
                                            open: string;
                                            close: string;
                                        }[];
                                    };
                                    closures: {
                                        /** Format: date */
                                        from: string;
                                        /** Format: date */
                                        to: string;
                                        reason: string;
                                    }[];
                                };
                            }[];
                        }[];
                    };
                };
            };
            /**
             * @description `bad-input`: The request does not fit the schema; errors[] names each field by JSON pointer.
             *
             *     `bad-json`: The body is not JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not-signed-in`: Sign in first: no token was sent.
             *
             *     `token-expired`: The token has expired: sign in again.
             *
             *     `token-refused`: The token is not one of ours, or was changed.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-permitted`: Your roles do not allow this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `in-flight`: The same Idempotency-Key is being worked on: try again in a moment. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be sent as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `key-reused`: This Idempotency-Key was used with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something broke on our side; the request id finds it in the log. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Too many wanted the same record at once: try again after Retry-After seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "membership-withdraw-machine-client": {
        parameters: {
            query?: never;
            header?: {
                /** @description Same key and body: the same answer and one effect, for 24 hours. In flight 409; another body 422. */
                "Idempotency-Key"?: string;
            };
            path: {
                clientId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "memberId": "riverton",
                 *       "reason": "The self-check was stolen"
                 *     }
                 */
                "application/json": {
                    memberId: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Withdraw a machine client */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "clientId": "mch_01kaw5v7n0000000000000000z",
                     *       "withdrawnAt": "2026-03-02T10:00:00.000Z"
                     *     }
                     */
                    "application/json": {
                        clientId: string;
                        withdrawnAt: string;
                    };
                };
            };
            /**
             * @description `bad-input`: The request does not fit the schema; errors[] names each field by JSON pointer.
             *
             *     `bad-json`: The body is not JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not-signed-in`: Sign in first: no token was sent.
             *
             *     `token-expired`: The token has expired: sign in again.
             *
             *     `token-refused`: The token is not one of ours, or was changed.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-permitted`: Your roles do not allow this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `client-unknown`: This member has no such machine. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `in-flight`: The same Idempotency-Key is being worked on: try again in a moment.
             *
             *     `withdrawn-already`: This machine was withdrawn before.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be sent as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `key-reused`: This Idempotency-Key was used with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something broke on our side; the request id finds it in the log. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Too many wanted the same record at once: try again after Retry-After seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "membership-list-machine-clients": {
        parameters: {
            query: {
                memberId: string;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the machine clients of a member */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "machines": [
                     *         {
                     *           "clientId": "mch_01kaw5v7n0000000000000000z",
                     *           "name": "Self-check by the entrance",
                     *           "memberId": "riverton",
                     *           "branchId": "riverton.main",
                     *           "scopes": [
                     *             "self-check"
                     *           ],
                     *           "createdAt": "2026-03-02T10:00:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        machines: {
                            clientId: string;
                            name: string;
                            memberId: string;
                            branchId?: string;
                            scopes: string[];
                            createdAt: string;
                            withdrawnAt?: string;
                        }[];
                        next?: string;
                    };
                };
            };
            /**
             * @description `bad-input`: The request does not fit the schema; errors[] names each field by JSON pointer.
             *
             *     `bad-json`: The body is not JSON.
             *
             *     `bad-cursor`: The cursor is not one that this list gave.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not-signed-in`: Sign in first: no token was sent.
             *
             *     `token-expired`: The token has expired: sign in again.
             *
             *     `token-refused`: The token is not one of ours, or was changed.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-permitted`: Your roles do not allow this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `in-flight`: The same Idempotency-Key is being worked on: try again in a moment. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be sent as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `key-reused`: This Idempotency-Key was used with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something broke on our side; the request id finds it in the log. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Too many wanted the same record at once: try again after Retry-After seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "membership-create-machine-client": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Self-check by the entrance",
                 *       "memberId": "riverton",
                 *       "branchId": "riverton.main",
                 *       "scopes": [
                 *         "self-check"
                 *       ]
                 *     }
                 */
                "application/json": {
                    name: string;
                    memberId: string;
                    branchId?: string;
                    scopes: string[];
                };
            };
        };
        responses: {
            /** @description Create a machine client */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "name": "Self-check by the entrance",
                     *       "memberId": "riverton",
                     *       "branchId": "riverton.main",
                     *       "scopes": [
                     *         "self-check"
                     *       ],
                     *       "clientId": "mch_01kaw5v7n0000000000000000z",
                     *       "createdAt": "2026-03-02T10:00:00.000Z",
                     *       "clientSecret": "shown this once"
                     *     }
                     */
                    "application/json": {
                        clientId: string;
                        name: string;
                        memberId: string;
                        branchId?: string;
                        scopes: string[];
                        createdAt: string;
                        withdrawnAt?: string;
                        clientSecret: string;
                    };
                };
            };
            /**
             * @description `bad-input`: The request does not fit the schema; errors[] names each field by JSON pointer.
             *
             *     `bad-json`: The body is not JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not-signed-in`: Sign in first: no token was sent.
             *
             *     `token-expired`: The token has expired: sign in again.
             *
             *     `token-refused`: The token is not one of ours, or was changed.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-permitted`: Your roles do not allow this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `place-unknown`: There is no such member or branch. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `in-flight`: The same Idempotency-Key is being worked on: try again in a moment. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be sent as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `key-reused`: This Idempotency-Key was used with another body.
             *
             *     `branch-elsewhere`: The branch belongs to another member.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something broke on our side; the request id finds it in the log. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Too many wanted the same record at once: try again after Retry-After seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "membership-whoami": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Tell who is signed in */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "kind": "staff",
                     *       "id": "stf_01kaw5v7n0000000000000000z",
                     *       "name": "Amina Diallo",
                     *       "member": "riverton",
                     *       "grants": [
                     *         {
                     *           "role": "desk",
                     *           "scope": "branch",
                     *           "branch": "riverton.main"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        /** @constant */
                        kind: "staff";
                        id: string;
                        name: string;
                        member: string;
                        grants: ({
                            /** @enum {string} */
                            role: "desk" | "desk-supervisor" | "cataloguer" | "ill" | "acquisitions" | "e-resources" | "member-finance" | "member-admin" | "admin" | "finance-preparer" | "finance-approver" | "governance-secretary" | "auditor";
                            /** @constant */
                            scope: "consortium";
                        } | {
                            /** @enum {string} */
                            role: "desk" | "desk-supervisor" | "cataloguer" | "ill" | "acquisitions" | "e-resources" | "member-finance" | "member-admin" | "admin" | "finance-preparer" | "finance-approver" | "governance-secretary" | "auditor";
                            /** @constant */
                            scope: "member";
                            member: string;
                        } | {
                            /** @enum {string} */
                            role: "desk" | "desk-supervisor" | "cataloguer" | "ill" | "acquisitions" | "e-resources" | "member-finance" | "member-admin" | "admin" | "finance-preparer" | "finance-approver" | "governance-secretary" | "auditor";
                            /** @constant */
                            scope: "branch";
                            branch: string;
                        })[];
                    } | {
                        /** @constant */
                        kind: "patron";
                        id: string;
                        name: string;
                        member: string;
                    } | {
                        /** @constant */
                        kind: "machine";
                        id: string;
                        name: string;
                        member: string;
                        scopes: string[];
                        branch?: string;
                    };
                };
            };
            /**
             * @description `bad-input`: The request does not fit the schema; errors[] names each field by JSON pointer.
             *
             *     `bad-json`: The body is not JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not-signed-in`: Sign in first: no token was sent.
             *
             *     `token-expired`: The token has expired: sign in again.
             *
             *     `token-refused`: The token is not one of ours, or was changed.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-permitted`: Your roles do not allow this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `in-flight`: The same Idempotency-Key is being worked on: try again in a moment. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `gone`: Who this token was made for is no longer here. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be sent as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `key-reused`: This Idempotency-Key was used with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something broke on our side; the request id finds it in the log. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Too many wanted the same record at once: try again after Retry-After seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "membership-create-branch": {
        parameters: {
            query?: never;
            header?: {
                /** @description Same key and body: the same answer and one effect, for 24 hours. In flight 409; another body 422. */
                "Idempotency-Key"?: string;
            };
            path: {
                memberId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "branchId": "riverton.main",
                 *       "name": "Riverton Central Library",
                 *       "address": "1 Mill Street, Riverton",
                 *       "pickup": true,
                 *       "calendar": {
                 *         "timeZone": "America/New_York",
                 *         "weekly": {
                 *           "tuesday": [
                 *             {
                 *               "open": "09:00",
                 *               "close": "20:00"
                 *             }
                 *           ],
                 *           "saturday": [
                 *             {
                 *               "open": "10:00",
                 *               "close": "17:00"
                 *             }
                 *           ]
                 *         },
                 *         "closures": [
                 *           {
                 *             "from": "2026-12-25",
                 *             "to": "2026-12-25",
                 *             "reason": "Christmas Day"
                 *           }
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": {
                    branchId: string;
                    name: string;
                    address: string;
                    pickup: boolean;
                    calendar: {
                        timeZone: string;
                        weekly: {
                            monday?: {
                                open: string;
                                close: string;
                            }[];
                            tuesday?: {
                                open: string;
                                close: string;
                            }[];
                            wednesday?: {
                                open: string;
                                close: string;
                            }[];
                            thursday?: {
                                open: string;
                                close: string;
                            }[];
                            friday?: {
                                open: string;
                                close: string;
                            }[];
                            saturday?: {
                                open: string;
                                close: string;
                            }[];
                            sunday?: {
                                open: string;
                                close: string;
                            }[];
                        };
                        closures: {
                            /** Format: date */
                            from: string;
                            /** Format: date */
                            to: string;
                            reason: string;
                        }[];
                    };
                };
            };
        };
        responses: {
            /** @description Create a branch */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "branchId": "riverton.main",
                     *       "name": "Riverton Central Library",
                     *       "address": "1 Mill Street, Riverton",
                     *       "pickup": true,
                     *       "calendar": {
                     *         "timeZone": "America/New_York",
                     *         "weekly": {
                     *           "tuesday": [
                     *             {
                     *               "open": "09:00",
                     *               "close": "20:00"
                     *             }
                     *           ],
                     *           "saturday": [
                     *             {
                     *               "open": "10:00",
                     *               "close": "17:00"
                     *             }
                     *           ]
                     *         },
                     *         "closures": [
                     *           {
                     *             "from": "2026-12-25",
                     *             "to": "2026-12-25",
                     *             "reason": "Christmas Day"
                     *           }
                     *         ]
                     *       }
                     *     }
                     */
                    "application/json": {
                        branchId: string;
                        name: string;
                        address: string;
                        pickup: boolean;
                        calendar: {
                            timeZone: string;
                            weekly: {
                                monday?: {
                                    open: string;
                                    close: string;
                                }[];
                                tuesday?: {
                                    open: string;
                                    close: string;
                                }[];
                                wednesday?: {
                                    open: string;
                                    close: string;
                                }[];
                                thursday?: {
                                    open: string;
                                    close: string;
                                }[];
                                friday?: {
                                    open: string;
                                    close: string;
                                }[];
                                saturday?: {
                                    open: string;
                                    close: string;
                                }[];
                                sunday?: {
                                    open: string;
                                    close: string;
                                }[];
                            };
                            closures: {
                                /** Format: date */
                                from: string;
                                /** Format: date */
                                to: string;
                                reason: string;
                            }[];
                        };
                    };
                };
            };
            /**
             * @description `bad-input`: The request does not fit the schema; errors[] names each field by JSON pointer.
             *
             *     `bad-json`: The body is not JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not-signed-in`: Sign in first: no token was sent.
             *
             *     `token-expired`: The token has expired: sign in again.
             *
             *     `token-refused`: The token is not one of ours, or was changed.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-permitted`: Your roles do not allow this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `member-unknown`: There is no such member. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `in-flight`: The same Idempotency-Key is being worked on: try again in a moment.
             *
             *     `branch-exists`: A branch with this id exists.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be sent as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `key-reused`: This Idempotency-Key was used with another body.
             *
             *     `branch-elsewhere`: The branch’s id names another member than the path.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something broke on our side; the request id finds it in the log. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Too many wanted the same record at once: try again after Retry-After seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "membership-create-member": {
        parameters: {
            query?: never;
            header?: {
                /** @description Same key and body: the same answer and one effect, for 24 hours. In flight 409; another body 422. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "memberId": "riverton",
                 *       "name": "Riverton Public Library",
                 *       "type": "public",
                 *       "fiscalYearStartsIn": 7,
                 *       "lendsOnRequest": false
                 *     }
                 */
                "application/json": {
                    memberId: string;
                    name: string;
                    /** @enum {string} */
                    type: "public" | "academic" | "special" | "school";
                    fiscalYearStartsIn: number;
                    lendsOnRequest: boolean;
                };
            };
        };
        responses: {
            /** @description Create a member library */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "memberId": "riverton",
                     *       "name": "Riverton Public Library",
                     *       "type": "public",
                     *       "fiscalYearStartsIn": 7,
                     *       "lendsOnRequest": false
                     *     }
                     */
                    "application/json": {
                        memberId: string;
                        name: string;
                        /** @enum {string} */
                        type: "public" | "academic" | "special" | "school";
                        fiscalYearStartsIn: number;
                        lendsOnRequest: boolean;
                    };
                };
            };
            /**
             * @description `bad-input`: The request does not fit the schema; errors[] names each field by JSON pointer.
             *
             *     `bad-json`: The body is not JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not-signed-in`: Sign in first: no token was sent.
             *
             *     `token-expired`: The token has expired: sign in again.
             *
             *     `token-refused`: The token is not one of ours, or was changed.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-permitted`: Your roles do not allow this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `in-flight`: The same Idempotency-Key is being worked on: try again in a moment.
             *
             *     `member-exists`: A member with this id exists.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be sent as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `key-reused`: This Idempotency-Key was used with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something broke on our side; the request id finds it in the log. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Too many wanted the same record at once: try again after Retry-After seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "membership-withdraw-role": {
        parameters: {
            query?: never;
            header?: {
                /** @description Same key and body: the same answer and one effect, for 24 hours. In flight 409; another body 422. */
                "Idempotency-Key"?: string;
            };
            path: {
                staffId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "grant": {
                 *         "role": "desk",
                 *         "scope": "branch",
                 *         "branch": "riverton.main"
                 *       },
                 *       "reason": "Moves to cataloguing"
                 *     }
                 */
                "application/json": {
                    grant: {
                        /** @enum {string} */
                        role: "desk" | "desk-supervisor" | "cataloguer" | "ill" | "acquisitions" | "e-resources" | "member-finance" | "member-admin" | "admin" | "finance-preparer" | "finance-approver" | "governance-secretary" | "auditor";
                        /** @constant */
                        scope: "consortium";
                    } | {
                        /** @enum {string} */
                        role: "desk" | "desk-supervisor" | "cataloguer" | "ill" | "acquisitions" | "e-resources" | "member-finance" | "member-admin" | "admin" | "finance-preparer" | "finance-approver" | "governance-secretary" | "auditor";
                        /** @constant */
                        scope: "member";
                        member: string;
                    } | {
                        /** @enum {string} */
                        role: "desk" | "desk-supervisor" | "cataloguer" | "ill" | "acquisitions" | "e-resources" | "member-finance" | "member-admin" | "admin" | "finance-preparer" | "finance-approver" | "governance-secretary" | "auditor";
                        /** @constant */
                        scope: "branch";
                        branch: string;
                    };
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Withdraw a role from a staff member */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "staffId": "stf_01kaw5v7n0000000000000000z",
                     *       "name": "Amina Diallo",
                     *       "email": "amina.diallo@example.org",
                     *       "memberId": "riverton",
                     *       "grants": [],
                     *       "invited": true
                     *     }
                     */
                    "application/json": {
                        staffId: string;
                        name: string;
                        /** Format: email */
                        email: string;
                        memberId: string | "consortium";
                        grants: ({
                            /** @enum {string} */
                            role: "desk" | "desk-supervisor" | "cataloguer" | "ill" | "acquisitions" | "e-resources" | "member-finance" | "member-admin" | "admin" | "finance-preparer" | "finance-approver" | "governance-secretary" | "auditor";
                            /** @constant */
                            scope: "consortium";
                        } | {
                            /** @enum {string} */
                            role: "desk" | "desk-supervisor" | "cataloguer" | "ill" | "acquisitions" | "e-resources" | "member-finance" | "member-admin" | "admin" | "finance-preparer" | "finance-approver" | "governance-secretary" | "auditor";
                            /** @constant */
                            scope: "member";
                            member: string;
                        } | {
                            /** @enum {string} */
                            role: "desk" | "desk-supervisor" | "cataloguer" | "ill" | "acquisitions" | "e-resources" | "member-finance" | "member-admin" | "admin" | "finance-preparer" | "finance-approver" | "governance-secretary" | "auditor";
                            /** @constant */
                            scope: "branch";
                            branch: string;
                        })[];
                        invited: boolean;
                    };
                };
            };
            /**
             * @description `bad-input`: The request does not fit the schema; errors[] names each field by JSON pointer.
             *
             *     `bad-json`: The body is not JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not-signed-in`: Sign in first: no token was sent.
             *
             *     `token-expired`: The token has expired: sign in again.
             *
             *     `token-refused`: The token is not one of ours, or was changed.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not-permitted`: Your roles do not allow this here.
             *
             *     `not-yours-to-give`: You administer no place where this role is held.
             *
             *     `not-your-staff`: A member administers the roles of its own staff only.
             *
             *     `not-to-oneself`: Nobody changes their own roles.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `staff-unknown`: Nobody of this id works here. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `in-flight`: The same Idempotency-Key is being worked on: try again in a moment.
             *
             *     `not-held`: The person does not hold this role.
             *
             *     `changed-meanwhile`: Somebody else changed these roles at the same time: look again.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be sent as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `key-reused`: This Idempotency-Key was used with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something broke on our side; the request id finds it in the log. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Too many wanted the same record at once: try again after Retry-After seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "membership-give-role": {
        parameters: {
            query?: never;
            header?: {
                /** @description Same key and body: the same answer and one effect, for 24 hours. In flight 409; another body 422. */
                "Idempotency-Key"?: string;
            };
            path: {
                staffId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "grant": {
                 *         "role": "desk",
                 *         "scope": "branch",
                 *         "branch": "riverton.main"
                 *       },
                 *       "reason": "Begins at the desk"
                 *     }
                 */
                "application/json": {
                    grant: {
                        /** @enum {string} */
                        role: "desk" | "desk-supervisor" | "cataloguer" | "ill" | "acquisitions" | "e-resources" | "member-finance" | "member-admin" | "admin" | "finance-preparer" | "finance-approver" | "governance-secretary" | "auditor";
                        /** @constant */
                        scope: "consortium";
                    } | {
                        /** @enum {string} */
                        role: "desk" | "desk-supervisor" | "cataloguer" | "ill" | "acquisitions" | "e-resources" | "member-finance" | "member-admin" | "admin" | "finance-preparer" | "finance-approver" | "governance-secretary" | "auditor";
                        /** @constant */
                        scope: "member";
                        member: string;
                    } | {
                        /** @enum {string} */
                        role: "desk" | "desk-supervisor" | "cataloguer" | "ill" | "acquisitions" | "e-resources" | "member-finance" | "member-admin" | "admin" | "finance-preparer" | "finance-approver" | "governance-secretary" | "auditor";
                        /** @constant */
                        scope: "branch";
                        branch: string;
                    };
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Give a role to a staff member */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "staffId": "stf_01kaw5v7n0000000000000000z",
                     *       "name": "Amina Diallo",
                     *       "email": "amina.diallo@example.org",
                     *       "memberId": "riverton",
                     *       "grants": [
                     *         {
                     *           "role": "desk",
                     *           "scope": "branch",
                     *           "branch": "riverton.main"
                     *         }
                     *       ],
                     *       "invited": true
                     *     }
                     */
                    "application/json": {
                        staffId: string;
                        name: string;
                        /** Format: email */
                        email: string;
                        memberId: string | "consortium";
                        grants: ({
                            /** @enum {string} */
                            role: "desk" | "desk-supervisor" | "cataloguer" | "ill" | "acquisitions" | "e-resources" | "member-finance" | "member-admin" | "admin" | "finance-preparer" | "finance-approver" | "governance-secretary" | "auditor";
                            /** @constant */
                            scope: "consortium";
                        } | {
                            /** @enum {string} */
                            role: "desk" | "desk-supervisor" | "cataloguer" | "ill" | "acquisitions" | "e-resources" | "member-finance" | "member-admin" | "admin" | "finance-preparer" | "finance-approver" | "governance-secretary" | "auditor";
                            /** @constant */
                            scope: "member";
                            member: string;
                        } | {
                            /** @enum {string} */
                            role: "desk" | "desk-supervisor" | "cataloguer" | "ill" | "acquisitions" | "e-resources" | "member-finance" | "member-admin" | "admin" | "finance-preparer" | "finance-approver" | "governance-secretary" | "auditor";
                            /** @constant */
                            scope: "branch";
                            branch: string;
                        })[];
                        invited: boolean;
                    };
                };
            };
            /**
             * @description `bad-input`: The request does not fit the schema; errors[] names each field by JSON pointer.
             *
             *     `bad-json`: The body is not JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not-signed-in`: Sign in first: no token was sent.
             *
             *     `token-expired`: The token has expired: sign in again.
             *
             *     `token-refused`: The token is not one of ours, or was changed.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not-permitted`: Your roles do not allow this here.
             *
             *     `not-yours-to-give`: You administer no place where this role is held.
             *
             *     `not-your-staff`: A member administers the roles of its own staff only.
             *
             *     `not-to-oneself`: Nobody changes their own roles.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `staff-unknown`: Nobody of this id works here.
             *
             *     `place-unknown`: There is no such member or branch.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `in-flight`: The same Idempotency-Key is being worked on: try again in a moment.
             *
             *     `already-held`: The person holds this role already.
             *
             *     `changed-meanwhile`: Somebody else changed these roles at the same time: look again.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be sent as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `key-reused`: This Idempotency-Key was used with another body.
             *
             *     `scope-not-allowed`: This role is not given for this scope.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something broke on our side; the request id finds it in the log. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Too many wanted the same record at once: try again after Retry-After seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "membership-list-staff": {
        parameters: {
            query: {
                memberId: string | "consortium";
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the staff of a member or of the consortium */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "staff": [
                     *         {
                     *           "staffId": "stf_01kaw5v7n0000000000000000z",
                     *           "name": "Amina Diallo",
                     *           "email": "amina.diallo@example.org",
                     *           "memberId": "riverton",
                     *           "grants": [
                     *             {
                     *               "role": "desk",
                     *               "scope": "branch",
                     *               "branch": "riverton.main"
                     *             }
                     *           ],
                     *           "invited": true
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        staff: {
                            staffId: string;
                            name: string;
                            /** Format: email */
                            email: string;
                            memberId: string | "consortium";
                            grants: ({
                                /** @enum {string} */
                                role: "desk" | "desk-supervisor" | "cataloguer" | "ill" | "acquisitions" | "e-resources" | "member-finance" | "member-admin" | "admin" | "finance-preparer" | "finance-approver" | "governance-secretary" | "auditor";
                                /** @constant */
                                scope: "consortium";
                            } | {
                                /** @enum {string} */
                                role: "desk" | "desk-supervisor" | "cataloguer" | "ill" | "acquisitions" | "e-resources" | "member-finance" | "member-admin" | "admin" | "finance-preparer" | "finance-approver" | "governance-secretary" | "auditor";
                                /** @constant */
                                scope: "member";
                                member: string;
                            } | {
                                /** @enum {string} */
                                role: "desk" | "desk-supervisor" | "cataloguer" | "ill" | "acquisitions" | "e-resources" | "member-finance" | "member-admin" | "admin" | "finance-preparer" | "finance-approver" | "governance-secretary" | "auditor";
                                /** @constant */
                                scope: "branch";
                                branch: string;
                            })[];
                            invited: boolean;
                        }[];
                        next?: string;
                    };
                };
            };
            /**
             * @description `bad-input`: The request does not fit the schema; errors[] names each field by JSON pointer.
             *
             *     `bad-json`: The body is not JSON.
             *
             *     `bad-cursor`: The cursor is not one that this list gave.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not-signed-in`: Sign in first: no token was sent.
             *
             *     `token-expired`: The token has expired: sign in again.
             *
             *     `token-refused`: The token is not one of ours, or was changed.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-permitted`: Your roles do not allow this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `in-flight`: The same Idempotency-Key is being worked on: try again in a moment. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be sent as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `key-reused`: This Idempotency-Key was used with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something broke on our side; the request id finds it in the log. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Too many wanted the same record at once: try again after Retry-After seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "membership-invite-staff": {
        parameters: {
            query?: never;
            header?: {
                /** @description Same key and body: the same answer and one effect, for 24 hours. In flight 409; another body 422. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Amina Diallo",
                 *       "email": "amina.diallo@example.org",
                 *       "memberId": "riverton"
                 *     }
                 */
                "application/json": {
                    name: string;
                    /** Format: email */
                    email: string;
                    memberId: string | "consortium";
                };
            };
        };
        responses: {
            /** @description Invite a staff member by e-mail */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "staffId": "stf_01kaw5v7n0000000000000000z",
                     *       "name": "Amina Diallo",
                     *       "email": "amina.diallo@example.org",
                     *       "memberId": "riverton",
                     *       "grants": [],
                     *       "invited": true
                     *     }
                     */
                    "application/json": {
                        staffId: string;
                        name: string;
                        /** Format: email */
                        email: string;
                        memberId: string | "consortium";
                        grants: ({
                            /** @enum {string} */
                            role: "desk" | "desk-supervisor" | "cataloguer" | "ill" | "acquisitions" | "e-resources" | "member-finance" | "member-admin" | "admin" | "finance-preparer" | "finance-approver" | "governance-secretary" | "auditor";
                            /** @constant */
                            scope: "consortium";
                        } | {
                            /** @enum {string} */
                            role: "desk" | "desk-supervisor" | "cataloguer" | "ill" | "acquisitions" | "e-resources" | "member-finance" | "member-admin" | "admin" | "finance-preparer" | "finance-approver" | "governance-secretary" | "auditor";
                            /** @constant */
                            scope: "member";
                            member: string;
                        } | {
                            /** @enum {string} */
                            role: "desk" | "desk-supervisor" | "cataloguer" | "ill" | "acquisitions" | "e-resources" | "member-finance" | "member-admin" | "admin" | "finance-preparer" | "finance-approver" | "governance-secretary" | "auditor";
                            /** @constant */
                            scope: "branch";
                            branch: string;
                        })[];
                        invited: boolean;
                    };
                };
            };
            /**
             * @description `bad-input`: The request does not fit the schema; errors[] names each field by JSON pointer.
             *
             *     `bad-json`: The body is not JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not-signed-in`: Sign in first: no token was sent.
             *
             *     `token-expired`: The token has expired: sign in again.
             *
             *     `token-refused`: The token is not one of ours, or was changed.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-permitted`: Your roles do not allow this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `member-unknown`: There is no such member. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `in-flight`: The same Idempotency-Key is being worked on: try again in a moment.
             *
             *     `email-taken`: Somebody signs in with this address.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be sent as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `key-reused`: This Idempotency-Key was used with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something broke on our side; the request id finds it in the log. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Too many wanted the same record at once: try again after Retry-After seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "membership-issue-machine-token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "clientId": "mch_01kaw5v7n0000000000000000",
                 *       "clientSecret": "shown once when the client was created"
                 *     }
                 */
                "application/json": {
                    clientId: string;
                    clientSecret: string;
                };
            };
        };
        responses: {
            /** @description Issue a token to a machine */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "access_token": "eyJhbGciOiJFUzI1NiIsInR5cCI6ImF0K2p3dCJ9.…",
                     *       "token_type": "Bearer",
                     *       "expires_in": 900
                     *     }
                     */
                    "application/json": {
                        access_token: string;
                        /** @constant */
                        token_type: "Bearer";
                        expires_in: number;
                    };
                };
            };
            /**
             * @description `bad-input`: The request does not fit the schema; errors[] names each field by JSON pointer.
             *
             *     `bad-json`: The body is not JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not-signed-in`: Sign in first: no token was sent.
             *
             *     `token-expired`: The token has expired: sign in again.
             *
             *     `token-refused`: The token is not one of ours, or was changed.
             *
             *     `client-refused`: There is no such client, or the secret is not its own.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-permitted`: Your roles do not allow this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `in-flight`: The same Idempotency-Key is being worked on: try again in a moment. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be sent as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `key-reused`: This Idempotency-Key was used with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something broke on our side; the request id finds it in the log. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Too many wanted the same record at once: try again after Retry-After seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "patrons-unblock-patron": {
        parameters: {
            query?: never;
            header?: {
                /** @description Same key and body: the same answer and one effect, for 24 hours. In flight 409; another body 422. */
                "Idempotency-Key"?: string;
            };
            path: {
                patronId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "branchId": "riverton.main",
                 *       "code": "address-unknown",
                 *       "everywhere": true
                 *     }
                 */
                "application/json": {
                    branchId: string;
                    /** @enum {string} */
                    code: "address-unknown" | "unreturned-items" | "conduct" | "card-misuse" | "subscription-unpaid" | "library-decision";
                    /** @default false */
                    everywhere?: boolean;
                    note?: string;
                };
            };
        };
        responses: {
            /** @description Lift a patron’s block */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "patronId": "pat_01kaw5v7n0000000000000000z"
                     *     }
                     */
                    "application/json": {
                        patronId: string;
                    };
                };
            };
            /**
             * @description `bad-input`: The request does not fit the schema; errors[] names each field by JSON pointer.
             *
             *     `bad-json`: The body is not JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not-signed-in`: Sign in first: no token was sent.
             *
             *     `token-expired`: The token has expired: sign in again.
             *
             *     `token-refused`: The token is not one of ours, or was changed.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not-permitted`: Your roles do not allow this here.
             *
             *     `not-home`: Only the patron’s home library does this.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `patron-unknown`: There is no such patron. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `in-flight`: The same Idempotency-Key is being worked on: try again in a moment.
             *
             *     `not-blocked`: There is no such block.
             *
             *     `changed-meanwhile`: Somebody else changed the blocks at the same time: look again.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be sent as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `key-reused`: This Idempotency-Key was used with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something broke on our side; the request id finds it in the log. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Too many wanted the same record at once: try again after Retry-After seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "patrons-block-patron": {
        parameters: {
            query?: never;
            header?: {
                /** @description Same key and body: the same answer and one effect, for 24 hours. In flight 409; another body 422. */
                "Idempotency-Key"?: string;
            };
            path: {
                patronId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "branchId": "riverton.main",
                 *       "code": "address-unknown",
                 *       "everywhere": true
                 *     }
                 */
                "application/json": {
                    branchId: string;
                    /** @enum {string} */
                    code: "address-unknown" | "unreturned-items" | "conduct" | "card-misuse" | "subscription-unpaid" | "library-decision";
                    /** @default false */
                    everywhere?: boolean;
                    note?: string;
                    /** @default false */
                    exceptAtHome?: boolean;
                };
            };
        };
        responses: {
            /** @description Block a patron from borrowing */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "patronId": "pat_01kaw5v7n0000000000000000z"
                     *     }
                     */
                    "application/json": {
                        patronId: string;
                    };
                };
            };
            /**
             * @description `bad-input`: The request does not fit the schema; errors[] names each field by JSON pointer.
             *
             *     `bad-json`: The body is not JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not-signed-in`: Sign in first: no token was sent.
             *
             *     `token-expired`: The token has expired: sign in again.
             *
             *     `token-refused`: The token is not one of ours, or was changed.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not-permitted`: Your roles do not allow this here.
             *
             *     `not-home`: Only the patron’s home library does this.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `patron-unknown`: There is no such patron. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `in-flight`: The same Idempotency-Key is being worked on: try again in a moment.
             *
             *     `blocked-already`: This block stands already.
             *
             *     `changed-meanwhile`: Somebody else changed the blocks at the same time: look again.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be sent as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `key-reused`: This Idempotency-Key was used with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something broke on our side; the request id finds it in the log. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Too many wanted the same record at once: try again after Retry-After seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "patrons-renew-card": {
        parameters: {
            query?: never;
            header?: {
                /** @description Same key and body: the same answer and one effect, for 24 hours. In flight 409; another body 422. */
                "Idempotency-Key"?: string;
            };
            path: {
                patronId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "branchId": "riverton.main"
                 *     }
                 */
                "application/json": {
                    branchId: string;
                    /** Format: date */
                    expiresOn?: string;
                };
            };
        };
        responses: {
            /** @description Renew a patron’s card */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "patronId": "pat_01kaw5v7n0000000000000000z",
                     *       "expiresOn": "2031-03-31"
                     *     }
                     */
                    "application/json": {
                        patronId: string;
                        expiresOn: string;
                    };
                };
            };
            /**
             * @description `bad-input`: The request does not fit the schema; errors[] names each field by JSON pointer.
             *
             *     `bad-json`: The body is not JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not-signed-in`: Sign in first: no token was sent.
             *
             *     `token-expired`: The token has expired: sign in again.
             *
             *     `token-refused`: The token is not one of ours, or was changed.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not-permitted`: Your roles do not allow this here.
             *
             *     `not-home`: Only the patron’s home library does this.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `patron-unknown`: There is no such patron.
             *
             *     `branch-unknown`: There is no such branch.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `in-flight`: The same Idempotency-Key is being worked on: try again in a moment.
             *
             *     `card-not-due`: It is too early to renew this card.
             *
             *     `owes-too-much`: The patron owes more than a renewal allows.
             *
             *     `changed-meanwhile`: Somebody else changed this card at the same time: look again.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be sent as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `key-reused`: This Idempotency-Key was used with another body.
             *
             *     `beyond-term`: The day lies beyond the term of the patron’s category.
             *
             *     `not-later`: The card is good at least as long already.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something broke on our side; the request id finds it in the log. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Too many wanted the same record at once: try again after Retry-After seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "patrons-replace-card": {
        parameters: {
            query?: never;
            header?: {
                /** @description Same key and body: the same answer and one effect, for 24 hours. In flight 409; another body 422. */
                "Idempotency-Key"?: string;
            };
            path: {
                patronId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "branchId": "riverton.main",
                 *       "card": "21101000000024",
                 *       "reason": "lost"
                 *     }
                 */
                "application/json": {
                    branchId: string;
                    card: string;
                    /** @enum {string} */
                    reason: "lost" | "stolen" | "damaged" | "number-shared" | "other";
                };
            };
        };
        responses: {
            /** @description Replace a patron’s card */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "patronId": "pat_01kaw5v7n0000000000000000z"
                     *     }
                     */
                    "application/json": {
                        patronId: string;
                    };
                };
            };
            /**
             * @description `bad-input`: The request does not fit the schema; errors[] names each field by JSON pointer.
             *
             *     `bad-json`: The body is not JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not-signed-in`: Sign in first: no token was sent.
             *
             *     `token-expired`: The token has expired: sign in again.
             *
             *     `token-refused`: The token is not one of ours, or was changed.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not-permitted`: Your roles do not allow this here.
             *
             *     `not-home`: Only the patron’s home library does this.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `patron-unknown`: There is no such patron. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `in-flight`: The same Idempotency-Key is being worked on: try again in a moment.
             *
             *     `card-taken`: Somebody in the consortium has or had this card number.
             *
             *     `changed-meanwhile`: Somebody else changed this patron at the same time: look again.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be sent as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `key-reused`: This Idempotency-Key was used with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something broke on our side; the request id finds it in the log. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Too many wanted the same record at once: try again after Retry-After seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "patrons-list-changes": {
        parameters: {
            query: {
                branchId: string;
                after?: string;
            };
            header?: never;
            path: {
                patronId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read what was changed of a patron */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "changes": [
                     *         {
                     *           "changeId": "chg_01kaw5v7n0000000000000000z",
                     *           "at": "2026-03-02T10:00:00.000Z",
                     *           "by": "staff:stf_01kaw5v7n0000000000000000z",
                     *           "branchId": "riverton.main",
                     *           "did": "blocked",
                     *           "detail": {
                     *             "code": "address-unknown",
                     *             "scope": "consortium"
                     *           },
                     *           "note": "Two letters came back."
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        changes: {
                            changeId: string;
                            at: string;
                            by: string;
                            branchId?: string;
                            /** @enum {string} */
                            did: "edited" | "card-renewed" | "card-replaced" | "blocked" | "unblocked" | "confirmed" | "merged" | "guarantor-set" | "proxy-set" | "history-set" | "consent-set";
                            detail: {
                                [key: string]: string | string[];
                            };
                            note?: string;
                        }[];
                        next?: string;
                    };
                };
            };
            /**
             * @description `bad-input`: The request does not fit the schema; errors[] names each field by JSON pointer.
             *
             *     `bad-json`: The body is not JSON.
             *
             *     `bad-cursor`: The cursor is not one that this list gave.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not-signed-in`: Sign in first: no token was sent.
             *
             *     `token-expired`: The token has expired: sign in again.
             *
             *     `token-refused`: The token is not one of ours, or was changed.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not-permitted`: Your roles do not allow this here.
             *
             *     `not-home`: Only the patron’s home library does this.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `patron-unknown`: There is no such patron. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `in-flight`: The same Idempotency-Key is being worked on: try again in a moment. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be sent as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `key-reused`: This Idempotency-Key was used with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something broke on our side; the request id finds it in the log. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Too many wanted the same record at once: try again after Retry-After seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "patrons-edit-patron": {
        parameters: {
            query?: never;
            header?: {
                /** @description Same key and body: the same answer and one effect, for 24 hours. In flight 409; another body 422. */
                "Idempotency-Key"?: string;
            };
            path: {
                patronId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "branchId": "riverton.main",
                 *       "version": 1,
                 *       "person": {
                 *         "name": {
                 *           "family": "Okafor",
                 *           "given": "Amara"
                 *         },
                 *         "email": "amara@example.org"
                 *       },
                 *       "classes": {
                 *         "district": "north"
                 *       }
                 *     }
                 */
                "application/json": {
                    branchId: string;
                    version: number;
                    person?: {
                        name: {
                            family: string;
                            given?: string;
                        };
                        /** Format: date */
                        birthDate?: string;
                        /** Format: email */
                        email?: string;
                        phone?: string;
                        address?: string;
                        language?: string;
                    };
                    category?: string;
                    homeBranch?: string;
                    /** Format: date */
                    expiresOn?: string;
                    classes?: {
                        [key: string]: string;
                    };
                    note?: string;
                };
            };
        };
        responses: {
            /** @description Edit a patron */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "patronId": "pat_01kaw5v7n0000000000000000z",
                     *       "version": 2,
                     *       "changed": [
                     *         "email",
                     *         "classes"
                     *       ]
                     *     }
                     */
                    "application/json": {
                        patronId: string;
                        version: number;
                        changed: string[];
                    };
                };
            };
            /**
             * @description `bad-input`: The request does not fit the schema; errors[] names each field by JSON pointer.
             *
             *     `bad-json`: The body is not JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not-signed-in`: Sign in first: no token was sent.
             *
             *     `token-expired`: The token has expired: sign in again.
             *
             *     `token-refused`: The token is not one of ours, or was changed.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not-permitted`: Your roles do not allow this here.
             *
             *     `not-home`: Only the patron’s home library does this.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `patron-unknown`: There is no such patron.
             *
             *     `branch-unknown`: There is no such branch.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `in-flight`: The same Idempotency-Key is being worked on: try again in a moment.
             *
             *     `changed-meanwhile`: Somebody else changed this patron since: look again.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be sent as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `key-reused`: This Idempotency-Key was used with another body.
             *
             *     `home-elsewhere`: The home branch belongs to another member than the desk.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something broke on our side; the request id finds it in the log. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Too many wanted the same record at once: try again after Retry-After seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "patrons-reset-pin": {
        parameters: {
            query?: never;
            header?: {
                /** @description Same key and body: the same answer and one effect, for 24 hours. In flight 409; another body 422. */
                "Idempotency-Key"?: string;
            };
            path: {
                patronId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "branchId": "riverton.main",
                 *       "pin": "739164"
                 *     }
                 */
                "application/json": {
                    branchId: string;
                    pin: string;
                };
            };
        };
        responses: {
            /** @description Give a patron a new PIN */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "patronId": "pat_01kaw5v7n0000000000000000z"
                     *     }
                     */
                    "application/json": {
                        patronId: string;
                    };
                };
            };
            /**
             * @description `bad-input`: The request does not fit the schema; errors[] names each field by JSON pointer.
             *
             *     `bad-json`: The body is not JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not-signed-in`: Sign in first: no token was sent.
             *
             *     `token-expired`: The token has expired: sign in again.
             *
             *     `token-refused`: The token is not one of ours, or was changed.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not-permitted`: Your roles do not allow this here.
             *
             *     `not-home`: Only the patron’s home library does this.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `patron-unknown`: There is no such patron. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `in-flight`: The same Idempotency-Key is being worked on: try again in a moment. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be sent as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `key-reused`: This Idempotency-Key was used with another body.
             *
             *     `pin-not-digits`: A PIN has digits only.
             *
             *     `pin-length`: A PIN has 4 to 12 digits.
             *
             *     `pin-one-digit`: One digit again and again is guessed first.
             *
             *     `pin-run`: Digits in a row are guessed first.
             *
             *     `pin-repeats`: A repeated piece is guessed first.
             *
             *     `pin-in-card-number`: These digits are printed on the card.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something broke on our side; the request id finds it in the log. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Too many wanted the same record at once: try again after Retry-After seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "patrons-look-up-patron": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "branchId": "lakeshore.main",
                 *       "card": "21101000000016"
                 *     }
                 */
                "application/json": {
                    branchId: string;
                    card: string;
                    member?: string;
                } | {
                    branchId: string;
                    patronId: string;
                };
            };
        };
        responses: {
            /** @description Find a patron by card */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "at": "elsewhere",
                     *       "patronId": "pat_01kaw5v7n0000000000000000z",
                     *       "name": {
                     *         "family": "Okafor",
                     *         "given": "Amara"
                     *       },
                     *       "homeMember": "riverton",
                     *       "cardState": "good",
                     *       "mayBorrow": true,
                     *       "owed": 250
                     *     }
                     */
                    "application/json": {
                        /** @constant */
                        at: "elsewhere";
                        patronId: string;
                        name: {
                            family: string;
                            given?: string;
                        };
                        homeMember: string;
                        /** @enum {string} */
                        cardState: "good" | "expired";
                        mayBorrow: boolean;
                        owed: number;
                    } | {
                        /** @constant */
                        at: "home";
                        patronId: string;
                        name: {
                            family: string;
                            given?: string;
                        };
                        homeMember: string;
                        /** @enum {string} */
                        cardState: "good" | "expired";
                        mayBorrow: boolean;
                        owed: number;
                        card: string;
                        homeBranch: string;
                        category: string;
                        expiresOn: string;
                        minor: boolean;
                        guarantorId?: string;
                        classes: {
                            [key: string]: string;
                        };
                        version: number;
                        loans: number;
                        holds: number;
                        blocks: {
                            code: string;
                            scope: string;
                            since: string;
                            by: string;
                            /** @constant */
                            exceptAtHome?: true;
                        }[];
                        reasons: {
                            code: string;
                            detail: string;
                        }[];
                        person: {
                            name: {
                                family: string;
                                given?: string;
                            };
                            /** Format: date */
                            birthDate?: string;
                            /** Format: email */
                            email?: string;
                            phone?: string;
                            address?: string;
                            language?: string;
                        };
                    };
                };
            };
            /**
             * @description `bad-input`: The request does not fit the schema; errors[] names each field by JSON pointer.
             *
             *     `bad-json`: The body is not JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not-signed-in`: Sign in first: no token was sent.
             *
             *     `token-expired`: The token has expired: sign in again.
             *
             *     `token-refused`: The token is not one of ours, or was changed.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-permitted`: Your roles do not allow this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `card-unknown`: There is no such card in the consortium.
             *
             *     `patron-unknown`: There is no such patron.
             *
             *     `branch-unknown`: There is no such branch.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `in-flight`: The same Idempotency-Key is being worked on: try again in a moment.
             *
             *     `card-shared`: Two members gave out this number: ask for the home library and say which.
             *
             *     `held-at`: One of the home libraries to choose from; detail is its id.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `card-replaced`: This card was replaced: ask for the new one. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be sent as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `key-reused`: This Idempotency-Key was used with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something broke on our side; the request id finds it in the log. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Too many wanted the same record at once: try again after Retry-After seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "patrons-my-look-log": {
        parameters: {
            query?: {
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read who looked at one’s record elsewhere */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "looks": [
                     *         {
                     *           "at": "2026-03-02T10:00:00.000Z",
                     *           "branchId": "lakeshore.main"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        looks: {
                            at: string;
                            branchId: string;
                        }[];
                        next?: string;
                    };
                };
            };
            /**
             * @description `bad-input`: The request does not fit the schema; errors[] names each field by JSON pointer.
             *
             *     `bad-json`: The body is not JSON.
             *
             *     `bad-cursor`: The cursor is not one that this list gave.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not-signed-in`: Sign in first: no token was sent.
             *
             *     `token-expired`: The token has expired: sign in again.
             *
             *     `token-refused`: The token is not one of ours, or was changed.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-permitted`: Your roles do not allow this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `in-flight`: The same Idempotency-Key is being worked on: try again in a moment. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be sent as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `key-reused`: This Idempotency-Key was used with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something broke on our side; the request id finds it in the log. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Too many wanted the same record at once: try again after Retry-After seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "patrons-set-my-pin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "currentPin": "482615",
                 *       "pin": "739164"
                 *     }
                 */
                "application/json": {
                    currentPin: string;
                    pin: string;
                };
            };
        };
        responses: {
            /** @description Change one’s own PIN */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "changedAt": "2026-03-02T10:00:00.000Z"
                     *     }
                     */
                    "application/json": {
                        changedAt: string;
                    };
                };
            };
            /**
             * @description `bad-input`: The request does not fit the schema; errors[] names each field by JSON pointer.
             *
             *     `bad-json`: The body is not JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not-signed-in`: Sign in first: no token was sent.
             *
             *     `token-expired`: The token has expired: sign in again.
             *
             *     `token-refused`: The token is not one of ours, or was changed.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-permitted`: Your roles do not allow this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `in-flight`: The same Idempotency-Key is being worked on: try again in a moment. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `gone`: This patron is no longer here. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be sent as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `key-reused`: This Idempotency-Key was used with another body.
             *
             *     `pin-wrong`: The present PIN is another one.
             *
             *     `pin-not-digits`: A PIN has digits only.
             *
             *     `pin-length`: A PIN has 4 to 12 digits.
             *
             *     `pin-one-digit`: One digit again and again is guessed first.
             *
             *     `pin-run`: Digits in a row are guessed first.
             *
             *     `pin-repeats`: A repeated piece is guessed first.
             *
             *     `pin-in-card-number`: These digits are printed on the card.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign-in-locked`: Too many wrong PINs: try again after Retry-After seconds. */
            423: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-at-once`: Too many attempts at once: try again after Retry-After seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something broke on our side; the request id finds it in the log. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Too many wanted the same record at once: try again after Retry-After seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "patrons-my-profile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read one’s own profile */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "patronId": "pat_01kaw5v7n0000000000000000z",
                     *       "card": "21101000000016",
                     *       "homeMember": "riverton",
                     *       "homeBranch": "riverton.main",
                     *       "category": "adult",
                     *       "expiresOn": "2028-03-31",
                     *       "loans": 3,
                     *       "holds": 1,
                     *       "owed": 250,
                     *       "blocks": [],
                     *       "person": {
                     *         "name": {
                     *           "family": "Okafor",
                     *           "given": "Amara"
                     *         },
                     *         "email": "amara.okafor@example.org"
                     *       }
                     *     }
                     */
                    "application/json": {
                        patronId: string;
                        card: string;
                        homeMember: string;
                        homeBranch: string;
                        category: string;
                        expiresOn: string;
                        loans: number;
                        holds: number;
                        owed: number;
                        blocks: {
                            code: string;
                            scope: string;
                            since: string;
                        }[];
                        person: {
                            name: {
                                family: string;
                                given?: string;
                            };
                            /** Format: date */
                            birthDate?: string;
                            /** Format: email */
                            email?: string;
                            phone?: string;
                            address?: string;
                            language?: string;
                        };
                    };
                };
            };
            /**
             * @description `bad-input`: The request does not fit the schema; errors[] names each field by JSON pointer.
             *
             *     `bad-json`: The body is not JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not-signed-in`: Sign in first: no token was sent.
             *
             *     `token-expired`: The token has expired: sign in again.
             *
             *     `token-refused`: The token is not one of ours, or was changed.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-permitted`: Your roles do not allow this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `in-flight`: The same Idempotency-Key is being worked on: try again in a moment. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `gone`: This patron is no longer here. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be sent as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `key-reused`: This Idempotency-Key was used with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something broke on our side; the request id finds it in the log. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Too many wanted the same record at once: try again after Retry-After seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "patrons-refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refresh a patron’s token */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "access_token": "eyJhbGciOiJFUzI1NiIsInR5cCI6ImF0K2p3dCJ9.…",
                     *       "token_type": "Bearer",
                     *       "expires_in": 900
                     *     }
                     */
                    "application/json": {
                        access_token: string;
                        /** @constant */
                        token_type: "Bearer";
                        expires_in: number;
                    };
                };
            };
            /**
             * @description `bad-input`: The request does not fit the schema; errors[] names each field by JSON pointer.
             *
             *     `bad-json`: The body is not JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not-signed-in`: Sign in first: no token was sent.
             *
             *     `token-expired`: The token has expired: sign in again.
             *
             *     `token-refused`: The token is not one of ours, or was changed.
             *
             *     `sign-in-again`: Signed in too long ago, or the PIN was changed since: sign in again.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-permitted`: Your roles do not allow this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `in-flight`: The same Idempotency-Key is being worked on: try again in a moment. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be sent as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `key-reused`: This Idempotency-Key was used with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something broke on our side; the request id finds it in the log. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Too many wanted the same record at once: try again after Retry-After seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "patrons-register-patron": {
        parameters: {
            query?: never;
            header?: {
                /** @description Same key and body: the same answer and one effect, for 24 hours. In flight 409; another body 422. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "branchId": "riverton.main",
                 *       "card": "21101000000016",
                 *       "category": "adult",
                 *       "expiresOn": "2028-03-31",
                 *       "person": {
                 *         "name": {
                 *           "family": "Okafor",
                 *           "given": "Amara"
                 *         },
                 *         "birthDate": "1987-03-14",
                 *         "email": "amara.okafor@example.org",
                 *         "language": "eng"
                 *       }
                 *     }
                 */
                "application/json": {
                    branchId: string;
                    homeBranch?: string;
                    card: string;
                    category: string;
                    /** Format: date */
                    expiresOn: string;
                    person: {
                        name: {
                            family: string;
                            given?: string;
                        };
                        /** Format: date */
                        birthDate?: string;
                        /** Format: email */
                        email?: string;
                        phone?: string;
                        address?: string;
                        language?: string;
                    };
                    pin?: string;
                    guarantorId?: string;
                };
            };
        };
        responses: {
            /** @description Register a patron */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "patronId": "pat_01kaw5v7n0000000000000000z"
                     *     }
                     */
                    "application/json": {
                        patronId: string;
                    };
                };
            };
            /**
             * @description `bad-input`: The request does not fit the schema; errors[] names each field by JSON pointer.
             *
             *     `bad-json`: The body is not JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not-signed-in`: Sign in first: no token was sent.
             *
             *     `token-expired`: The token has expired: sign in again.
             *
             *     `token-refused`: The token is not one of ours, or was changed.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-permitted`: Your roles do not allow this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `branch-unknown`: There is no such branch. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `in-flight`: The same Idempotency-Key is being worked on: try again in a moment.
             *
             *     `card-taken`: Somebody in the consortium has or had this card number.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be sent as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `key-reused`: This Idempotency-Key was used with another body.
             *
             *     `home-elsewhere`: The home branch belongs to another member than the desk.
             *
             *     `guarantor-unknown`: The guarantor is no patron.
             *
             *     `pin-not-digits`: A PIN has digits only.
             *
             *     `pin-length`: A PIN has 4 to 12 digits.
             *
             *     `pin-one-digit`: One digit again and again is guessed first.
             *
             *     `pin-run`: Digits in a row are guessed first.
             *
             *     `pin-repeats`: A repeated piece is guessed first.
             *
             *     `pin-in-card-number`: These digits are printed on the card.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something broke on our side; the request id finds it in the log. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Too many wanted the same record at once: try again after Retry-After seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "patrons-search-patrons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "branchId": "riverton.main",
                 *       "name": "oka"
                 *     }
                 */
                "application/json": {
                    branchId: string;
                    name?: string;
                    after?: string;
                };
            };
        };
        responses: {
            /** @description Find the own member’s patrons by name */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "patrons": [
                     *         {
                     *           "patronId": "pat_01kaw5v7n0000000000000000z",
                     *           "name": {
                     *             "family": "Okafor",
                     *             "given": "Amara"
                     *           },
                     *           "card": "21101000000016",
                     *           "birthDate": "1987-03-14"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        patrons: {
                            patronId: string;
                            name: {
                                family: string;
                                given?: string;
                            };
                            card: string;
                            birthDate?: string;
                        }[];
                        next?: string;
                    };
                };
            };
            /**
             * @description `bad-input`: The request does not fit the schema; errors[] names each field by JSON pointer.
             *
             *     `bad-json`: The body is not JSON.
             *
             *     `bad-cursor`: The cursor is not one that this list gave.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not-signed-in`: Sign in first: no token was sent.
             *
             *     `token-expired`: The token has expired: sign in again.
             *
             *     `token-refused`: The token is not one of ours, or was changed.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-permitted`: Your roles do not allow this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `in-flight`: The same Idempotency-Key is being worked on: try again in a moment. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be sent as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `key-reused`: This Idempotency-Key was used with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something broke on our side; the request id finds it in the log. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Too many wanted the same record at once: try again after Retry-After seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "patrons-sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "card": "21101000000016",
                 *       "pin": "482615"
                 *     }
                 */
                "application/json": {
                    card: string;
                    pin: string;
                    member?: string;
                };
            };
        };
        responses: {
            /** @description Sign in with card and PIN */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "access_token": "eyJhbGciOiJFUzI1NiIsInR5cCI6ImF0K2p3dCJ9.…",
                     *       "token_type": "Bearer",
                     *       "expires_in": 900
                     *     }
                     */
                    "application/json": {
                        access_token: string;
                        /** @constant */
                        token_type: "Bearer";
                        expires_in: number;
                    };
                };
            };
            /**
             * @description `bad-input`: The request does not fit the schema; errors[] names each field by JSON pointer.
             *
             *     `bad-json`: The body is not JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not-signed-in`: Sign in first: no token was sent.
             *
             *     `token-expired`: The token has expired: sign in again.
             *
             *     `token-refused`: The token is not one of ours, or was changed.
             *
             *     `sign-in-refused`: Card and PIN do not belong together.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-permitted`: Your roles do not allow this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `in-flight`: The same Idempotency-Key is being worked on: try again in a moment. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be sent as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `key-reused`: This Idempotency-Key was used with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign-in-locked`: Too many wrong PINs: try again after Retry-After seconds, or ask the desk for a new PIN. */
            423: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-at-once`: Too many attempts for this card at once: try again after Retry-After seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something broke on our side; the request id finds it in the log. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Too many wanted the same record at once: try again after Retry-After seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "resource-sharing-list-my-requests": {
        parameters: {
            query?: {
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List my loan requests */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "requests": [
                     *         {
                     *           "requestId": "req_01kb00000000000000000000000",
                     *           "recordId": "rec_01kb00000000000000000000000",
                     *           "requesterMember": "riverton",
                     *           "pickupBranch": "riverton.main",
                     *           "serviceLevel": "normal",
                     *           "placedAt": "2026-11-24T15:00:00.000Z",
                     *           "status": {
                     *             "state": "asked",
                     *             "label": "Asked",
                     *             "meaning": "One supplier has been asked and has not answered yet."
                     *           },
                     *           "needsAttention": false,
                     *           "askId": "ask_01kb00000000000000000000000",
                     *           "supplierMember": "ashgrove",
                     *           "answerBy": "2026-11-27T15:00:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        requests: {
                            requestId: string;
                            recordId: string;
                            requesterMember: string;
                            pickupBranch: string;
                            /** @enum {string} */
                            serviceLevel: "normal" | "rush" | "express";
                            placedAt: string;
                            needBy?: string;
                            status: {
                                state: string;
                                label: string;
                                meaning: string;
                            };
                            needsAttention: boolean;
                            attention?: string;
                            askId?: string;
                            supplierMember?: string;
                            answerBy?: string;
                            barcode?: string;
                            due?: string;
                        }[];
                        next?: string;
                    };
                };
            };
            /**
             * @description `bad-input`: The request does not fit the schema; errors[] names each field by JSON pointer.
             *
             *     `bad-json`: The body is not JSON.
             *
             *     `bad-cursor`: The cursor is not one of this list.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not-signed-in`: Sign in first: no token was sent.
             *
             *     `token-expired`: The token has expired: sign in again.
             *
             *     `token-refused`: The token is not one of ours, or was changed.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-permitted`: Your roles do not allow this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `in-flight`: The same Idempotency-Key is being worked on: try again in a moment. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be sent as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `key-reused`: This Idempotency-Key was used with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something broke on our side; the request id finds it in the log. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Too many wanted the same record at once: try again after Retry-After seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "resource-sharing-answer-request": {
        parameters: {
            query?: never;
            header?: {
                /** @description Same key and body: the same answer and one effect, for 24 hours. In flight 409; another body 422. */
                "Idempotency-Key"?: string;
            };
            path: {
                requestId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "branchId": "ashgrove.reading",
                 *       "askId": "ask_01kb00000000000000000000000",
                 *       "answer": "unfilled",
                 *       "reason": "NotOnShelf"
                 *     }
                 */
                "application/json": {
                    branchId: string;
                    askId: string;
                    /** @enum {string} */
                    answer: "will-supply" | "unfilled";
                    barcode?: string;
                    /** @enum {string} */
                    reason?: "NotOnShelf" | "NotHeld" | "NonCirculating" | "NotAvailableForILL" | "PolicyProblem" | "PoorCondition";
                };
            };
        };
        responses: {
            /** @description Answer a loan request as supplier */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "requestId": "req_01kb00000000000000000000000",
                     *       "recordId": "rec_01kb00000000000000000000000",
                     *       "requesterMember": "riverton",
                     *       "pickupBranch": "riverton.main",
                     *       "serviceLevel": "normal",
                     *       "placedAt": "2026-11-24T15:00:00.000Z",
                     *       "status": {
                     *         "state": "asked",
                     *         "label": "Asked",
                     *         "meaning": "One supplier has been asked and has not answered yet."
                     *       },
                     *       "needsAttention": false,
                     *       "askId": "ask_01kb00000000000000000000000",
                     *       "supplierMember": "ashgrove",
                     *       "answerBy": "2026-11-27T15:00:00.000Z",
                     *       "seenAs": "supplier",
                     *       "patronId": "pat_01kb00000000000000000000000",
                     *       "rota": [],
                     *       "asks": [],
                     *       "steps": [],
                     *       "actions": [
                     *         {
                     *           "trigger": "cancel",
                     *           "label": "Cancel the request",
                     *           "to": "cancel-pending"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        requestId: string;
                        recordId: string;
                        requesterMember: string;
                        pickupBranch: string;
                        /** @enum {string} */
                        serviceLevel: "normal" | "rush" | "express";
                        placedAt: string;
                        needBy?: string;
                        status: {
                            state: string;
                            label: string;
                            meaning: string;
                        };
                        needsAttention: boolean;
                        attention?: string;
                        askId?: string;
                        supplierMember?: string;
                        answerBy?: string;
                        barcode?: string;
                        due?: string;
                        /** @enum {string} */
                        seenAs: "requester" | "supplier" | "patron";
                        patronId?: string;
                        itemId?: string;
                        rota: {
                            member: string;
                            itemId?: string;
                            score: number;
                            factors: {
                                factor: string;
                                value: number;
                                weight: number;
                                points: number;
                                why: string;
                            }[];
                        }[];
                        asks: {
                            askId: string;
                            ordinal: number;
                            supplierMember: string;
                            supplier: {
                                state: string;
                                label: string;
                                meaning: string;
                            };
                            itemId?: string;
                            askedAt: string;
                            answerBy: string;
                            answeredAt?: string;
                            /** @enum {string} */
                            answer?: "will-supply" | "unfilled" | "loaned";
                            reason?: string;
                            closedAt?: string;
                            outcome?: string;
                        }[];
                        steps: {
                            at: string;
                            /** @enum {string} */
                            side: "requester" | "supplier";
                            trigger: string;
                            label: string;
                            from: string;
                            to: string;
                            /** @enum {string} */
                            by: "staff" | "patron" | "partner" | "system";
                            branch?: string;
                            askId?: string;
                            note?: string;
                        }[];
                        actions: {
                            trigger: string;
                            label: string;
                            to: string;
                            askId?: string;
                        }[];
                    };
                };
            };
            /**
             * @description `bad-input`: The request does not fit the schema; errors[] names each field by JSON pointer.
             *
             *     `bad-json`: The body is not JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not-signed-in`: Sign in first: no token was sent.
             *
             *     `token-expired`: The token has expired: sign in again.
             *
             *     `token-refused`: The token is not one of ours, or was changed.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-permitted`: Your roles do not allow this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `no-such-ask`: The request has no ask with this id.
             *
             *     `unknown-request`: There is no such request, or the caller’s library has no part in it.
             *
             *     `unknown-item`: This library has no item with this barcode.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `in-flight`: The same Idempotency-Key is being worked on: try again in a moment.
             *
             *     `ask-closed`: This ask has ended; the request has gone on without this supplier.
             *
             *     `ask-id-used`: An earlier ask of this request has this id.
             *
             *     `ask-open`: Another supplier is being asked.
             *
             *     `request-ended`: The request has ended.
             *
             *     `not-in-this-state`: This cannot be done in the state that the request is in.
             *
             *     `sequence-missing`: A message must carry its sequence number.
             *
             *     `timer-not-running`: This timer is not running.
             *
             *     `timer-not-due`: This timer has not run out yet.
             *
             *     `rota-exhausted`: Every supplier on the rota has been asked.
             *
             *     `rota-not-exhausted`: There is a supplier on the rota that has not been asked.
             *
             *     `need-by-passed`: The day by which the patron needs the item has passed.
             *
             *     `changed-meanwhile`: Others changed the request again and again: try again.
             *
             *     `item-not-free`: The item is lent, travelling or kept for somebody else.
             *
             *     `other-branch`: This is done at the pickup branch of the request.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be sent as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `key-reused`: This Idempotency-Key was used with another body.
             *
             *     `ask-missing`: The trigger must name the ask that it is about.
             *
             *     `item-missing`: The item and its barcode must be named.
             *
             *     `due-missing`: The due date must be named.
             *
             *     `due-not-later`: The due date must lie in the future, and a renewed one after the old one.
             *
             *     `reason-missing`: The reason must be named.
             *
             *     `other-item`: The scanned barcode is not that of the item lent.
             *
             *     `unknown-branch`: There is no such branch.
             *
             *     `other-record`: The item is a copy of another record than the one asked for.
             *
             *     `barcode-missing`: Who will supply must say which copy.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something broke on our side; the request id finds it in the log. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Too many wanted the same record at once: try again after Retry-After seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "resource-sharing-cancel-request": {
        parameters: {
            query?: never;
            header?: {
                /** @description Same key and body: the same answer and one effect, for 24 hours. In flight 409; another body 422. */
                "Idempotency-Key"?: string;
            };
            path: {
                requestId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": {
                    branchId?: string;
                };
            };
        };
        responses: {
            /** @description Cancel a loan request */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "requestId": "req_01kb00000000000000000000000",
                     *       "recordId": "rec_01kb00000000000000000000000",
                     *       "requesterMember": "riverton",
                     *       "pickupBranch": "riverton.main",
                     *       "serviceLevel": "normal",
                     *       "placedAt": "2026-11-24T15:00:00.000Z",
                     *       "status": {
                     *         "state": "asked",
                     *         "label": "Asked",
                     *         "meaning": "One supplier has been asked and has not answered yet."
                     *       },
                     *       "needsAttention": false,
                     *       "askId": "ask_01kb00000000000000000000000",
                     *       "supplierMember": "ashgrove",
                     *       "answerBy": "2026-11-27T15:00:00.000Z",
                     *       "seenAs": "patron",
                     *       "patronId": "pat_01kb00000000000000000000000",
                     *       "rota": [],
                     *       "asks": [],
                     *       "steps": [],
                     *       "actions": [
                     *         {
                     *           "trigger": "cancel",
                     *           "label": "Cancel the request",
                     *           "to": "cancel-pending"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        requestId: string;
                        recordId: string;
                        requesterMember: string;
                        pickupBranch: string;
                        /** @enum {string} */
                        serviceLevel: "normal" | "rush" | "express";
                        placedAt: string;
                        needBy?: string;
                        status: {
                            state: string;
                            label: string;
                            meaning: string;
                        };
                        needsAttention: boolean;
                        attention?: string;
                        askId?: string;
                        supplierMember?: string;
                        answerBy?: string;
                        barcode?: string;
                        due?: string;
                        /** @enum {string} */
                        seenAs: "requester" | "supplier" | "patron";
                        patronId?: string;
                        itemId?: string;
                        rota: {
                            member: string;
                            itemId?: string;
                            score: number;
                            factors: {
                                factor: string;
                                value: number;
                                weight: number;
                                points: number;
                                why: string;
                            }[];
                        }[];
                        asks: {
                            askId: string;
                            ordinal: number;
                            supplierMember: string;
                            supplier: {
                                state: string;
                                label: string;
                                meaning: string;
                            };
                            itemId?: string;
                            askedAt: string;
                            answerBy: string;
                            answeredAt?: string;
                            /** @enum {string} */
                            answer?: "will-supply" | "unfilled" | "loaned";
                            reason?: string;
                            closedAt?: string;
                            outcome?: string;
                        }[];
                        steps: {
                            at: string;
                            /** @enum {string} */
                            side: "requester" | "supplier";
                            trigger: string;
                            label: string;
                            from: string;
                            to: string;
                            /** @enum {string} */
                            by: "staff" | "patron" | "partner" | "system";
                            branch?: string;
                            askId?: string;
                            note?: string;
                        }[];
                        actions: {
                            trigger: string;
                            label: string;
                            to: string;
                            askId?: string;
                        }[];
                    };
                };
            };
            /**
             * @description `bad-input`: The request does not fit the schema; errors[] names each field by JSON pointer.
             *
             *     `bad-json`: The body is not JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not-signed-in`: Sign in first: no token was sent.
             *
             *     `token-expired`: The token has expired: sign in again.
             *
             *     `token-refused`: The token is not one of ours, or was changed.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-permitted`: Your roles do not allow this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `no-such-ask`: The request has no ask with this id.
             *
             *     `unknown-request`: There is no such request, or the caller’s library has no part in it.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `in-flight`: The same Idempotency-Key is being worked on: try again in a moment.
             *
             *     `ask-closed`: This ask has ended; the request has gone on without this supplier.
             *
             *     `ask-id-used`: An earlier ask of this request has this id.
             *
             *     `ask-open`: Another supplier is being asked.
             *
             *     `request-ended`: The request has ended.
             *
             *     `not-in-this-state`: This cannot be done in the state that the request is in.
             *
             *     `sequence-missing`: A message must carry its sequence number.
             *
             *     `timer-not-running`: This timer is not running.
             *
             *     `timer-not-due`: This timer has not run out yet.
             *
             *     `rota-exhausted`: Every supplier on the rota has been asked.
             *
             *     `rota-not-exhausted`: There is a supplier on the rota that has not been asked.
             *
             *     `need-by-passed`: The day by which the patron needs the item has passed.
             *
             *     `changed-meanwhile`: Others changed the request again and again: try again.
             *
             *     `item-not-free`: The item is lent, travelling or kept for somebody else.
             *
             *     `other-branch`: This is done at the pickup branch of the request.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be sent as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `key-reused`: This Idempotency-Key was used with another body.
             *
             *     `ask-missing`: The trigger must name the ask that it is about.
             *
             *     `item-missing`: The item and its barcode must be named.
             *
             *     `due-missing`: The due date must be named.
             *
             *     `due-not-later`: The due date must lie in the future, and a renewed one after the old one.
             *
             *     `reason-missing`: The reason must be named.
             *
             *     `other-item`: The scanned barcode is not that of the item lent.
             *
             *     `unknown-branch`: There is no such branch.
             *
             *     `branch-missing`: Staff must name the branch where they work.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something broke on our side; the request id finds it in the log. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Too many wanted the same record at once: try again after Retry-After seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "resource-sharing-complete-request": {
        parameters: {
            query?: never;
            header?: {
                /** @description Same key and body: the same answer and one effect, for 24 hours. In flight 409; another body 422. */
                "Idempotency-Key"?: string;
            };
            path: {
                requestId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "branchId": "ashgrove.reading",
                 *       "askId": "ask_01kb00000000000000000000000"
                 *     }
                 */
                "application/json": {
                    branchId: string;
                    askId: string;
                    barcode?: string;
                };
            };
        };
        responses: {
            /** @description Check the item of a loan request in at home */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "requestId": "req_01kb00000000000000000000000",
                     *       "recordId": "rec_01kb00000000000000000000000",
                     *       "requesterMember": "riverton",
                     *       "pickupBranch": "riverton.main",
                     *       "serviceLevel": "normal",
                     *       "placedAt": "2026-11-24T15:00:00.000Z",
                     *       "status": {
                     *         "state": "asked",
                     *         "label": "Asked",
                     *         "meaning": "One supplier has been asked and has not answered yet."
                     *       },
                     *       "needsAttention": false,
                     *       "askId": "ask_01kb00000000000000000000000",
                     *       "supplierMember": "ashgrove",
                     *       "answerBy": "2026-11-27T15:00:00.000Z",
                     *       "seenAs": "supplier",
                     *       "patronId": "pat_01kb00000000000000000000000",
                     *       "rota": [],
                     *       "asks": [],
                     *       "steps": [],
                     *       "actions": [
                     *         {
                     *           "trigger": "cancel",
                     *           "label": "Cancel the request",
                     *           "to": "cancel-pending"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        requestId: string;
                        recordId: string;
                        requesterMember: string;
                        pickupBranch: string;
                        /** @enum {string} */
                        serviceLevel: "normal" | "rush" | "express";
                        placedAt: string;
                        needBy?: string;
                        status: {
                            state: string;
                            label: string;
                            meaning: string;
                        };
                        needsAttention: boolean;
                        attention?: string;
                        askId?: string;
                        supplierMember?: string;
                        answerBy?: string;
                        barcode?: string;
                        due?: string;
                        /** @enum {string} */
                        seenAs: "requester" | "supplier" | "patron";
                        patronId?: string;
                        itemId?: string;
                        rota: {
                            member: string;
                            itemId?: string;
                            score: number;
                            factors: {
                                factor: string;
                                value: number;
                                weight: number;
                                points: number;
                                why: string;
                            }[];
                        }[];
                        asks: {
                            askId: string;
                            ordinal: number;
                            supplierMember: string;
                            supplier: {
                                state: string;
                                label: string;
                                meaning: string;
                            };
                            itemId?: string;
                            askedAt: string;
                            answerBy: string;
                            answeredAt?: string;
                            /** @enum {string} */
                            answer?: "will-supply" | "unfilled" | "loaned";
                            reason?: string;
                            closedAt?: string;
                            outcome?: string;
                        }[];
                        steps: {
                            at: string;
                            /** @enum {string} */
                            side: "requester" | "supplier";
                            trigger: string;
                            label: string;
                            from: string;
                            to: string;
                            /** @enum {string} */
                            by: "staff" | "patron" | "partner" | "system";
                            branch?: string;
                            askId?: string;
                            note?: string;
                        }[];
                        actions: {
                            trigger: string;
                            label: string;
                            to: string;
                            askId?: string;
                        }[];
                    };
                };
            };
            /**
             * @description `bad-input`: The request does not fit the schema; errors[] names each field by JSON pointer.
             *
             *     `bad-json`: The body is not JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not-signed-in`: Sign in first: no token was sent.
             *
             *     `token-expired`: The token has expired: sign in again.
             *
             *     `token-refused`: The token is not one of ours, or was changed.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-permitted`: Your roles do not allow this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `no-such-ask`: The request has no ask with this id.
             *
             *     `unknown-request`: There is no such request, or the caller’s library has no part in it.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `in-flight`: The same Idempotency-Key is being worked on: try again in a moment.
             *
             *     `ask-closed`: This ask has ended; the request has gone on without this supplier.
             *
             *     `ask-id-used`: An earlier ask of this request has this id.
             *
             *     `ask-open`: Another supplier is being asked.
             *
             *     `request-ended`: The request has ended.
             *
             *     `not-in-this-state`: This cannot be done in the state that the request is in.
             *
             *     `sequence-missing`: A message must carry its sequence number.
             *
             *     `timer-not-running`: This timer is not running.
             *
             *     `timer-not-due`: This timer has not run out yet.
             *
             *     `rota-exhausted`: Every supplier on the rota has been asked.
             *
             *     `rota-not-exhausted`: There is a supplier on the rota that has not been asked.
             *
             *     `need-by-passed`: The day by which the patron needs the item has passed.
             *
             *     `changed-meanwhile`: Others changed the request again and again: try again.
             *
             *     `item-not-free`: The item is lent, travelling or kept for somebody else.
             *
             *     `other-branch`: This is done at the pickup branch of the request.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be sent as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `key-reused`: This Idempotency-Key was used with another body.
             *
             *     `ask-missing`: The trigger must name the ask that it is about.
             *
             *     `item-missing`: The item and its barcode must be named.
             *
             *     `due-missing`: The due date must be named.
             *
             *     `due-not-later`: The due date must lie in the future, and a renewed one after the old one.
             *
             *     `reason-missing`: The reason must be named.
             *
             *     `other-item`: The scanned barcode is not that of the item lent.
             *
             *     `unknown-branch`: There is no such branch.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something broke on our side; the request id finds it in the log. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Too many wanted the same record at once: try again after Retry-After seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "resource-sharing-lend-request": {
        parameters: {
            query?: never;
            header?: {
                /** @description Same key and body: the same answer and one effect, for 24 hours. In flight 409; another body 422. */
                "Idempotency-Key"?: string;
            };
            path: {
                requestId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "branchId": "riverton.main"
                 *     }
                 */
                "application/json": {
                    branchId: string;
                    barcode?: string;
                };
            };
        };
        responses: {
            /** @description Lend the item of a loan request to its patron */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "requestId": "req_01kb00000000000000000000000",
                     *       "recordId": "rec_01kb00000000000000000000000",
                     *       "requesterMember": "riverton",
                     *       "pickupBranch": "riverton.main",
                     *       "serviceLevel": "normal",
                     *       "placedAt": "2026-11-24T15:00:00.000Z",
                     *       "status": {
                     *         "state": "asked",
                     *         "label": "Asked",
                     *         "meaning": "One supplier has been asked and has not answered yet."
                     *       },
                     *       "needsAttention": false,
                     *       "askId": "ask_01kb00000000000000000000000",
                     *       "supplierMember": "ashgrove",
                     *       "answerBy": "2026-11-27T15:00:00.000Z",
                     *       "seenAs": "requester",
                     *       "patronId": "pat_01kb00000000000000000000000",
                     *       "rota": [],
                     *       "asks": [],
                     *       "steps": [],
                     *       "actions": [
                     *         {
                     *           "trigger": "cancel",
                     *           "label": "Cancel the request",
                     *           "to": "cancel-pending"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        requestId: string;
                        recordId: string;
                        requesterMember: string;
                        pickupBranch: string;
                        /** @enum {string} */
                        serviceLevel: "normal" | "rush" | "express";
                        placedAt: string;
                        needBy?: string;
                        status: {
                            state: string;
                            label: string;
                            meaning: string;
                        };
                        needsAttention: boolean;
                        attention?: string;
                        askId?: string;
                        supplierMember?: string;
                        answerBy?: string;
                        barcode?: string;
                        due?: string;
                        /** @enum {string} */
                        seenAs: "requester" | "supplier" | "patron";
                        patronId?: string;
                        itemId?: string;
                        rota: {
                            member: string;
                            itemId?: string;
                            score: number;
                            factors: {
                                factor: string;
                                value: number;
                                weight: number;
                                points: number;
                                why: string;
                            }[];
                        }[];
                        asks: {
                            askId: string;
                            ordinal: number;
                            supplierMember: string;
                            supplier: {
                                state: string;
                                label: string;
                                meaning: string;
                            };
                            itemId?: string;
                            askedAt: string;
                            answerBy: string;
                            answeredAt?: string;
                            /** @enum {string} */
                            answer?: "will-supply" | "unfilled" | "loaned";
                            reason?: string;
                            closedAt?: string;
                            outcome?: string;
                        }[];
                        steps: {
                            at: string;
                            /** @enum {string} */
                            side: "requester" | "supplier";
                            trigger: string;
                            label: string;
                            from: string;
                            to: string;
                            /** @enum {string} */
                            by: "staff" | "patron" | "partner" | "system";
                            branch?: string;
                            askId?: string;
                            note?: string;
                        }[];
                        actions: {
                            trigger: string;
                            label: string;
                            to: string;
                            askId?: string;
                        }[];
                    };
                };
            };
            /**
             * @description `bad-input`: The request does not fit the schema; errors[] names each field by JSON pointer.
             *
             *     `bad-json`: The body is not JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not-signed-in`: Sign in first: no token was sent.
             *
             *     `token-expired`: The token has expired: sign in again.
             *
             *     `token-refused`: The token is not one of ours, or was changed.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-permitted`: Your roles do not allow this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `no-such-ask`: The request has no ask with this id.
             *
             *     `unknown-request`: There is no such request, or the caller’s library has no part in it.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `in-flight`: The same Idempotency-Key is being worked on: try again in a moment.
             *
             *     `ask-closed`: This ask has ended; the request has gone on without this supplier.
             *
             *     `ask-id-used`: An earlier ask of this request has this id.
             *
             *     `ask-open`: Another supplier is being asked.
             *
             *     `request-ended`: The request has ended.
             *
             *     `not-in-this-state`: This cannot be done in the state that the request is in.
             *
             *     `sequence-missing`: A message must carry its sequence number.
             *
             *     `timer-not-running`: This timer is not running.
             *
             *     `timer-not-due`: This timer has not run out yet.
             *
             *     `rota-exhausted`: Every supplier on the rota has been asked.
             *
             *     `rota-not-exhausted`: There is a supplier on the rota that has not been asked.
             *
             *     `need-by-passed`: The day by which the patron needs the item has passed.
             *
             *     `changed-meanwhile`: Others changed the request again and again: try again.
             *
             *     `item-not-free`: The item is lent, travelling or kept for somebody else.
             *
             *     `other-branch`: This is done at the pickup branch of the request.
             *
             *     `card-expired`: The card is past its last good day.
             *
             *     `patron-blocked`: The patron is blocked everywhere, here, or at the member that owns the item.
             *
             *     `owed-over-limit`: The patron owes more than the consortium allows.
             *
             *     `too-many-loans`: The patron has as many loans as allowed.
             *
             *     `too-many-in-group`: The patron has as many loans of this group as allowed.
             *
             *     `item-on-loan`: The item is lent to somebody else; check it in first.
             *
             *     `already-lent-to-patron`: The patron has this item already.
             *
             *     `item-held-for-another`: The item is set aside for the hold of another patron.
             *
             *     `item-paged-for-another`: The item is to be fetched for the hold of another patron.
             *
             *     `item-not-ready`: The item is on order or being made ready.
             *
             *     `item-not-circulating`: The item is lost, missing, damaged, claimed returned or withdrawn.
             *
             *     `not-lendable`: The owner does not lend this item in this case.
             *
             *     `request-only`: The owner lends this item only on request, as a consortium loan.
             *
             *     `due-not-after-now`: The due date asked for is not in the future.
             *
             *     `no-policies`: The consortium has not adopted loan rules and block thresholds yet.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be sent as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `key-reused`: This Idempotency-Key was used with another body.
             *
             *     `ask-missing`: The trigger must name the ask that it is about.
             *
             *     `item-missing`: The item and its barcode must be named.
             *
             *     `due-missing`: The due date must be named.
             *
             *     `due-not-later`: The due date must lie in the future, and a renewed one after the old one.
             *
             *     `reason-missing`: The reason must be named.
             *
             *     `other-item`: The scanned barcode is not that of the item lent.
             *
             *     `unknown-branch`: There is no such branch.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something broke on our side; the request id finds it in the log. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Too many wanted the same record at once: try again after Retry-After seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "resource-sharing-receive-request": {
        parameters: {
            query?: never;
            header?: {
                /** @description Same key and body: the same answer and one effect, for 24 hours. In flight 409; another body 422. */
                "Idempotency-Key"?: string;
            };
            path: {
                requestId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "branchId": "riverton.main"
                 *     }
                 */
                "application/json": {
                    branchId: string;
                    barcode?: string;
                };
            };
        };
        responses: {
            /** @description Receive the item of a loan request */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "requestId": "req_01kb00000000000000000000000",
                     *       "recordId": "rec_01kb00000000000000000000000",
                     *       "requesterMember": "riverton",
                     *       "pickupBranch": "riverton.main",
                     *       "serviceLevel": "normal",
                     *       "placedAt": "2026-11-24T15:00:00.000Z",
                     *       "status": {
                     *         "state": "asked",
                     *         "label": "Asked",
                     *         "meaning": "One supplier has been asked and has not answered yet."
                     *       },
                     *       "needsAttention": false,
                     *       "askId": "ask_01kb00000000000000000000000",
                     *       "supplierMember": "ashgrove",
                     *       "answerBy": "2026-11-27T15:00:00.000Z",
                     *       "seenAs": "requester",
                     *       "patronId": "pat_01kb00000000000000000000000",
                     *       "rota": [],
                     *       "asks": [],
                     *       "steps": [],
                     *       "actions": [
                     *         {
                     *           "trigger": "cancel",
                     *           "label": "Cancel the request",
                     *           "to": "cancel-pending"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        requestId: string;
                        recordId: string;
                        requesterMember: string;
                        pickupBranch: string;
                        /** @enum {string} */
                        serviceLevel: "normal" | "rush" | "express";
                        placedAt: string;
                        needBy?: string;
                        status: {
                            state: string;
                            label: string;
                            meaning: string;
                        };
                        needsAttention: boolean;
                        attention?: string;
                        askId?: string;
                        supplierMember?: string;
                        answerBy?: string;
                        barcode?: string;
                        due?: string;
                        /** @enum {string} */
                        seenAs: "requester" | "supplier" | "patron";
                        patronId?: string;
                        itemId?: string;
                        rota: {
                            member: string;
                            itemId?: string;
                            score: number;
                            factors: {
                                factor: string;
                                value: number;
                                weight: number;
                                points: number;
                                why: string;
                            }[];
                        }[];
                        asks: {
                            askId: string;
                            ordinal: number;
                            supplierMember: string;
                            supplier: {
                                state: string;
                                label: string;
                                meaning: string;
                            };
                            itemId?: string;
                            askedAt: string;
                            answerBy: string;
                            answeredAt?: string;
                            /** @enum {string} */
                            answer?: "will-supply" | "unfilled" | "loaned";
                            reason?: string;
                            closedAt?: string;
                            outcome?: string;
                        }[];
                        steps: {
                            at: string;
                            /** @enum {string} */
                            side: "requester" | "supplier";
                            trigger: string;
                            label: string;
                            from: string;
                            to: string;
                            /** @enum {string} */
                            by: "staff" | "patron" | "partner" | "system";
                            branch?: string;
                            askId?: string;
                            note?: string;
                        }[];
                        actions: {
                            trigger: string;
                            label: string;
                            to: string;
                            askId?: string;
                        }[];
                    };
                };
            };
            /**
             * @description `bad-input`: The request does not fit the schema; errors[] names each field by JSON pointer.
             *
             *     `bad-json`: The body is not JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not-signed-in`: Sign in first: no token was sent.
             *
             *     `token-expired`: The token has expired: sign in again.
             *
             *     `token-refused`: The token is not one of ours, or was changed.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-permitted`: Your roles do not allow this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `no-such-ask`: The request has no ask with this id.
             *
             *     `unknown-request`: There is no such request, or the caller’s library has no part in it.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `in-flight`: The same Idempotency-Key is being worked on: try again in a moment.
             *
             *     `ask-closed`: This ask has ended; the request has gone on without this supplier.
             *
             *     `ask-id-used`: An earlier ask of this request has this id.
             *
             *     `ask-open`: Another supplier is being asked.
             *
             *     `request-ended`: The request has ended.
             *
             *     `not-in-this-state`: This cannot be done in the state that the request is in.
             *
             *     `sequence-missing`: A message must carry its sequence number.
             *
             *     `timer-not-running`: This timer is not running.
             *
             *     `timer-not-due`: This timer has not run out yet.
             *
             *     `rota-exhausted`: Every supplier on the rota has been asked.
             *
             *     `rota-not-exhausted`: There is a supplier on the rota that has not been asked.
             *
             *     `need-by-passed`: The day by which the patron needs the item has passed.
             *
             *     `changed-meanwhile`: Others changed the request again and again: try again.
             *
             *     `item-not-free`: The item is lent, travelling or kept for somebody else.
             *
             *     `other-branch`: This is done at the pickup branch of the request.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be sent as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `key-reused`: This Idempotency-Key was used with another body.
             *
             *     `ask-missing`: The trigger must name the ask that it is about.
             *
             *     `item-missing`: The item and its barcode must be named.
             *
             *     `due-missing`: The due date must be named.
             *
             *     `due-not-later`: The due date must lie in the future, and a renewed one after the old one.
             *
             *     `reason-missing`: The reason must be named.
             *
             *     `other-item`: The scanned barcode is not that of the item lent.
             *
             *     `unknown-branch`: There is no such branch.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something broke on our side; the request id finds it in the log. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Too many wanted the same record at once: try again after Retry-After seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "resource-sharing-renew-request": {
        parameters: {
            query?: never;
            header?: {
                /** @description Same key and body: the same answer and one effect, for 24 hours. In flight 409; another body 422. */
                "Idempotency-Key"?: string;
            };
            path: {
                requestId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": {
                    branchId?: string;
                };
            };
        };
        responses: {
            /** @description Ask to keep the item of a loan request longer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "requestId": "req_01kb00000000000000000000000",
                     *       "recordId": "rec_01kb00000000000000000000000",
                     *       "requesterMember": "riverton",
                     *       "pickupBranch": "riverton.main",
                     *       "serviceLevel": "normal",
                     *       "placedAt": "2026-11-24T15:00:00.000Z",
                     *       "status": {
                     *         "state": "asked",
                     *         "label": "Asked",
                     *         "meaning": "One supplier has been asked and has not answered yet."
                     *       },
                     *       "needsAttention": false,
                     *       "askId": "ask_01kb00000000000000000000000",
                     *       "supplierMember": "ashgrove",
                     *       "answerBy": "2026-11-27T15:00:00.000Z",
                     *       "seenAs": "patron",
                     *       "patronId": "pat_01kb00000000000000000000000",
                     *       "rota": [],
                     *       "asks": [],
                     *       "steps": [],
                     *       "actions": [
                     *         {
                     *           "trigger": "cancel",
                     *           "label": "Cancel the request",
                     *           "to": "cancel-pending"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        requestId: string;
                        recordId: string;
                        requesterMember: string;
                        pickupBranch: string;
                        /** @enum {string} */
                        serviceLevel: "normal" | "rush" | "express";
                        placedAt: string;
                        needBy?: string;
                        status: {
                            state: string;
                            label: string;
                            meaning: string;
                        };
                        needsAttention: boolean;
                        attention?: string;
                        askId?: string;
                        supplierMember?: string;
                        answerBy?: string;
                        barcode?: string;
                        due?: string;
                        /** @enum {string} */
                        seenAs: "requester" | "supplier" | "patron";
                        patronId?: string;
                        itemId?: string;
                        rota: {
                            member: string;
                            itemId?: string;
                            score: number;
                            factors: {
                                factor: string;
                                value: number;
                                weight: number;
                                points: number;
                                why: string;
                            }[];
                        }[];
                        asks: {
                            askId: string;
                            ordinal: number;
                            supplierMember: string;
                            supplier: {
                                state: string;
                                label: string;
                                meaning: string;
                            };
                            itemId?: string;
                            askedAt: string;
                            answerBy: string;
                            answeredAt?: string;
                            /** @enum {string} */
                            answer?: "will-supply" | "unfilled" | "loaned";
                            reason?: string;
                            closedAt?: string;
                            outcome?: string;
                        }[];
                        steps: {
                            at: string;
                            /** @enum {string} */
                            side: "requester" | "supplier";
                            trigger: string;
                            label: string;
                            from: string;
                            to: string;
                            /** @enum {string} */
                            by: "staff" | "patron" | "partner" | "system";
                            branch?: string;
                            askId?: string;
                            note?: string;
                        }[];
                        actions: {
                            trigger: string;
                            label: string;
                            to: string;
                            askId?: string;
                        }[];
                    };
                };
            };
            /**
             * @description `bad-input`: The request does not fit the schema; errors[] names each field by JSON pointer.
             *
             *     `bad-json`: The body is not JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not-signed-in`: Sign in first: no token was sent.
             *
             *     `token-expired`: The token has expired: sign in again.
             *
             *     `token-refused`: The token is not one of ours, or was changed.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-permitted`: Your roles do not allow this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `no-such-ask`: The request has no ask with this id.
             *
             *     `unknown-request`: There is no such request, or the caller’s library has no part in it.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `in-flight`: The same Idempotency-Key is being worked on: try again in a moment.
             *
             *     `ask-closed`: This ask has ended; the request has gone on without this supplier.
             *
             *     `ask-id-used`: An earlier ask of this request has this id.
             *
             *     `ask-open`: Another supplier is being asked.
             *
             *     `request-ended`: The request has ended.
             *
             *     `not-in-this-state`: This cannot be done in the state that the request is in.
             *
             *     `sequence-missing`: A message must carry its sequence number.
             *
             *     `timer-not-running`: This timer is not running.
             *
             *     `timer-not-due`: This timer has not run out yet.
             *
             *     `rota-exhausted`: Every supplier on the rota has been asked.
             *
             *     `rota-not-exhausted`: There is a supplier on the rota that has not been asked.
             *
             *     `need-by-passed`: The day by which the patron needs the item has passed.
             *
             *     `changed-meanwhile`: Others changed the request again and again: try again.
             *
             *     `item-not-free`: The item is lent, travelling or kept for somebody else.
             *
             *     `other-branch`: This is done at the pickup branch of the request.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be sent as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `key-reused`: This Idempotency-Key was used with another body.
             *
             *     `ask-missing`: The trigger must name the ask that it is about.
             *
             *     `item-missing`: The item and its barcode must be named.
             *
             *     `due-missing`: The due date must be named.
             *
             *     `due-not-later`: The due date must lie in the future, and a renewed one after the old one.
             *
             *     `reason-missing`: The reason must be named.
             *
             *     `other-item`: The scanned barcode is not that of the item lent.
             *
             *     `unknown-branch`: There is no such branch.
             *
             *     `branch-missing`: Staff must name the branch where they work.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something broke on our side; the request id finds it in the log. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Too many wanted the same record at once: try again after Retry-After seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "resource-sharing-restart-request": {
        parameters: {
            query?: never;
            header?: {
                /** @description Same key and body: the same answer and one effect, for 24 hours. In flight 409; another body 422. */
                "Idempotency-Key"?: string;
            };
            path: {
                requestId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "branchId": "riverton.main"
                 *     }
                 */
                "application/json": {
                    branchId: string;
                };
            };
        };
        responses: {
            /** @description Restart the workflow of a loan request */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "requestId": "req_01kb00000000000000000000000",
                     *       "recordId": "rec_01kb00000000000000000000000",
                     *       "requesterMember": "riverton",
                     *       "pickupBranch": "riverton.main",
                     *       "serviceLevel": "normal",
                     *       "placedAt": "2026-11-24T15:00:00.000Z",
                     *       "status": {
                     *         "state": "asked",
                     *         "label": "Asked",
                     *         "meaning": "One supplier has been asked and has not answered yet."
                     *       },
                     *       "needsAttention": false,
                     *       "askId": "ask_01kb00000000000000000000000",
                     *       "supplierMember": "ashgrove",
                     *       "answerBy": "2026-11-27T15:00:00.000Z",
                     *       "seenAs": "requester",
                     *       "patronId": "pat_01kb00000000000000000000000",
                     *       "rota": [],
                     *       "asks": [],
                     *       "steps": [],
                     *       "actions": [
                     *         {
                     *           "trigger": "cancel",
                     *           "label": "Cancel the request",
                     *           "to": "cancel-pending"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        requestId: string;
                        recordId: string;
                        requesterMember: string;
                        pickupBranch: string;
                        /** @enum {string} */
                        serviceLevel: "normal" | "rush" | "express";
                        placedAt: string;
                        needBy?: string;
                        status: {
                            state: string;
                            label: string;
                            meaning: string;
                        };
                        needsAttention: boolean;
                        attention?: string;
                        askId?: string;
                        supplierMember?: string;
                        answerBy?: string;
                        barcode?: string;
                        due?: string;
                        /** @enum {string} */
                        seenAs: "requester" | "supplier" | "patron";
                        patronId?: string;
                        itemId?: string;
                        rota: {
                            member: string;
                            itemId?: string;
                            score: number;
                            factors: {
                                factor: string;
                                value: number;
                                weight: number;
                                points: number;
                                why: string;
                            }[];
                        }[];
                        asks: {
                            askId: string;
                            ordinal: number;
                            supplierMember: string;
                            supplier: {
                                state: string;
                                label: string;
                                meaning: string;
                            };
                            itemId?: string;
                            askedAt: string;
                            answerBy: string;
                            answeredAt?: string;
                            /** @enum {string} */
                            answer?: "will-supply" | "unfilled" | "loaned";
                            reason?: string;
                            closedAt?: string;
                            outcome?: string;
                        }[];
                        steps: {
                            at: string;
                            /** @enum {string} */
                            side: "requester" | "supplier";
                            trigger: string;
                            label: string;
                            from: string;
                            to: string;
                            /** @enum {string} */
                            by: "staff" | "patron" | "partner" | "system";
                            branch?: string;
                            askId?: string;
                            note?: string;
                        }[];
                        actions: {
                            trigger: string;
                            label: string;
                            to: string;
                            askId?: string;
                        }[];
                    };
                };
            };
            /**
             * @description `bad-input`: The request does not fit the schema; errors[] names each field by JSON pointer.
             *
             *     `bad-json`: The body is not JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not-signed-in`: Sign in first: no token was sent.
             *
             *     `token-expired`: The token has expired: sign in again.
             *
             *     `token-refused`: The token is not one of ours, or was changed.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-permitted`: Your roles do not allow this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-request`: There is no such request, or the caller’s library has no part in it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `in-flight`: The same Idempotency-Key is being worked on: try again in a moment.
             *
             *     `changed-meanwhile`: Others changed the request again and again: try again.
             *
             *     `request-ended`: The request has ended.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be sent as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `key-reused`: This Idempotency-Key was used with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something broke on our side; the request id finds it in the log. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Too many wanted the same record at once: try again after Retry-After seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "resource-sharing-return-request": {
        parameters: {
            query?: never;
            header?: {
                /** @description Same key and body: the same answer and one effect, for 24 hours. In flight 409; another body 422. */
                "Idempotency-Key"?: string;
            };
            path: {
                requestId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "branchId": "riverton.main"
                 *     }
                 */
                "application/json": {
                    branchId: string;
                    barcode?: string;
                };
            };
        };
        responses: {
            /** @description Take back the item of a loan request */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "requestId": "req_01kb00000000000000000000000",
                     *       "recordId": "rec_01kb00000000000000000000000",
                     *       "requesterMember": "riverton",
                     *       "pickupBranch": "riverton.main",
                     *       "serviceLevel": "normal",
                     *       "placedAt": "2026-11-24T15:00:00.000Z",
                     *       "status": {
                     *         "state": "asked",
                     *         "label": "Asked",
                     *         "meaning": "One supplier has been asked and has not answered yet."
                     *       },
                     *       "needsAttention": false,
                     *       "askId": "ask_01kb00000000000000000000000",
                     *       "supplierMember": "ashgrove",
                     *       "answerBy": "2026-11-27T15:00:00.000Z",
                     *       "seenAs": "requester",
                     *       "patronId": "pat_01kb00000000000000000000000",
                     *       "rota": [],
                     *       "asks": [],
                     *       "steps": [],
                     *       "actions": [
                     *         {
                     *           "trigger": "cancel",
                     *           "label": "Cancel the request",
                     *           "to": "cancel-pending"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        requestId: string;
                        recordId: string;
                        requesterMember: string;
                        pickupBranch: string;
                        /** @enum {string} */
                        serviceLevel: "normal" | "rush" | "express";
                        placedAt: string;
                        needBy?: string;
                        status: {
                            state: string;
                            label: string;
                            meaning: string;
                        };
                        needsAttention: boolean;
                        attention?: string;
                        askId?: string;
                        supplierMember?: string;
                        answerBy?: string;
                        barcode?: string;
                        due?: string;
                        /** @enum {string} */
                        seenAs: "requester" | "supplier" | "patron";
                        patronId?: string;
                        itemId?: string;
                        rota: {
                            member: string;
                            itemId?: string;
                            score: number;
                            factors: {
                                factor: string;
                                value: number;
                                weight: number;
                                points: number;
                                why: string;
                            }[];
                        }[];
                        asks: {
                            askId: string;
                            ordinal: number;
                            supplierMember: string;
                            supplier: {
                                state: string;
                                label: string;
                                meaning: string;
                            };
                            itemId?: string;
                            askedAt: string;
                            answerBy: string;
                            answeredAt?: string;
                            /** @enum {string} */
                            answer?: "will-supply" | "unfilled" | "loaned";
                            reason?: string;
                            closedAt?: string;
                            outcome?: string;
                        }[];
                        steps: {
                            at: string;
                            /** @enum {string} */
                            side: "requester" | "supplier";
                            trigger: string;
                            label: string;
                            from: string;
                            to: string;
                            /** @enum {string} */
                            by: "staff" | "patron" | "partner" | "system";
                            branch?: string;
                            askId?: string;
                            note?: string;
                        }[];
                        actions: {
                            trigger: string;
                            label: string;
                            to: string;
                            askId?: string;
                        }[];
                    };
                };
            };
            /**
             * @description `bad-input`: The request does not fit the schema; errors[] names each field by JSON pointer.
             *
             *     `bad-json`: The body is not JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not-signed-in`: Sign in first: no token was sent.
             *
             *     `token-expired`: The token has expired: sign in again.
             *
             *     `token-refused`: The token is not one of ours, or was changed.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-permitted`: Your roles do not allow this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `no-such-ask`: The request has no ask with this id.
             *
             *     `unknown-request`: There is no such request, or the caller’s library has no part in it.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `in-flight`: The same Idempotency-Key is being worked on: try again in a moment.
             *
             *     `ask-closed`: This ask has ended; the request has gone on without this supplier.
             *
             *     `ask-id-used`: An earlier ask of this request has this id.
             *
             *     `ask-open`: Another supplier is being asked.
             *
             *     `request-ended`: The request has ended.
             *
             *     `not-in-this-state`: This cannot be done in the state that the request is in.
             *
             *     `sequence-missing`: A message must carry its sequence number.
             *
             *     `timer-not-running`: This timer is not running.
             *
             *     `timer-not-due`: This timer has not run out yet.
             *
             *     `rota-exhausted`: Every supplier on the rota has been asked.
             *
             *     `rota-not-exhausted`: There is a supplier on the rota that has not been asked.
             *
             *     `need-by-passed`: The day by which the patron needs the item has passed.
             *
             *     `changed-meanwhile`: Others changed the request again and again: try again.
             *
             *     `item-not-free`: The item is lent, travelling or kept for somebody else.
             *
             *     `other-branch`: This is done at the pickup branch of the request.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be sent as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `key-reused`: This Idempotency-Key was used with another body.
             *
             *     `ask-missing`: The trigger must name the ask that it is about.
             *
             *     `item-missing`: The item and its barcode must be named.
             *
             *     `due-missing`: The due date must be named.
             *
             *     `due-not-later`: The due date must lie in the future, and a renewed one after the old one.
             *
             *     `reason-missing`: The reason must be named.
             *
             *     `other-item`: The scanned barcode is not that of the item lent.
             *
             *     `unknown-branch`: There is no such branch.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something broke on our side; the request id finds it in the log. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Too many wanted the same record at once: try again after Retry-After seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "resource-sharing-send-home-request": {
        parameters: {
            query?: never;
            header?: {
                /** @description Same key and body: the same answer and one effect, for 24 hours. In flight 409; another body 422. */
                "Idempotency-Key"?: string;
            };
            path: {
                requestId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "branchId": "riverton.main"
                 *     }
                 */
                "application/json": {
                    branchId: string;
                    barcode?: string;
                };
            };
        };
        responses: {
            /** @description Send the item of a loan request home */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "requestId": "req_01kb00000000000000000000000",
                     *       "recordId": "rec_01kb00000000000000000000000",
                     *       "requesterMember": "riverton",
                     *       "pickupBranch": "riverton.main",
                     *       "serviceLevel": "normal",
                     *       "placedAt": "2026-11-24T15:00:00.000Z",
                     *       "status": {
                     *         "state": "asked",
                     *         "label": "Asked",
                     *         "meaning": "One supplier has been asked and has not answered yet."
                     *       },
                     *       "needsAttention": false,
                     *       "askId": "ask_01kb00000000000000000000000",
                     *       "supplierMember": "ashgrove",
                     *       "answerBy": "2026-11-27T15:00:00.000Z",
                     *       "seenAs": "requester",
                     *       "patronId": "pat_01kb00000000000000000000000",
                     *       "rota": [],
                     *       "asks": [],
                     *       "steps": [],
                     *       "actions": [
                     *         {
                     *           "trigger": "cancel",
                     *           "label": "Cancel the request",
                     *           "to": "cancel-pending"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        requestId: string;
                        recordId: string;
                        requesterMember: string;
                        pickupBranch: string;
                        /** @enum {string} */
                        serviceLevel: "normal" | "rush" | "express";
                        placedAt: string;
                        needBy?: string;
                        status: {
                            state: string;
                            label: string;
                            meaning: string;
                        };
                        needsAttention: boolean;
                        attention?: string;
                        askId?: string;
                        supplierMember?: string;
                        answerBy?: string;
                        barcode?: string;
                        due?: string;
                        /** @enum {string} */
                        seenAs: "requester" | "supplier" | "patron";
                        patronId?: string;
                        itemId?: string;
                        rota: {
                            member: string;
                            itemId?: string;
                            score: number;
                            factors: {
                                factor: string;
                                value: number;
                                weight: number;
                                points: number;
                                why: string;
                            }[];
                        }[];
                        asks: {
                            askId: string;
                            ordinal: number;
                            supplierMember: string;
                            supplier: {
                                state: string;
                                label: string;
                                meaning: string;
                            };
                            itemId?: string;
                            askedAt: string;
                            answerBy: string;
                            answeredAt?: string;
                            /** @enum {string} */
                            answer?: "will-supply" | "unfilled" | "loaned";
                            reason?: string;
                            closedAt?: string;
                            outcome?: string;
                        }[];
                        steps: {
                            at: string;
                            /** @enum {string} */
                            side: "requester" | "supplier";
                            trigger: string;
                            label: string;
                            from: string;
                            to: string;
                            /** @enum {string} */
                            by: "staff" | "patron" | "partner" | "system";
                            branch?: string;
                            askId?: string;
                            note?: string;
                        }[];
                        actions: {
                            trigger: string;
                            label: string;
                            to: string;
                            askId?: string;
                        }[];
                    };
                };
            };
            /**
             * @description `bad-input`: The request does not fit the schema; errors[] names each field by JSON pointer.
             *
             *     `bad-json`: The body is not JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not-signed-in`: Sign in first: no token was sent.
             *
             *     `token-expired`: The token has expired: sign in again.
             *
             *     `token-refused`: The token is not one of ours, or was changed.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-permitted`: Your roles do not allow this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `no-such-ask`: The request has no ask with this id.
             *
             *     `unknown-request`: There is no such request, or the caller’s library has no part in it.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `in-flight`: The same Idempotency-Key is being worked on: try again in a moment.
             *
             *     `ask-closed`: This ask has ended; the request has gone on without this supplier.
             *
             *     `ask-id-used`: An earlier ask of this request has this id.
             *
             *     `ask-open`: Another supplier is being asked.
             *
             *     `request-ended`: The request has ended.
             *
             *     `not-in-this-state`: This cannot be done in the state that the request is in.
             *
             *     `sequence-missing`: A message must carry its sequence number.
             *
             *     `timer-not-running`: This timer is not running.
             *
             *     `timer-not-due`: This timer has not run out yet.
             *
             *     `rota-exhausted`: Every supplier on the rota has been asked.
             *
             *     `rota-not-exhausted`: There is a supplier on the rota that has not been asked.
             *
             *     `need-by-passed`: The day by which the patron needs the item has passed.
             *
             *     `changed-meanwhile`: Others changed the request again and again: try again.
             *
             *     `item-not-free`: The item is lent, travelling or kept for somebody else.
             *
             *     `other-branch`: This is done at the pickup branch of the request.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be sent as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `key-reused`: This Idempotency-Key was used with another body.
             *
             *     `ask-missing`: The trigger must name the ask that it is about.
             *
             *     `item-missing`: The item and its barcode must be named.
             *
             *     `due-missing`: The due date must be named.
             *
             *     `due-not-later`: The due date must lie in the future, and a renewed one after the old one.
             *
             *     `reason-missing`: The reason must be named.
             *
             *     `other-item`: The scanned barcode is not that of the item lent.
             *
             *     `unknown-branch`: There is no such branch.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something broke on our side; the request id finds it in the log. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Too many wanted the same record at once: try again after Retry-After seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "resource-sharing-ship-request": {
        parameters: {
            query?: never;
            header?: {
                /** @description Same key and body: the same answer and one effect, for 24 hours. In flight 409; another body 422. */
                "Idempotency-Key"?: string;
            };
            path: {
                requestId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "branchId": "ashgrove.reading",
                 *       "askId": "ask_01kb00000000000000000000000",
                 *       "barcode": "31234000123456",
                 *       "due": "2026-12-24T04:59:59.000Z"
                 *     }
                 */
                "application/json": {
                    branchId: string;
                    askId: string;
                    barcode: string;
                    /** Format: date-time */
                    due?: string;
                };
            };
        };
        responses: {
            /** @description Ship the item of a loan request */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "requestId": "req_01kb00000000000000000000000",
                     *       "recordId": "rec_01kb00000000000000000000000",
                     *       "requesterMember": "riverton",
                     *       "pickupBranch": "riverton.main",
                     *       "serviceLevel": "normal",
                     *       "placedAt": "2026-11-24T15:00:00.000Z",
                     *       "status": {
                     *         "state": "asked",
                     *         "label": "Asked",
                     *         "meaning": "One supplier has been asked and has not answered yet."
                     *       },
                     *       "needsAttention": false,
                     *       "askId": "ask_01kb00000000000000000000000",
                     *       "supplierMember": "ashgrove",
                     *       "answerBy": "2026-11-27T15:00:00.000Z",
                     *       "seenAs": "supplier",
                     *       "patronId": "pat_01kb00000000000000000000000",
                     *       "rota": [],
                     *       "asks": [],
                     *       "steps": [],
                     *       "actions": [
                     *         {
                     *           "trigger": "cancel",
                     *           "label": "Cancel the request",
                     *           "to": "cancel-pending"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        requestId: string;
                        recordId: string;
                        requesterMember: string;
                        pickupBranch: string;
                        /** @enum {string} */
                        serviceLevel: "normal" | "rush" | "express";
                        placedAt: string;
                        needBy?: string;
                        status: {
                            state: string;
                            label: string;
                            meaning: string;
                        };
                        needsAttention: boolean;
                        attention?: string;
                        askId?: string;
                        supplierMember?: string;
                        answerBy?: string;
                        barcode?: string;
                        due?: string;
                        /** @enum {string} */
                        seenAs: "requester" | "supplier" | "patron";
                        patronId?: string;
                        itemId?: string;
                        rota: {
                            member: string;
                            itemId?: string;
                            score: number;
                            factors: {
                                factor: string;
                                value: number;
                                weight: number;
                                points: number;
                                why: string;
                            }[];
                        }[];
                        asks: {
                            askId: string;
                            ordinal: number;
                            supplierMember: string;
                            supplier: {
                                state: string;
                                label: string;
                                meaning: string;
                            };
                            itemId?: string;
                            askedAt: string;
                            answerBy: string;
                            answeredAt?: string;
                            /** @enum {string} */
                            answer?: "will-supply" | "unfilled" | "loaned";
                            reason?: string;
                            closedAt?: string;
                            outcome?: string;
                        }[];
                        steps: {
                            at: string;
                            /** @enum {string} */
                            side: "requester" | "supplier";
                            trigger: string;
                            label: string;
                            from: string;
                            to: string;
                            /** @enum {string} */
                            by: "staff" | "patron" | "partner" | "system";
                            branch?: string;
                            askId?: string;
                            note?: string;
                        }[];
                        actions: {
                            trigger: string;
                            label: string;
                            to: string;
                            askId?: string;
                        }[];
                    };
                };
            };
            /**
             * @description `bad-input`: The request does not fit the schema; errors[] names each field by JSON pointer.
             *
             *     `bad-json`: The body is not JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not-signed-in`: Sign in first: no token was sent.
             *
             *     `token-expired`: The token has expired: sign in again.
             *
             *     `token-refused`: The token is not one of ours, or was changed.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-permitted`: Your roles do not allow this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `no-such-ask`: The request has no ask with this id.
             *
             *     `unknown-request`: There is no such request, or the caller’s library has no part in it.
             *
             *     `unknown-item`: This library has no item with this barcode.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `in-flight`: The same Idempotency-Key is being worked on: try again in a moment.
             *
             *     `ask-closed`: This ask has ended; the request has gone on without this supplier.
             *
             *     `ask-id-used`: An earlier ask of this request has this id.
             *
             *     `ask-open`: Another supplier is being asked.
             *
             *     `request-ended`: The request has ended.
             *
             *     `not-in-this-state`: This cannot be done in the state that the request is in.
             *
             *     `sequence-missing`: A message must carry its sequence number.
             *
             *     `timer-not-running`: This timer is not running.
             *
             *     `timer-not-due`: This timer has not run out yet.
             *
             *     `rota-exhausted`: Every supplier on the rota has been asked.
             *
             *     `rota-not-exhausted`: There is a supplier on the rota that has not been asked.
             *
             *     `need-by-passed`: The day by which the patron needs the item has passed.
             *
             *     `changed-meanwhile`: Others changed the request again and again: try again.
             *
             *     `item-not-free`: The item is lent, travelling or kept for somebody else.
             *
             *     `other-branch`: This is done at the pickup branch of the request.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be sent as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `key-reused`: This Idempotency-Key was used with another body.
             *
             *     `ask-missing`: The trigger must name the ask that it is about.
             *
             *     `item-missing`: The item and its barcode must be named.
             *
             *     `due-missing`: The due date must be named.
             *
             *     `due-not-later`: The due date must lie in the future, and a renewed one after the old one.
             *
             *     `reason-missing`: The reason must be named.
             *
             *     `other-item`: The scanned barcode is not that of the item lent.
             *
             *     `unknown-branch`: There is no such branch.
             *
             *     `other-record`: The item is a copy of another record than the one asked for.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something broke on our side; the request id finds it in the log. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Too many wanted the same record at once: try again after Retry-After seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "resource-sharing-take-step": {
        parameters: {
            query?: never;
            header?: {
                /** @description Same key and body: the same answer and one effect, for 24 hours. In flight 409; another body 422. */
                "Idempotency-Key"?: string;
            };
            path: {
                requestId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "branchId": "riverton.main",
                 *       "step": "withdraw"
                 *     }
                 */
                "application/json": {
                    branchId: string;
                    /** @enum {string} */
                    step: "withdraw" | "accept-cancel" | "refuse-cancel" | "accept-renewal" | "refuse-renewal" | "recall" | "report-lost" | "found" | "declare-lost";
                    askId?: string;
                    /** Format: date-time */
                    due?: string;
                };
            };
        };
        responses: {
            /** @description Take a further step of a loan request */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "requestId": "req_01kb00000000000000000000000",
                     *       "recordId": "rec_01kb00000000000000000000000",
                     *       "requesterMember": "riverton",
                     *       "pickupBranch": "riverton.main",
                     *       "serviceLevel": "normal",
                     *       "placedAt": "2026-11-24T15:00:00.000Z",
                     *       "status": {
                     *         "state": "asked",
                     *         "label": "Asked",
                     *         "meaning": "One supplier has been asked and has not answered yet."
                     *       },
                     *       "needsAttention": false,
                     *       "askId": "ask_01kb00000000000000000000000",
                     *       "supplierMember": "ashgrove",
                     *       "answerBy": "2026-11-27T15:00:00.000Z",
                     *       "seenAs": "requester",
                     *       "patronId": "pat_01kb00000000000000000000000",
                     *       "rota": [],
                     *       "asks": [],
                     *       "steps": [],
                     *       "actions": [
                     *         {
                     *           "trigger": "cancel",
                     *           "label": "Cancel the request",
                     *           "to": "cancel-pending"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        requestId: string;
                        recordId: string;
                        requesterMember: string;
                        pickupBranch: string;
                        /** @enum {string} */
                        serviceLevel: "normal" | "rush" | "express";
                        placedAt: string;
                        needBy?: string;
                        status: {
                            state: string;
                            label: string;
                            meaning: string;
                        };
                        needsAttention: boolean;
                        attention?: string;
                        askId?: string;
                        supplierMember?: string;
                        answerBy?: string;
                        barcode?: string;
                        due?: string;
                        /** @enum {string} */
                        seenAs: "requester" | "supplier" | "patron";
                        patronId?: string;
                        itemId?: string;
                        rota: {
                            member: string;
                            itemId?: string;
                            score: number;
                            factors: {
                                factor: string;
                                value: number;
                                weight: number;
                                points: number;
                                why: string;
                            }[];
                        }[];
                        asks: {
                            askId: string;
                            ordinal: number;
                            supplierMember: string;
                            supplier: {
                                state: string;
                                label: string;
                                meaning: string;
                            };
                            itemId?: string;
                            askedAt: string;
                            answerBy: string;
                            answeredAt?: string;
                            /** @enum {string} */
                            answer?: "will-supply" | "unfilled" | "loaned";
                            reason?: string;
                            closedAt?: string;
                            outcome?: string;
                        }[];
                        steps: {
                            at: string;
                            /** @enum {string} */
                            side: "requester" | "supplier";
                            trigger: string;
                            label: string;
                            from: string;
                            to: string;
                            /** @enum {string} */
                            by: "staff" | "patron" | "partner" | "system";
                            branch?: string;
                            askId?: string;
                            note?: string;
                        }[];
                        actions: {
                            trigger: string;
                            label: string;
                            to: string;
                            askId?: string;
                        }[];
                    };
                };
            };
            /**
             * @description `bad-input`: The request does not fit the schema; errors[] names each field by JSON pointer.
             *
             *     `bad-json`: The body is not JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not-signed-in`: Sign in first: no token was sent.
             *
             *     `token-expired`: The token has expired: sign in again.
             *
             *     `token-refused`: The token is not one of ours, or was changed.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-permitted`: Your roles do not allow this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `no-such-ask`: The request has no ask with this id.
             *
             *     `unknown-request`: There is no such request, or the caller’s library has no part in it.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `in-flight`: The same Idempotency-Key is being worked on: try again in a moment.
             *
             *     `ask-closed`: This ask has ended; the request has gone on without this supplier.
             *
             *     `ask-id-used`: An earlier ask of this request has this id.
             *
             *     `ask-open`: Another supplier is being asked.
             *
             *     `request-ended`: The request has ended.
             *
             *     `not-in-this-state`: This cannot be done in the state that the request is in.
             *
             *     `sequence-missing`: A message must carry its sequence number.
             *
             *     `timer-not-running`: This timer is not running.
             *
             *     `timer-not-due`: This timer has not run out yet.
             *
             *     `rota-exhausted`: Every supplier on the rota has been asked.
             *
             *     `rota-not-exhausted`: There is a supplier on the rota that has not been asked.
             *
             *     `need-by-passed`: The day by which the patron needs the item has passed.
             *
             *     `changed-meanwhile`: Others changed the request again and again: try again.
             *
             *     `item-not-free`: The item is lent, travelling or kept for somebody else.
             *
             *     `other-branch`: This is done at the pickup branch of the request.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be sent as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `key-reused`: This Idempotency-Key was used with another body.
             *
             *     `ask-missing`: The trigger must name the ask that it is about.
             *
             *     `item-missing`: The item and its barcode must be named.
             *
             *     `due-missing`: The due date must be named.
             *
             *     `due-not-later`: The due date must lie in the future, and a renewed one after the old one.
             *
             *     `reason-missing`: The reason must be named.
             *
             *     `other-item`: The scanned barcode is not that of the item lent.
             *
             *     `unknown-branch`: There is no such branch.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something broke on our side; the request id finds it in the log. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Too many wanted the same record at once: try again after Retry-After seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "resource-sharing-get-request": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                requestId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read a loan request */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "requestId": "req_01kb00000000000000000000000",
                     *       "recordId": "rec_01kb00000000000000000000000",
                     *       "requesterMember": "riverton",
                     *       "pickupBranch": "riverton.main",
                     *       "serviceLevel": "normal",
                     *       "placedAt": "2026-11-24T15:00:00.000Z",
                     *       "status": {
                     *         "state": "asked",
                     *         "label": "Asked",
                     *         "meaning": "One supplier has been asked and has not answered yet."
                     *       },
                     *       "needsAttention": false,
                     *       "askId": "ask_01kb00000000000000000000000",
                     *       "supplierMember": "ashgrove",
                     *       "answerBy": "2026-11-27T15:00:00.000Z",
                     *       "seenAs": "requester",
                     *       "patronId": "pat_01kb00000000000000000000000",
                     *       "rota": [],
                     *       "asks": [],
                     *       "steps": [],
                     *       "actions": [
                     *         {
                     *           "trigger": "cancel",
                     *           "label": "Cancel the request",
                     *           "to": "cancel-pending"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        requestId: string;
                        recordId: string;
                        requesterMember: string;
                        pickupBranch: string;
                        /** @enum {string} */
                        serviceLevel: "normal" | "rush" | "express";
                        placedAt: string;
                        needBy?: string;
                        status: {
                            state: string;
                            label: string;
                            meaning: string;
                        };
                        needsAttention: boolean;
                        attention?: string;
                        askId?: string;
                        supplierMember?: string;
                        answerBy?: string;
                        barcode?: string;
                        due?: string;
                        /** @enum {string} */
                        seenAs: "requester" | "supplier" | "patron";
                        patronId?: string;
                        itemId?: string;
                        rota: {
                            member: string;
                            itemId?: string;
                            score: number;
                            factors: {
                                factor: string;
                                value: number;
                                weight: number;
                                points: number;
                                why: string;
                            }[];
                        }[];
                        asks: {
                            askId: string;
                            ordinal: number;
                            supplierMember: string;
                            supplier: {
                                state: string;
                                label: string;
                                meaning: string;
                            };
                            itemId?: string;
                            askedAt: string;
                            answerBy: string;
                            answeredAt?: string;
                            /** @enum {string} */
                            answer?: "will-supply" | "unfilled" | "loaned";
                            reason?: string;
                            closedAt?: string;
                            outcome?: string;
                        }[];
                        steps: {
                            at: string;
                            /** @enum {string} */
                            side: "requester" | "supplier";
                            trigger: string;
                            label: string;
                            from: string;
                            to: string;
                            /** @enum {string} */
                            by: "staff" | "patron" | "partner" | "system";
                            branch?: string;
                            askId?: string;
                            note?: string;
                        }[];
                        actions: {
                            trigger: string;
                            label: string;
                            to: string;
                            askId?: string;
                        }[];
                    };
                };
            };
            /**
             * @description `bad-input`: The request does not fit the schema; errors[] names each field by JSON pointer.
             *
             *     `bad-json`: The body is not JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not-signed-in`: Sign in first: no token was sent.
             *
             *     `token-expired`: The token has expired: sign in again.
             *
             *     `token-refused`: The token is not one of ours, or was changed.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-permitted`: Your roles do not allow this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-request`: There is no such request, or the caller’s library has no part in it. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `in-flight`: The same Idempotency-Key is being worked on: try again in a moment. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be sent as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `key-reused`: This Idempotency-Key was used with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something broke on our side; the request id finds it in the log. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Too many wanted the same record at once: try again after Retry-After seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "resource-sharing-list-requests": {
        parameters: {
            query: {
                memberId: string;
                side?: "requester" | "supplier";
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the requests of a member as requester or supplier */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "requests": [
                     *         {
                     *           "requestId": "req_01kb00000000000000000000000",
                     *           "recordId": "rec_01kb00000000000000000000000",
                     *           "requesterMember": "riverton",
                     *           "pickupBranch": "riverton.main",
                     *           "serviceLevel": "normal",
                     *           "placedAt": "2026-11-24T15:00:00.000Z",
                     *           "status": {
                     *             "state": "asked",
                     *             "label": "Asked",
                     *             "meaning": "One supplier has been asked and has not answered yet."
                     *           },
                     *           "needsAttention": false,
                     *           "askId": "ask_01kb00000000000000000000000",
                     *           "supplierMember": "ashgrove",
                     *           "answerBy": "2026-11-27T15:00:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        requests: {
                            requestId: string;
                            recordId: string;
                            requesterMember: string;
                            pickupBranch: string;
                            /** @enum {string} */
                            serviceLevel: "normal" | "rush" | "express";
                            placedAt: string;
                            needBy?: string;
                            status: {
                                state: string;
                                label: string;
                                meaning: string;
                            };
                            needsAttention: boolean;
                            attention?: string;
                            askId?: string;
                            supplierMember?: string;
                            answerBy?: string;
                            barcode?: string;
                            due?: string;
                        }[];
                        next?: string;
                    };
                };
            };
            /**
             * @description `bad-input`: The request does not fit the schema; errors[] names each field by JSON pointer.
             *
             *     `bad-json`: The body is not JSON.
             *
             *     `bad-cursor`: The cursor is not one of this list.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not-signed-in`: Sign in first: no token was sent.
             *
             *     `token-expired`: The token has expired: sign in again.
             *
             *     `token-refused`: The token is not one of ours, or was changed.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not-permitted`: Your roles do not allow this here.
             *
             *     `other-member`: The caller does not work for loans at this member.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `in-flight`: The same Idempotency-Key is being worked on: try again in a moment. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be sent as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `key-reused`: This Idempotency-Key was used with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something broke on our side; the request id finds it in the log. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Too many wanted the same record at once: try again after Retry-After seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "resource-sharing-place-request": {
        parameters: {
            query?: never;
            header?: {
                /** @description Same key and body: the same answer and one effect, for 24 hours. In flight 409; another body 422. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "recordId": "rec_01kb00000000000000000000000",
                 *       "pickupBranch": "riverton.main",
                 *       "patron": "21101000000014"
                 *     }
                 */
                "application/json": {
                    recordId: string;
                    pickupBranch: string;
                    patron?: string;
                    /** Format: date-time */
                    needBy?: string;
                    /**
                     * @default normal
                     * @enum {string}
                     */
                    serviceLevel?: "normal" | "rush" | "express";
                };
            };
        };
        responses: {
            /** @description Place a consortium loan request */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "requestId": "req_01kb00000000000000000000000",
                     *       "recordId": "rec_01kb00000000000000000000000",
                     *       "requesterMember": "riverton",
                     *       "pickupBranch": "riverton.main",
                     *       "serviceLevel": "normal",
                     *       "placedAt": "2026-11-24T15:00:00.000Z",
                     *       "status": {
                     *         "state": "asked",
                     *         "label": "Asked",
                     *         "meaning": "One supplier has been asked and has not answered yet."
                     *       },
                     *       "needsAttention": false,
                     *       "askId": "ask_01kb00000000000000000000000",
                     *       "supplierMember": "ashgrove",
                     *       "answerBy": "2026-11-27T15:00:00.000Z",
                     *       "seenAs": "requester",
                     *       "patronId": "pat_01kb00000000000000000000000",
                     *       "rota": [],
                     *       "asks": [],
                     *       "steps": [],
                     *       "actions": [
                     *         {
                     *           "trigger": "cancel",
                     *           "label": "Cancel the request",
                     *           "to": "cancel-pending"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        requestId: string;
                        recordId: string;
                        requesterMember: string;
                        pickupBranch: string;
                        /** @enum {string} */
                        serviceLevel: "normal" | "rush" | "express";
                        placedAt: string;
                        needBy?: string;
                        status: {
                            state: string;
                            label: string;
                            meaning: string;
                        };
                        needsAttention: boolean;
                        attention?: string;
                        askId?: string;
                        supplierMember?: string;
                        answerBy?: string;
                        barcode?: string;
                        due?: string;
                        /** @enum {string} */
                        seenAs: "requester" | "supplier" | "patron";
                        patronId?: string;
                        itemId?: string;
                        rota: {
                            member: string;
                            itemId?: string;
                            score: number;
                            factors: {
                                factor: string;
                                value: number;
                                weight: number;
                                points: number;
                                why: string;
                            }[];
                        }[];
                        asks: {
                            askId: string;
                            ordinal: number;
                            supplierMember: string;
                            supplier: {
                                state: string;
                                label: string;
                                meaning: string;
                            };
                            itemId?: string;
                            askedAt: string;
                            answerBy: string;
                            answeredAt?: string;
                            /** @enum {string} */
                            answer?: "will-supply" | "unfilled" | "loaned";
                            reason?: string;
                            closedAt?: string;
                            outcome?: string;
                        }[];
                        steps: {
                            at: string;
                            /** @enum {string} */
                            side: "requester" | "supplier";
                            trigger: string;
                            label: string;
                            from: string;
                            to: string;
                            /** @enum {string} */
                            by: "staff" | "patron" | "partner" | "system";
                            branch?: string;
                            askId?: string;
                            note?: string;
                        }[];
                        actions: {
                            trigger: string;
                            label: string;
                            to: string;
                            askId?: string;
                        }[];
                    };
                };
            };
            /**
             * @description `bad-input`: The request does not fit the schema; errors[] names each field by JSON pointer.
             *
             *     `bad-json`: The body is not JSON.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not-signed-in`: Sign in first: no token was sent.
             *
             *     `token-expired`: The token has expired: sign in again.
             *
             *     `token-refused`: The token is not one of ours, or was changed.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-permitted`: Your roles do not allow this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `unknown-request`: There is no such request, or the caller’s library has no part in it.
             *
             *     `unknown-patron`: There is no such card or patron.
             *
             *     `unknown-record`: There is no such record.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `in-flight`: The same Idempotency-Key is being worked on: try again in a moment.
             *
             *     `changed-meanwhile`: Others changed the request again and again: try again.
             *
             *     `no-policies`: The consortium has not adopted loan rules and block thresholds yet.
             *
             *     `hold-instead`: A copy that is free now can fill a hold: place a hold instead.
             *
             *     `no-supplier`: No member can supply this record; `errors` says why for each.
             *
             *     `already-requested`: The patron has an open request for this record.
             *
             *     `already-lent-to-patron`: The patron has a copy of this record.
             *
             *     `card-expired`: The card is past its last good day.
             *
             *     `patron-blocked`: The patron is blocked everywhere or at the pickup library.
             *
             *     `owed-over-limit`: The patron owes more than the consortium allows.
             *
             *     `too-many-holds`: The patron has as many holds and requests as allowed.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `card-replaced`: This card was replaced: ask for the new one. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body must be sent as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `key-reused`: This Idempotency-Key was used with another body.
             *
             *     `patron-missing`: Staff must say for which patron; a patron asks for himself only.
             *
             *     `unknown-branch`: There is no such pickup branch, or items cannot be collected there.
             *
             *     `need-by-passed`: The day by which the item is needed has passed.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal-error`: Something broke on our side; the request id finds it in the log. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `try-again`: Too many wanted the same record at once: try again after Retry-After seconds. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
