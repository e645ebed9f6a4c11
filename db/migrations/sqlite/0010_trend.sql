CREATE TABLE `market_series` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`study_id` text NOT NULL,
	`name` text NOT NULL,
	`unit` text NOT NULL,
	`source` text NOT NULL,
	`kind` text NOT NULL,
	`points` text NOT NULL,
	`removed_at` integer
);
--> statement-breakpoint
CREATE INDEX `market_series_study` ON `market_series` (`workspace_id`,`study_id`);