CREATE TABLE `contacts` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`company_id` text NOT NULL,
	`name` text NOT NULL,
	`email` text DEFAULT '' NOT NULL,
	`phone` text DEFAULT '' NOT NULL,
	`position` text DEFAULT '' NOT NULL,
	`contact_key` text NOT NULL,
	`chain_roles` text NOT NULL,
	`primary_role` text NOT NULL,
	`language` text,
	`tags` text NOT NULL,
	`consent_at` integer,
	`opted_out_at` integer,
	`anonymised_at` integer,
	`import_id` text,
	`referred_by_contact_id` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`company_id`) REFERENCES `companies`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `contacts_key` ON `contacts` (`workspace_id`,`contact_key`);--> statement-breakpoint
CREATE INDEX `contacts_company` ON `contacts` (`company_id`);--> statement-breakpoint
CREATE INDEX `contacts_email` ON `contacts` (`workspace_id`,`email`);--> statement-breakpoint
CREATE INDEX `contacts_import` ON `contacts` (`import_id`);--> statement-breakpoint
CREATE TABLE `imports` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`kind` text NOT NULL,
	`study_id` text,
	`collector_id` text,
	`file_name` text NOT NULL,
	`shape` text NOT NULL,
	`mapping` text NOT NULL,
	`rows` text,
	`counts` text,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`finished_at` integer,
	`undone_at` integer
);
--> statement-breakpoint
CREATE INDEX `imports_workspace` ON `imports` (`workspace_id`,`kind`,`created_at`);--> statement-breakpoint
CREATE TABLE `invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`study_id` text NOT NULL,
	`wave_id` text NOT NULL,
	`collector_id` text NOT NULL,
	`questionnaire_id` text NOT NULL,
	`contact_id` text NOT NULL,
	`company_id` text NOT NULL,
	`role` text NOT NULL,
	`token` text NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`sent_at` integer,
	`opened_at` integer,
	`started_at` integer,
	`completed_at` integer,
	`bounced_at` integer,
	`refused_at` integer,
	`refused_reason` text DEFAULT '' NOT NULL,
	`ask_again_at` integer,
	`expires_at` integer,
	FOREIGN KEY (`contact_id`) REFERENCES `contacts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `invitations_token` ON `invitations` (`token`);--> statement-breakpoint
CREATE UNIQUE INDEX `invitations_once` ON `invitations` (`contact_id`,`questionnaire_id`,`wave_id`);--> statement-breakpoint
CREATE INDEX `invitations_study` ON `invitations` (`workspace_id`,`study_id`,`wave_id`);--> statement-breakpoint
CREATE INDEX `invitations_company` ON `invitations` (`company_id`);--> statement-breakpoint
CREATE TABLE `referrals` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`study_id` text NOT NULL,
	`wave_id` text NOT NULL,
	`company_id` text NOT NULL,
	`response_id` text NOT NULL,
	`from_contact_id` text,
	`role` text NOT NULL,
	`how` text NOT NULL,
	`contact_id` text NOT NULL,
	`invitation_id` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`contact_id`) REFERENCES `contacts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `referrals_once` ON `referrals` (`response_id`,`contact_id`);--> statement-breakpoint
CREATE INDEX `referrals_study` ON `referrals` (`workspace_id`,`study_id`,`company_id`);--> statement-breakpoint
ALTER TABLE `collectors` ADD `name` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `collectors` ADD `opens_at` integer;--> statement-breakpoint
ALTER TABLE `collectors` ADD `closes_at` integer;--> statement-breakpoint
ALTER TABLE `collectors` ADD `cap` integer;--> statement-breakpoint
ALTER TABLE `collectors` ADD `password_hash` text;--> statement-breakpoint
ALTER TABLE `collectors` ADD `language` text;--> statement-breakpoint
ALTER TABLE `collectors` ADD `one_per_device` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `collectors` ADD `embed_origins` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `companies` ADD `import_id` text;--> statement-breakpoint
ALTER TABLE `responses` ADD `left_reason` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `responses_collector` ON `responses` (`collector_id`);--> statement-breakpoint
CREATE INDEX `responses_contact` ON `responses` (`contact_id`);--> statement-breakpoint
CREATE INDEX `responses_import` ON `responses` (`import_id`);--> statement-breakpoint
ALTER TABLE `waves` ADD `name` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `waves` ADD `ends_at` integer;--> statement-breakpoint
ALTER TABLE `waves` ADD `targets` text;--> statement-breakpoint
ALTER TABLE `waves` ADD `stop_rules` text;--> statement-breakpoint
ALTER TABLE `waves` ADD `declared_at` integer;