CREATE TABLE `collectors` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`study_id` text NOT NULL,
	`wave_id` text NOT NULL,
	`kind` text NOT NULL,
	`questionnaire_id` text,
	`token` text NOT NULL,
	`created_at` integer NOT NULL,
	`closed_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `collectors_token` ON `collectors` (`token`);--> statement-breakpoint
CREATE INDEX `collectors_study` ON `collectors` (`study_id`);--> statement-breakpoint
CREATE TABLE `companies` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	`size` text,
	`industry` text,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `companies_name` ON `companies` (`workspace_id`,`name_key`);--> statement-breakpoint
CREATE TABLE `comparison_settings` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`stale_days` integer NOT NULL,
	`own_plans` text NOT NULL,
	`overrides` text NOT NULL,
	FOREIGN KEY (`id`) REFERENCES `studies`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `competitors` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`study_id` text NOT NULL,
	`key` text NOT NULL,
	`name` text NOT NULL,
	`position` integer NOT NULL,
	`status` text DEFAULT 'rival' NOT NULL,
	`positioning` text DEFAULT '' NOT NULL,
	`segments` text DEFAULT '' NOT NULL,
	`plans` text NOT NULL,
	`links` text NOT NULL,
	`notes` text DEFAULT '' NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`archived_at` integer,
	FOREIGN KEY (`study_id`) REFERENCES `studies`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `competitors_key` ON `competitors` (`study_id`,`key`);--> statement-breakpoint
CREATE TABLE `feature_cells` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`study_id` text NOT NULL,
	`feature_id` text NOT NULL,
	`vendor` text NOT NULL,
	`revision` integer NOT NULL,
	`support` text NOT NULL,
	`quality` integer,
	`note` text NOT NULL,
	`source` text NOT NULL,
	`checked_on` text,
	`saved_at` integer NOT NULL,
	`saved_by` text NOT NULL,
	FOREIGN KEY (`study_id`) REFERENCES `studies`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`feature_id`) REFERENCES `features`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `feature_cells_revision` ON `feature_cells` (`study_id`,`feature_id`,`vendor`,`revision`);--> statement-breakpoint
CREATE INDEX `feature_cells_study` ON `feature_cells` (`workspace_id`,`study_id`);--> statement-breakpoint
CREATE TABLE `features` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`study_id` text NOT NULL,
	`category` text NOT NULL,
	`name` text NOT NULL,
	`description` text NOT NULL,
	`need` text,
	`asked` text,
	`position` integer NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`archived_at` integer,
	FOREIGN KEY (`study_id`) REFERENCES `studies`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `features_study` ON `features` (`workspace_id`,`study_id`);--> statement-breakpoint
CREATE TABLE `market_scenarios` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`study_id` text NOT NULL,
	`name` text NOT NULL,
	`model` text NOT NULL,
	`seed` integer NOT NULL,
	`revision` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`updated_by` text NOT NULL,
	`removed_at` integer
);
--> statement-breakpoint
CREATE INDEX `market_scenarios_study` ON `market_scenarios` (`workspace_id`,`study_id`);--> statement-breakpoint
CREATE TABLE `member_invites` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`role` text NOT NULL,
	`token_hash` text NOT NULL,
	`invited_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `member_invites_token` ON `member_invites` (`token_hash`);--> statement-breakpoint
CREATE INDEX `member_invites_workspace` ON `member_invites` (`workspace_id`);--> statement-breakpoint
CREATE TABLE `members` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`password_hash` text NOT NULL,
	`role` text NOT NULL,
	`language` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `members_email` ON `members` (`email`);--> statement-breakpoint
CREATE INDEX `members_workspace` ON `members` (`workspace_id`);--> statement-breakpoint
CREATE TABLE `questionnaire_versions` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`questionnaire_id` text NOT NULL,
	`number` integer NOT NULL,
	`revision` integer NOT NULL,
	`json` text NOT NULL,
	`compiled` text NOT NULL,
	`published_at` integer NOT NULL,
	`published_by` text NOT NULL,
	FOREIGN KEY (`questionnaire_id`) REFERENCES `questionnaires`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `questionnaire_versions_number` ON `questionnaire_versions` (`questionnaire_id`,`number`);--> statement-breakpoint
CREATE TABLE `questionnaires` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`study_id` text NOT NULL,
	`role` text NOT NULL,
	`draft` text NOT NULL,
	`revision` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`study_id`) REFERENCES `studies`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `questionnaires_role` ON `questionnaires` (`study_id`,`role`);--> statement-breakpoint
CREATE TABLE `responses` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`study_id` text NOT NULL,
	`wave_id` text NOT NULL,
	`collector_id` text NOT NULL,
	`questionnaire_id` text NOT NULL,
	`version_id` text NOT NULL,
	`role` text NOT NULL,
	`company_id` text,
	`key_hash` text NOT NULL,
	`language` text NOT NULL,
	`answers` text NOT NULL,
	`revision` integer NOT NULL,
	`page` text NOT NULL,
	`seconds` text NOT NULL,
	`started_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`completed_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `responses_key` ON `responses` (`key_hash`);--> statement-breakpoint
CREATE INDEX `responses_study` ON `responses` (`workspace_id`,`study_id`,`completed_at`);--> statement-breakpoint
CREATE INDEX `responses_company` ON `responses` (`company_id`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`member_id` text NOT NULL,
	`token_hash` text NOT NULL,
	`device` text NOT NULL,
	`created_at` integer NOT NULL,
	`seen_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sessions_token` ON `sessions` (`token_hash`);--> statement-breakpoint
CREATE INDEX `sessions_member` ON `sessions` (`member_id`);--> statement-breakpoint
CREATE TABLE `sign_in_attempts` (
	`id` text PRIMARY KEY NOT NULL,
	`subject` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `sign_in_attempts_subject` ON `sign_in_attempts` (`subject`,`at`);--> statement-breakpoint
CREATE TABLE `studies` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`product` text NOT NULL,
	`description` text NOT NULL,
	`business_type` text NOT NULL,
	`stage` text NOT NULL,
	`industry` text NOT NULL,
	`target_market` text NOT NULL,
	`languages` text NOT NULL,
	`threshold` real NOT NULL,
	`min_uses` integer NOT NULL,
	`window_days` integer NOT NULL,
	`currency` text NOT NULL,
	`price_unit` text NOT NULL,
	`price_ladder` text NOT NULL,
	`sample` integer NOT NULL,
	`created_at` integer NOT NULL,
	`archived_at` integer
);
--> statement-breakpoint
CREATE INDEX `studies_workspace` ON `studies` (`workspace_id`);--> statement-breakpoint
CREATE TABLE `waves` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`study_id` text NOT NULL,
	`number` integer NOT NULL,
	`started_at` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`study_id`) REFERENCES `studies`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `waves_number` ON `waves` (`study_id`,`number`);--> statement-breakpoint
CREATE TABLE `workspaces` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`showcase` integer NOT NULL,
	`created_at` integer NOT NULL
);
