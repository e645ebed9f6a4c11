INSERT INTO `entry_states` (id, workspace_id, study_id, kind, `key`, revision, content, saved_at, saved_by)
SELECT id, workspace_id, study_id, 'money-month', month, 1, json_object('month', month, 'revenue', revenue, 'variableCost', variable_cost, 'fixedCost', fixed_cost, 'funding', funding, 'acquisition', acquisition, 'customers', customers, 'won', won, 'lost', lost), unixepoch() * 1000, ''
FROM `money_months`;
--> statement-breakpoint
INSERT INTO `entry_states` (id, workspace_id, study_id, kind, `key`, revision, content, saved_at, saved_by)
SELECT id, workspace_id, study_id, 'renewal-cohort', month, 1, json_object('month', month, 'started', started, 'renewed', json(renewed)), unixepoch() * 1000, ''
FROM `renewal_cohorts`;
--> statement-breakpoint
INSERT INTO `entry_states` (id, workspace_id, study_id, kind, `key`, revision, content, saved_at, saved_by)
SELECT id, workspace_id, id, 'money-rule', 'rule', 1, json_object('monthsRequired', months_required, 'cash', cash), unixepoch() * 1000, ''
FROM `money_settings`;
--> statement-breakpoint
INSERT INTO `entry_states` (id, workspace_id, study_id, kind, `key`, revision, content, saved_at, saved_by)
SELECT id, workspace_id, study_id, 'funnel-row', json_array(period, channel), 1, json_object('period', period, 'channel', channel, 'seen', null, 'counts', json(counts), 'recovered', recovered, 'referred', referred), unixepoch() * 1000, ''
FROM `funnel_counts`;
--> statement-breakpoint
INSERT INTO `entry_states` (id, workspace_id, study_id, kind, `key`, revision, content, saved_at, saved_by)
SELECT id, workspace_id, study_id, 'market-series', id, 1, json_object('name', name, 'unit', unit, 'source', source, 'kind', kind, 'points', json(points)), unixepoch() * 1000, ''
FROM `market_series`
WHERE study_id IN (SELECT id FROM studies);
--> statement-breakpoint
INSERT INTO `entry_states` (id, workspace_id, study_id, kind, `key`, revision, content, saved_at, saved_by)
SELECT id || '-removed', workspace_id, study_id, 'market-series', id, 2, NULL, unixepoch() * 1000, ''
FROM `market_series`
WHERE removed_at IS NOT NULL AND study_id IN (SELECT id FROM studies);
--> statement-breakpoint
DROP TABLE `funnel_counts`;--> statement-breakpoint
DROP TABLE `market_series`;--> statement-breakpoint
DROP TABLE `money_months`;--> statement-breakpoint
DROP TABLE `money_settings`;--> statement-breakpoint
DROP TABLE `renewal_cohorts`;