import type { Guidance } from "../guidance";

export const DECLARED: Guidance = {
    "access-not-standing": {
        why: "A right that is always there can be used, or stolen, at any hour and leaves no reason behind; an eligible one has a moment, a reason and an end.",
        example: `
# stacks/data/productie/access.yaml
- group: figlo-advisor-support
  standing: false
`,
    },
    "declaration-not-expired": {
        why: "What was allowed for a time and is never taken away becomes the rule.",
        example: `
# Pulumi.productie.yaml
figlo-advisor:sql:
  firewall:
    - name: office
      until: "2027-01-31" # a day that is still to come
`,
    },
    "exemption-in-order": {
        why: "An exemption that nobody else approved, or that never ends, is a hole with a label on it.",
        example: `
# stacks/data/productie/exemptions.yaml
- rule: sql-server-min-tls-12
  resource: urn:pulumi:productie::figlo-advisor::*::shard-01-primary
  reason: An old client is replaced before February.
  requester: Team data
  approver: Security officer
  from: 2026-11-20
  until: 2027-01-31
`,
    },
    "otap-street-complete": {
        why: "What is missing breaks no other rule: a customer without a database, or a stack without sites, would pass for one that is in order.",
        example: `
# stacks/data/productie/tenants.yaml: a tenant whose database the stack makes
- id: t-4f9k2c
  name: Vermogensadvies De Linde
  shard: "01"
  status: active
`,
    },
    "pentest-evidence-fresh": {
        why: "Customers were promised a yearly test by outsiders; a test of last year says nothing of this year's code.",
        example: `
# stacks/data/productie/attestations.yaml
- kind: external-test
  testKind: penetration-test
  target: application
  date: 2026-10-05
`,
    },
};
