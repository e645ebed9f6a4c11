CREATE TABLE `company_names` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`company_id` text NOT NULL,
	`name_key` text NOT NULL,
	FOREIGN KEY (`company_id`) REFERENCES `companies`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `company_names_key` ON `company_names` (`workspace_id`,`name_key`);--> statement-breakpoint
CREATE INDEX `company_names_company` ON `company_names` (`company_id`);--> statement-breakpoint
CREATE TABLE `distinct_pairs` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`first_id` text NOT NULL,
	`second_id` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `distinct_pairs_once` ON `distinct_pairs` (`workspace_id`,`first_id`,`second_id`);--> statement-breakpoint
ALTER TABLE `imports` ADD `changes` text;