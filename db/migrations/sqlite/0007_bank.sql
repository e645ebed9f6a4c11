CREATE TABLE `bank_items` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`name` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`content` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`archived_at` integer
);
--> statement-breakpoint
CREATE INDEX `bank_items_workspace` ON `bank_items` (`workspace_id`);--> statement-breakpoint
CREATE TABLE `test_links` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`questionnaire_id` text NOT NULL,
	`token` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `test_links_token` ON `test_links` (`token`);--> statement-breakpoint
CREATE UNIQUE INDEX `test_links_questionnaire` ON `test_links` (`questionnaire_id`);