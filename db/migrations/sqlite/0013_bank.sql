CREATE TABLE `bank_items` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`name` text NOT NULL,
	`tags` text NOT NULL,
	`roles` text NOT NULL,
	`content` text NOT NULL,
	`revision` integer NOT NULL,
	`created_at` integer NOT NULL,
	`saved_at` integer NOT NULL,
	`saved_by` text NOT NULL,
	`deleted_at` integer
);
--> statement-breakpoint
CREATE INDEX `bank_items_workspace` ON `bank_items` (`workspace_id`);--> statement-breakpoint
CREATE TABLE `role_sets` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`name` text NOT NULL,
	`business_type` text NOT NULL,
	`questionnaires` text NOT NULL,
	`created_at` integer NOT NULL,
	`saved_by` text NOT NULL,
	`deleted_at` integer
);
--> statement-breakpoint
CREATE INDEX `role_sets_workspace` ON `role_sets` (`workspace_id`);