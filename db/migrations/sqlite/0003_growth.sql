CREATE TABLE `funnel_counts` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`study_id` text NOT NULL,
	`period` text NOT NULL,
	`channel` text NOT NULL,
	`counts` text NOT NULL,
	`recovered` integer,
	`referred` integer,
	FOREIGN KEY (`study_id`) REFERENCES `studies`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `funnel_counts_place` ON `funnel_counts` (`study_id`,`period`,`channel`);--> statement-breakpoint
CREATE INDEX `funnel_counts_workspace` ON `funnel_counts` (`workspace_id`,`study_id`);--> statement-breakpoint
CREATE TABLE `market_sights` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`scenario_id` text NOT NULL,
	`number` integer NOT NULL,
	`seen_at` integer NOT NULL,
	`fingerprint` text NOT NULL,
	`seen` text NOT NULL,
	FOREIGN KEY (`scenario_id`) REFERENCES `market_scenarios`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `market_sights_number` ON `market_sights` (`scenario_id`,`number`);--> statement-breakpoint
CREATE TABLE `money_months` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`study_id` text NOT NULL,
	`month` text NOT NULL,
	`revenue` real NOT NULL,
	`variable_cost` real NOT NULL,
	`fixed_cost` real NOT NULL,
	`funding` real NOT NULL,
	`acquisition` real,
	`customers` integer,
	`won` integer,
	`lost` integer,
	FOREIGN KEY (`study_id`) REFERENCES `studies`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `money_months_month` ON `money_months` (`study_id`,`month`);--> statement-breakpoint
CREATE INDEX `money_months_workspace` ON `money_months` (`workspace_id`,`study_id`);--> statement-breakpoint
CREATE TABLE `money_settings` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`months_required` integer NOT NULL,
	`cash` real,
	FOREIGN KEY (`id`) REFERENCES `studies`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `opportunities` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`study_id` text NOT NULL,
	`need` text NOT NULL,
	`role` text NOT NULL,
	`origin` text NOT NULL,
	`attribute` text,
	`problem` text,
	`words` text NOT NULL,
	`feature_id` text,
	`market` text NOT NULL,
	`opens` text NOT NULL,
	`status` text NOT NULL,
	`wave_number` integer,
	`revision` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`updated_by` text NOT NULL,
	`removed_at` integer,
	FOREIGN KEY (`study_id`) REFERENCES `studies`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `opportunities_study` ON `opportunities` (`workspace_id`,`study_id`);--> statement-breakpoint
CREATE TABLE `renewal_cohorts` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`study_id` text NOT NULL,
	`month` text NOT NULL,
	`started` integer NOT NULL,
	`renewed` text NOT NULL,
	FOREIGN KEY (`study_id`) REFERENCES `studies`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `renewal_cohorts_month` ON `renewal_cohorts` (`study_id`,`month`);--> statement-breakpoint
CREATE INDEX `renewal_cohorts_workspace` ON `renewal_cohorts` (`workspace_id`,`study_id`);