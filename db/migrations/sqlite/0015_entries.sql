CREATE TABLE `entry_states` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`study_id` text NOT NULL,
	`kind` text NOT NULL,
	`key` text NOT NULL,
	`revision` integer NOT NULL,
	`content` text,
	`saved_at` integer NOT NULL,
	`saved_by` text NOT NULL,
	FOREIGN KEY (`study_id`) REFERENCES `studies`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `entry_states_revision` ON `entry_states` (`workspace_id`,`study_id`,`kind`,`key`,`revision`);--> statement-breakpoint
ALTER TABLE `opportunities` ADD `theme_id` text;