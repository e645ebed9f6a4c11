INSERT INTO "entry_states" (id, workspace_id, study_id, kind, "key", revision, content, saved_at, saved_by)
SELECT id, workspace_id, study_id, 'money-month', month, 1, json_build_object('month', month, 'revenue', revenue, 'variableCost', variable_cost, 'fixedCost', fixed_cost, 'funding', funding, 'acquisition', acquisition, 'customers', customers, 'won', won, 'lost', lost), (extract(epoch from now()) * 1000)::bigint, ''
FROM "money_months";
--> statement-breakpoint
INSERT INTO "entry_states" (id, workspace_id, study_id, kind, "key", revision, content, saved_at, saved_by)
SELECT id, workspace_id, study_id, 'renewal-cohort', month, 1, json_build_object('month', month, 'started', started, 'renewed', renewed), (extract(epoch from now()) * 1000)::bigint, ''
FROM "renewal_cohorts";
--> statement-breakpoint
INSERT INTO "entry_states" (id, workspace_id, study_id, kind, "key", revision, content, saved_at, saved_by)
SELECT id, workspace_id, id, 'money-rule', 'rule', 1, json_build_object('monthsRequired', months_required, 'cash', cash), (extract(epoch from now()) * 1000)::bigint, ''
FROM "money_settings";
--> statement-breakpoint
INSERT INTO "entry_states" (id, workspace_id, study_id, kind, "key", revision, content, saved_at, saved_by)
SELECT id, workspace_id, study_id, 'funnel-row', '[' || to_json(period)::text || ',' || to_json(channel)::text || ']', 1, json_build_object('period', period, 'channel', channel, 'seen', null, 'counts', counts, 'recovered', recovered, 'referred', referred), (extract(epoch from now()) * 1000)::bigint, ''
FROM "funnel_counts";
--> statement-breakpoint
INSERT INTO "entry_states" (id, workspace_id, study_id, kind, "key", revision, content, saved_at, saved_by)
SELECT id, workspace_id, study_id, 'market-series', id, 1, json_build_object('name', name, 'unit', unit, 'source', source, 'kind', kind, 'points', points), (extract(epoch from now()) * 1000)::bigint, ''
FROM "market_series"
WHERE study_id IN (SELECT id FROM studies);
--> statement-breakpoint
INSERT INTO "entry_states" (id, workspace_id, study_id, kind, "key", revision, content, saved_at, saved_by)
SELECT id || '-removed', workspace_id, study_id, 'market-series', id, 2, NULL, (extract(epoch from now()) * 1000)::bigint, ''
FROM "market_series"
WHERE removed_at IS NOT NULL AND study_id IN (SELECT id FROM studies);
--> statement-breakpoint
DROP TABLE "funnel_counts" CASCADE;--> statement-breakpoint
DROP TABLE "market_series" CASCADE;--> statement-breakpoint
DROP TABLE "money_months" CASCADE;--> statement-breakpoint
DROP TABLE "money_settings" CASCADE;--> statement-breakpoint
DROP TABLE "renewal_cohorts" CASCADE;